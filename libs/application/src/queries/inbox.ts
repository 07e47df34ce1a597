import { DomainError } from '@don-doc/domain';
import type { InboxEntry, InboxPage } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { inSnapshot, type QueryContext } from './context.js';
import { iso, isoOrNull, ms, msOrNull } from './sql.js';
import type { Words } from './words.js';

interface InboxRow {
  id: string;
  plan_id: string;
  title: string;
  is_rehearsal: boolean;
  made_at: Date;
  rule: string;
  occurrence: number;
  period: string | null;
  event: string | null;
  row_id: string | null;
  row_no: string | null;
  content: string | null;
  unit_name: string | null;
  note: string | null;
  read_at: Date | null;
}

/** What was made for this person, newest first, page by page. Superseded and suppressed alarms speak to nobody. */
export async function inboxPage(
  ctx: QueryContext,
  actor: Actor,
  asked: { readonly after?: string | undefined; readonly limit: number },
): Promise<InboxPage> {
  return inSnapshot(ctx, async (sql) => {
    const [sums] = await sql.query<[{ unread: number; as_of: Date }]>(
      `SELECT (SELECT count(*)::int FROM alarm_recipient ar JOIN alarm a ON a.id = ar.alarm_id
                WHERE ar.person_id = $1 AND ar.read_at IS NULL AND a.status = 'recorded') AS unread,
              clock_timestamp() AS as_of`,
      [actor.personId],
    );
    // One more than asked for tells whether there are more.
    const rows = await sql.query<InboxRow[]>(
      `SELECT a.id, a.plan_id, pl.title, pl.is_rehearsal, a.made_at, a.rule, a.occurrence, a.period,
            coalesce(a.event, r.due_window->>'event') AS event, a.row_id,
              r.no AS row_no, r.content, u.name AS unit_name, a.note, ar.read_at
         FROM alarm_recipient ar
         JOIN alarm a ON a.id = ar.alarm_id
         JOIN plan pl ON pl.id = a.plan_id
         LEFT JOIN plan_row r ON r.id = a.row_id
         LEFT JOIN unit u ON u.id = a.unit_id
         LEFT JOIN alarm c ON c.id = $2
        WHERE ar.person_id = $1 AND a.status = 'recorded'
          AND (c.id IS NULL OR (c.made_at, c.grave) > (a.made_at, a.grave)
               OR ((c.made_at, c.grave) = (a.made_at, a.grave) AND a.alarm_key > c.alarm_key))
        ORDER BY a.made_at DESC, a.grave DESC, a.alarm_key LIMIT $3`,
      [actor.personId, asked.after ?? null, asked.limit + 1],
    );
    const shown = rows.slice(0, asked.limit);
    return {
      entries: shown.map((row) => entryView(row, ctx.words)),
      unread: sums.unread,
      next: rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null,
      asOf: iso(ms(sums.as_of)),
    };
  });
}

function entryView(a: InboxRow, words: Words): InboxEntry {
  return {
    id: a.id,
    planId: a.plan_id,
    planTitle: a.title,
    rehearsal: a.is_rehearsal,
    at: iso(ms(a.made_at)),
    rule: a.rule,
    text: words.inbox({
      rule: a.rule,
      occurrence: a.occurrence,
      period: a.period,
      event: a.event,
      rowNo: a.row_no,
      content: a.content,
      unitName: a.unit_name,
      note: a.note,
    }),
    rowId: a.row_id,
    rowNo: a.row_no,
    readAt: isoOrNull(msOrNull(a.read_at)),
  };
}

/** Marks all of one's own entries that had come by `asOf`. A second time changes nothing. */
export async function readInbox(ctx: QueryContext, actor: Actor, asOf: string): Promise<void> {
  await ctx.db.query(
    `UPDATE alarm_recipient ar SET read_at = clock_timestamp()
       FROM alarm a WHERE a.id = ar.alarm_id AND ar.person_id = $1 AND ar.read_at IS NULL AND a.created_at <= $2`,
    [actor.personId, asOf],
  );
}

/** Marks one's own entry as read; a second time changes nothing. @throws DomainError NOT_FOUND */
export async function readInboxEntry(ctx: QueryContext, actor: Actor, alarmId: string): Promise<void> {
  const marked = await ctx.db.query<{ alarm_id: string }[]>(
    `WITH marked AS (
       UPDATE alarm_recipient SET read_at = coalesce(read_at, clock_timestamp())
        WHERE alarm_id = $1 AND person_id = $2 RETURNING alarm_id)
     SELECT alarm_id FROM marked`,
    [alarmId, actor.personId],
  );
  if (marked.length === 0) throw new DomainError('NOT_FOUND', { what: 'inbox' });
}

import { DomainError } from '@don-doc/domain';
import type { InboxEntry } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import type { QueryContext } from './context.js';
import { iso, isoOrNull, ms, msOrNull } from './sql.js';

interface InboxRow {
  id: string;
  plan_id: string;
  title: string;
  is_rehearsal: boolean;
  made_at: Date;
  rule: string;
  occurrence: number;
  period: string | null;
  row_id: string | null;
  row_no: string | null;
  content: string | null;
  unit_name: string | null;
  note: string | null;
  read_at: Date | null;
}

/** What was made for this person, newest first. Superseded and suppressed alarms speak to nobody. */
export async function inboxEntries(ctx: QueryContext, actor: Actor): Promise<InboxEntry[]> {
  if (actor.personId === null) return [];
  const rows = await ctx.db.query<InboxRow[]>(
    `SELECT a.id, a.plan_id, pl.title, pl.is_rehearsal, a.made_at, a.rule, a.occurrence, a.period, a.row_id,
            r.no AS row_no, r.content, u.name AS unit_name, a.note, ar.read_at
       FROM alarm_recipient ar
       JOIN alarm a ON a.id = ar.alarm_id
       JOIN plan pl ON pl.id = a.plan_id
       LEFT JOIN plan_row r ON r.id = a.row_id
       LEFT JOIN unit u ON u.id = a.unit_id
      WHERE ar.person_id = $1 AND a.status = 'recorded'
      ORDER BY a.made_at DESC, a.grave DESC, a.alarm_key LIMIT 300`,
    [actor.personId],
  );
  return rows.map((a) => ({
    id: a.id,
    planId: a.plan_id,
    planTitle: a.title,
    rehearsal: a.is_rehearsal,
    at: iso(ms(a.made_at)),
    rule: a.rule,
    text: ctx.words.inbox({
      rule: a.rule,
      occurrence: a.occurrence,
      period: a.period,
      rowNo: a.row_no,
      content: a.content,
      unitName: a.unit_name,
      note: a.note,
    }),
    rowId: a.row_id,
    rowNo: a.row_no,
    readAt: isoOrNull(msOrNull(a.read_at)),
  }));
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

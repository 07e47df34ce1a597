import type { PlanEventView } from '@don-doc/contracts/http';
import { inSnapshot, type QueryContext } from './context.js';
import { loadHead } from './picture.js';
import { iso, ms } from './sql.js';

interface EventRow {
  id: string;
  kind: string;
  name: string | null;
  change: 'expected' | 'confirmed' | 'moved' | 'revoked' | null;
  effective_on: string | null;
  document: string | null;
  note: string | null;
  data: Record<string, unknown> | null;
  at: Date;
  by_name: string | null;
}

/** The plan's log, newest first, without the calendar's versions and the jumps by which the first start played the past. */
export async function planEvents(ctx: QueryContext, planId: string): Promise<PlanEventView[]> {
  return inSnapshot(ctx, async (sql) => {
    await loadHead(sql, planId);
    const rows = await sql.query<EventRow[]>(
      `SELECT e.id, e.kind, e.name, e.change, e.effective_on, e.document, e.note, e.data, e.at,
              coalesce(p.name, a.username) AS by_name
         FROM plan_event e
         LEFT JOIN account a ON a.id = e.by_account
         LEFT JOIN person p ON p.id = a.person_id
        WHERE e.plan_id = $1 AND e.kind <> 'calendar'
          AND NOT (e.kind = 'clock' AND e.by_account IS NULL AND e.data->>'act' = 'jump') ORDER BY e.seq DESC`,
      [planId],
    );
    return rows.map((e) => ({
      id: e.id,
      name: e.name === null ? '' : ctx.words.event(e.name),
      kind: e.kind === 'event' ? (e.change ?? 'confirmed') : (e.kind as PlanEventView['kind']),
      effectiveOn: e.effective_on,
      document: e.document,
      note: e.kind === 'clock' ? ctx.words.clock(e.data ?? {}) : e.note,
      at: iso(ms(e.at)),
      byName: e.by_name,
    }));
  });
}

import type { AppContext } from '../context.js';

interface MarkRow {
  id: string;
  mark: string;
}

/**
 * For each of these plans a mark that differs once anything a page shows has changed. Asked for by polling: NOTIFY inside
 * the commands' transactions would make PostgreSQL commit them one after another.
 */
export async function changeMark(ctx: AppContext, planIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.query<MarkRow[]>(
    `SELECT p.id, concat_ws('/', p.version, p.status, p.settled_through, p.failing_since IS NULL,
        (SELECT sum(t.version) || '.' || sum(extract(epoch FROM t.settled_through)) || '.' || count(t.failing_since)
           FROM task t WHERE t.plan_id = p.id),
        (SELECT max(h.id) FROM history h WHERE h.plan_id = p.id),
        (SELECT count(*) || '.' || count(*) FILTER (WHERE m.state = 'sent') FROM mail m WHERE m.plan_id = p.id),
        (SELECT count(*) || '.' || count(m.decided_at) FROM amendment m WHERE m.plan_id = p.id),
        (SELECT max(f.answered_at) FROM plan_finding f WHERE f.plan_id = p.id)) AS mark
       FROM plan p WHERE p.id = ANY ($1)`,
    [planIds],
  );
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

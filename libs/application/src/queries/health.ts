import type { PlanHealth } from '@don-doc/contracts/http';
import type { AppContext } from '../context.js';

interface HealthRow {
  id: string;
  title: string;
  is_rehearsal: boolean;
  latest_wake_ms: number | null;
  tasks_behind: number;
  oldest_outbox_ms: number | null;
  failing_settles: number;
  digests_unsent: number;
}

/** How the machinery of each running plan stands. A rehearsal that is paused has no wake that could be late. */
export async function planHealths(ctx: AppContext): Promise<PlanHealth[]> {
  const rows = await ctx.db.query<HealthRow[]>(
    `SELECT p.id, p.title, p.is_rehearsal,
            (SELECT max(extract(epoch FROM clock_timestamp() - t.next_wake_at) * 1000)::bigint FROM (
               SELECT next_wake_at FROM task WHERE plan_id = p.id AND NOT closed
               UNION ALL SELECT p.next_wake_at) t
              WHERE t.next_wake_at < clock_timestamp()) AS latest_wake_ms,
            (SELECT count(*)::int FROM task t WHERE t.plan_id = p.id AND NOT t.closed AND t.settled_version < t.version) AS tasks_behind,
            (SELECT extract(epoch FROM clock_timestamp() - min(o.created_at) )::float8 * 1000 FROM outbox o
              WHERE o.plan_id = p.id AND o.done_at IS NULL)::bigint AS oldest_outbox_ms,
            (SELECT count(*)::int FROM task t WHERE t.plan_id = p.id AND t.failing_since IS NOT NULL)
              + (p.failing_since IS NOT NULL)::int AS failing_settles,
            (SELECT count(*)::int FROM mail m WHERE m.plan_id = p.id AND m.state IN ('gathered', 'attempting', 'unknown')) AS digests_unsent
       FROM plan p WHERE p.status IN ('running', 'suspended') ORDER BY p.is_rehearsal, p.created_at`,
  );
  return rows.map((p) => ({
    planId: p.id,
    title: p.title,
    rehearsal: p.is_rehearsal,
    latestWakeMs: p.latest_wake_ms ?? 0,
    tasksBehind: p.tasks_behind,
    oldestOutboxMs: p.oldest_outbox_ms,
    failingSettles: p.failing_settles,
    digestsUnsent: p.digests_unsent,
  }));
}

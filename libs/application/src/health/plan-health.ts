import type { EpochMs } from '@don-doc/domain';
import { epochMs, sqlRows } from '@don-doc/persistence';
import type { AppContext } from '../context.js';

/** A settle that has failed for longer than this is told as an alarm of the operation. */
export const FAILING_TOO_LONG_MS = 5 * 60_000;

export interface PlanHealth {
  readonly planId: string;
  readonly title: string;
  readonly rehearsal: boolean;
  /** How late the latest wake is, in real ms; 0 when none is. */
  readonly latestWakeMs: number;
  readonly tasksBehind: number;
  /** Age of the oldest outbox row not delivered, in real ms; 0 when there is none. */
  readonly oldestOutboxMs: number;
  readonly failing: readonly FailingSettle[];
  readonly digestsUnsent: number;
}

export interface FailingSettle {
  /** null: the plan's own settle. */
  readonly taskNo: string | null;
  readonly since: EpochMs;
  readonly forMs: number;
  readonly count: number;
  readonly error: string;
}

const AGE = (at: string): string => `greatest(0, ${epochMs('clock_timestamp()')} - ${epochMs(at)})`;

/** Per launched plan that has not ended: what is late, behind, owed, failing and unsent. */
export async function planHealth(ctx: AppContext): Promise<PlanHealth[]> {
  return sqlRows<PlanHealth>(
    ctx.db,
    `SELECT p.id AS "planId", p.title, p.is_rehearsal AS rehearsal,
       greatest(coalesce(${AGE('p.next_wake_at')}, 0),
         coalesce((SELECT max(${AGE('t.next_wake_at')}) FROM task t WHERE t.plan_id = p.id), 0)) AS "latestWakeMs",
       (SELECT count(*) FROM task t WHERE t.plan_id = p.id AND NOT t.closed AND t.settled_version < t.version)
         AS "tasksBehind",
       coalesce((SELECT ${AGE('min(o.created_at)')} FROM outbox o WHERE o.plan_id = p.id AND o.done_at IS NULL), 0)
         AS "oldestOutboxMs",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('taskNo', f.no, 'since', ${epochMs('f.failing_since')},
           'forMs', ${AGE('f.failing_since')}, 'count', f.error_count, 'error', f.last_error)), '[]')
         FROM (SELECT no, failing_since, error_count, last_error FROM task WHERE plan_id = p.id
               UNION ALL SELECT NULL, p.failing_since, p.error_count, p.last_error) AS f
         WHERE f.failing_since IS NOT NULL) AS failing,
       (SELECT count(*) FROM mail m WHERE m.plan_id = p.id AND m.state IN ('gathered', 'attempting', 'unknown'))
         AS "digestsUnsent"
     FROM plan p WHERE p.status IN ('running', 'suspended') OR (p.status = 'closed' AND NOT p.finished)
     ORDER BY p.created_at`,
  );
}

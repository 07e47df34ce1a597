import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { TaskRef } from '@don-doc/contracts/temporal';
import type { AppContext } from '../context.js';
import { PLAN_REF, TASK_REF, toDigestRef, toPlanRef, toTaskRef, type Poked, type PlanRefRow } from './refs.js';

/** Told by whoever writes into the outbox, so that a poke need not wait for the next look. */
export const OUTBOX_CHANNEL = 'don_doc_outbox';

export interface LeasedBatch {
  /** `subject`: the task, or the plan, that a row is about. A row is done when every poke of its subject was delivered. */
  readonly rows: readonly { readonly id: string; readonly subject: string }[];
  /** One poke a workflow, however many rows of it the batch holds. */
  readonly pokes: readonly (Poked & { readonly subject: string })[];
}

/**
 * Takes rows that nobody holds. The lease, not a row lock, keeps them for this relay: no lock is held across the call to
 * Temporal. A lease that runs out makes the rows free again, so a poke may come twice, never not at all.
 */
export async function leaseOutbox(
  ctx: AppContext,
  input: { readonly by: string; readonly limit: number; readonly leaseMs: number },
): Promise<LeasedBatch> {
  const leased = await sqlRows<{ id: string | number; plan_id: string; task_id: string | null; version: number }>(
    ctx.db,
    `UPDATE outbox SET leased_by = $1, leased_until = clock_timestamp() + $3 * interval '1 millisecond'
     WHERE id IN (
       SELECT id FROM outbox
       WHERE done_at IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, plan_id, task_id, version`,
    [input.by, input.limit, input.leaseMs],
  );
  if (leased.length === 0) return { rows: [], pokes: [] };
  const sequences = new Map<string, number>();
  for (const { plan_id, task_id, version } of leased) {
    const key = task_id ?? plan_id;
    sequences.set(key, Math.max(sequences.get(key) ?? 0, version));
  }
  const tasks = leased.flatMap(({ task_id }) => (task_id === null ? [] : [task_id]));
  const ownPlans = leased.filter(({ task_id }) => task_id === null).map(({ plan_id }) => plan_id);
  const plans = leased.map(({ plan_id }) => plan_id);
  return {
    rows: leased.map((row) => ({ id: String(row.id), subject: row.task_id ?? row.plan_id })),
    pokes: [
      ...(await planPokes(ctx, ownPlans, sequences)),
      ...(await taskPokes(ctx, tasks, sequences)),
      ...(await manualPokes(ctx, plans, ownPlans)),
    ],
  };
}

/** After every poke of them was delivered. */
export async function completeOutbox(ctx: AppContext, by: string, ids: readonly string[]): Promise<void> {
  await ctx.db.query(
    `UPDATE outbox SET done_at = clock_timestamp(), leased_by = NULL, leased_until = NULL
     WHERE id = ANY($1::bigint[]) AND leased_by = $2`,
    [ids, by],
  );
}

/** What was delivered longer ago is of no use: the version in the facts tells whether it was applied. */
export async function sweepOutbox(ctx: AppContext, keepMs: number): Promise<number> {
  const row = await sqlRow<{ count: number }>(
    ctx.db,
    `WITH gone AS (DELETE FROM outbox WHERE done_at < clock_timestamp() - $1 * interval '1 millisecond' RETURNING 1)
     SELECT count(*) AS count FROM gone`,
    [keepMs],
  );
  return row?.count ?? 0;
}

/** What concerns a whole plan may move its clock, by which the digest wakes too. */
async function planPokes(
  ctx: AppContext,
  planIds: readonly string[],
  sequences: ReadonlyMap<string, number>,
): Promise<LeasedBatch['pokes']> {
  if (planIds.length === 0) return [];
  const plans = await sqlRows<PlanRefRow>(
    ctx.db,
    `SELECT ${PLAN_REF} FROM plan p WHERE p.id = ANY($1) AND NOT p.finished`,
    [planIds],
  );
  return plans.flatMap((plan): LeasedBatch['pokes'] => {
    const sequence = sequences.get(plan.planId) ?? 0;
    return [
      { kind: 'plan', ref: toPlanRef(plan), sequence, subject: plan.planId },
      { kind: 'digest', ref: toDigestRef(plan), sequence, subject: plan.planId },
    ];
  });
}

async function taskPokes(
  ctx: AppContext,
  taskIds: readonly string[],
  sequences: ReadonlyMap<string, number>,
): Promise<LeasedBatch['pokes']> {
  if (taskIds.length === 0) return [];
  const tasks = await sqlRows<TaskRef>(
    ctx.db,
    `SELECT ${TASK_REF} FROM task t JOIN plan p ON p.id = t.plan_id WHERE t.id = ANY($1) AND NOT t.closed`,
    [taskIds],
  );
  return tasks.map((task) => ({
    kind: 'task',
    ref: toTaskRef(task),
    sequence: sequences.get(task.taskId) ?? 0,
    subject: task.taskId,
  }));
}

/** "Đôn đốc ngay" is mailed at once: the digest's workflow is told where one waits. */
async function manualPokes(
  ctx: AppContext,
  planIds: readonly string[],
  alreadyPoked: readonly string[],
): Promise<LeasedBatch['pokes']> {
  const plans = await sqlRows<PlanRefRow>(
    ctx.db,
    `SELECT ${PLAN_REF} FROM plan p
     WHERE p.id = ANY($1) AND NOT p.id = ANY($2) AND EXISTS (
       SELECT 1 FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id
       WHERE a.plan_id = p.id AND a.rule = 'manual' AND a.status = 'recorded' AND r.mail_id IS NULL)`,
    [planIds, alreadyPoked],
  );
  return plans.map((plan) => ({ kind: 'digest', ref: toDigestRef(plan), sequence: 0, subject: plan.planId }));
}

import { realDueOf, sleepMs } from '@don-doc/domain';
import type { EpochMs } from '@don-doc/domain';
import type { SettleResult, TaskWorkflowInput } from '@don-doc/contracts/temporal';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';
import { loadTask } from '../core/load-task.js';
import { lockPlan, lockTask } from '../core/locks.js';
import { loadFrame } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { saveTask } from '../core/save-task.js';
import { inTransaction } from '../core/transaction.js';
import { workThrough } from './work-through.js';

const CLOSED: SettleResult = { sleepMs: null, more: false, closed: true };

/**
 * Brings one task up to the plan's now, at most 200 instants a call. A token that is not the task's current one is told
 * `closed`, so that a workflow of an older generation ends instead of working beside the current one.
 */
export async function settleTask(ctx: AppContext, input: TaskWorkflowInput): Promise<SettleResult> {
  return inTransaction(ctx, async (em) => {
    await lockPlan(em, input.planId, 'shared');
    if (!(await lockTask(em, input.planId, input.taskId))) return CLOSED;
    const task = await loadTask(em, input.taskId);
    if (task === null || task.generation !== input.generation || task.closed) return CLOSED;
    const frame = await loadFrame(em, input.planId);
    const now = Math.max(frame.now, task.model.settledThrough);
    const done = workThrough(frame, task.model, now, 'step');
    await saveTask(em, {
      planId: frame.id,
      directoryId: frame.directoryId,
      before: task.model,
      after: done.task,
      effects: done.effects,
      byAccount: null,
    });
    await moveCursor(em, frame, task.id, {
      settledThrough: done.task.settledThrough,
      nextWakeAt: done.nextWakeAt,
      more: done.more,
      closed: done.closed,
    });
    if (done.closed) return CLOSED;
    return { sleepMs: sleepOf(frame, done.nextWakeAt), more: done.more, closed: false };
  });
}

interface Cursor {
  readonly settledThrough: EpochMs;
  readonly nextWakeAt: EpochMs | null;
  readonly more: boolean;
  readonly closed: boolean;
}

/** The version is answered for only when nothing is left to do: until then the watchdog sees a task that is behind. */
async function moveCursor(em: EntityManager, frame: PlanFrame, taskId: string, cursor: Cursor): Promise<void> {
  await em.query(
    `UPDATE task SET settled_through = ${fromEpochMs('$2')}, next_wake_at = ${fromEpochMs('$3')}, closed = $4,
       settled_version = CASE WHEN $5 THEN settled_version ELSE version END,
       last_error = NULL, failing_since = NULL, error_count = 0
     WHERE id = $1`,
    [
      taskId,
      cursor.settledThrough,
      cursor.closed ? null : wakeOf(frame, cursor.nextWakeAt),
      cursor.closed,
      cursor.more,
    ],
  );
}

/** The real instant of the next wake, for the watchdog; null while the clock stands. */
export function wakeOf(frame: PlanFrame, nextWakeAt: EpochMs | null): EpochMs | null {
  return nextWakeAt === null || leaseRanOut(frame) ? null : realDueOf(frame.clock, nextWakeAt);
}

export function sleepOf(frame: PlanFrame, nextWakeAt: EpochMs | null): number | null {
  return nextWakeAt === null || leaseRanOut(frame) ? null : sleepMs(frame.clock, nextWakeAt, frame.realNow);
}

/** A rehearsal's clock that nobody keeps stands still; whoever reopens it pokes every task. */
function leaseRanOut(frame: PlanFrame): boolean {
  const { leaseUntil } = frame.clock;
  return leaseUntil !== null && frame.realNow > leaseUntil;
}

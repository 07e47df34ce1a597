import { alarmKey, settlePlan as settleModel } from '@don-doc/domain';
import type { PlanAlarm } from '@don-doc/domain';
import type { PlanRef, PlanSettleResult, PlanWorkflowInput, TaskRef } from '@don-doc/contracts/temporal';
import { fromEpochMs, sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';
import { lockPlan, lockPlanRow } from '../core/locks.js';
import { loadFrame } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { insertAlarms, ledgerRow, releaseInLedger } from '../core/save-alarms.js';
import { inTransaction } from '../core/transaction.js';
import { sleepOf, wakeOf } from './settle-task.js';
import { missedBefore } from './work-through.js';

const CLOSED: PlanSettleResult = {
  sleepMs: null,
  more: false,
  closed: true,
  unstarted: [],
  unstartedDigest: null,
  behind: 0,
};

/** While tasks have not applied the latest event, the plan looks again this soon; nobody pokes it when they have. */
const WATCH_MS = 30_000;
/** A plan that is closing waits for its tasks to end. */
const CLOSING_MS = 1_000;

/** The plan's own settle: asks about expected events, names the workflows to be started, and ends with the plan. */
export async function settlePlan(ctx: AppContext, input: PlanWorkflowInput): Promise<PlanSettleResult> {
  return inTransaction(ctx, async (em) => {
    await lockPlan(em, input.planId, 'shared');
    if (!(await lockPlanRow(em, input.planId))) return CLOSED;
    const frame = await loadFrame(em, input.planId);
    if (frame.generation !== input.generation) return CLOSED;
    const now = Math.max(frame.now, frame.settledThrough);
    const done = settleModel({
      base: frame.base,
      log: frame.log,
      settledThrough: frame.settledThrough,
      now,
      missedBefore: missedBefore(frame),
    });
    await saveAlarms(em, frame, done.alarms);
    const tasks = await readTasks(em, frame);
    const finished = done.closed && tasks.open === 0;
    await em.query(
      `UPDATE plan SET settled_through = ${fromEpochMs('$2')}, next_wake_at = ${fromEpochMs('$3')},
         settled_version = version, finished = $4, last_error = NULL, failing_since = NULL, error_count = 0
       WHERE id = $1`,
      [frame.id, now, done.closed ? null : wakeOf(frame, done.nextWakeAt), finished],
    );
    if (finished) return CLOSED;
    const watch = done.closed ? CLOSING_MS : tasks.behind > 0 ? WATCH_MS : null;
    const sleep = sleepOf(frame, done.nextWakeAt);
    return {
      sleepMs: watch === null ? sleep : Math.min(watch, sleep ?? watch),
      more: false,
      closed: false,
      unstarted: tasks.unstarted,
      unstartedDigest: await unstartedDigest(em, frame),
      behind: tasks.behind,
    };
  });
}

async function saveAlarms(em: EntityManager, frame: PlanFrame, alarms: readonly PlanAlarm[]): Promise<void> {
  const owner = { planId: frame.id, taskId: null, directoryId: frame.directoryId, byAccount: null };
  const keyOf = ({ alarm, event, eventVersion }: PlanAlarm): string =>
    alarmKey(frame.id, null, event, alarm.rule, alarm.occurrence, eventVersion);
  await insertAlarms(
    em,
    owner,
    alarms.flatMap((one) =>
      one.status === 'released'
        ? []
        : [
            {
              ...ledgerRow(one.alarm, keyOf(one), one.eventVersion, one.status, one.madeAt, null),
              event: one.event,
            },
          ],
    ),
  );
  await releaseInLedger(
    em,
    owner,
    alarms
      .filter((one) => one.status === 'released')
      .map((one) => ({ alarm_key: keyOf(one), made_at: one.madeAt, audience: one.alarm.to })),
  );
}

interface TaskLine {
  id: string;
  no: string;
  generation: string;
  started: boolean;
  behind: boolean;
  closed: boolean;
}

async function readTasks(
  em: EntityManager,
  frame: PlanFrame,
): Promise<{ unstarted: TaskRef[]; behind: number; open: number }> {
  const lines = await sqlRows<TaskLine>(
    em,
    `SELECT id, no, generation, settled_version > 0 AS started, settled_version < version AS behind, closed
     FROM task WHERE plan_id = $1 ORDER BY position`,
    [frame.id],
  );
  return {
    unstarted: lines
      .filter((line) => !line.started && !line.closed)
      .map((line) => ({
        planId: frame.id,
        taskId: line.id,
        generation: line.generation,
        plan: frame.code ?? frame.id,
        row: line.no,
        isRehearsal: frame.isRehearsal,
      })),
    behind: lines.filter((line) => line.behind && !line.closed).length,
    open: lines.filter((line) => !line.closed).length,
  };
}

async function unstartedDigest(em: EntityManager, frame: PlanFrame): Promise<PlanRef | null> {
  const digest = await sqlRow<{ generation: string; started: boolean }>(
    em,
    'SELECT digest_generation AS generation, digest_started_at IS NOT NULL AS started FROM plan WHERE id = $1',
    [frame.id],
  );
  if (digest === null || digest.started) return null;
  return {
    planId: frame.id,
    generation: digest.generation,
    plan: frame.code ?? frame.id,
    isRehearsal: frame.isRehearsal,
  };
}

import type { TaskRef } from '@don-doc/contracts/temporal';
import { sqlRows } from '@don-doc/persistence';
import type { AppContext } from '../context.js';
import { PLAN_REF, TASK_REF, toDigestRef, toPlanRef, toTaskRef, type PlanRefRow, type WorkflowRef } from './refs.js';

/** `late`: by more than was asked for; else only behind, for how long is for the watchdog to remember. */
export type Stale = WorkflowRef & { readonly late: boolean };

/**
 * Tasks and plans that should have settled and have not: one is behind, or its wake is late by `lateMs`; and plans whose mails wait
 * for longer.
 */
export async function findStale(ctx: AppContext, lateMs: number): Promise<Stale[]> {
  const late = (column: string): string => `${column} < clock_timestamp() - $1 * interval '1 millisecond'`;
  const tasks = await sqlRows<TaskRef & { late: boolean }>(
    ctx.db,
    `SELECT ${TASK_REF}, coalesce(${late('t.next_wake_at')}, false) AS late
     FROM task t JOIN plan p ON p.id = t.plan_id
     WHERE NOT t.closed AND p.status <> 'draft' AND (t.settled_version < t.version OR ${late('t.next_wake_at')})
     ORDER BY t.plan_id, t.position`,
    [lateMs],
  );
  const plans = await sqlRows<PlanRefRow & { late: boolean }>(
    ctx.db,
    `SELECT ${PLAN_REF}, coalesce(${late('p.next_wake_at')}, false) AS late FROM plan p
     WHERE NOT p.finished AND p.status <> 'draft' AND (p.settled_version < p.version OR ${late('p.next_wake_at')})`,
    [lateMs],
  );
  const mails = await sqlRows<PlanRefRow>(
    ctx.db,
    `SELECT ${PLAN_REF} FROM plan p
     WHERE p.status <> 'draft' AND (
       EXISTS (SELECT 1 FROM mail m WHERE m.plan_id = p.id
         AND (m.state IN ('attempting', 'unknown') OR (m.state = 'gathered' AND p.status <> 'suspended'))
         AND ${late('coalesce(m.next_attempt_at, m.created_at)')})
       OR EXISTS (SELECT 1 FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id
         WHERE a.plan_id = p.id AND p.status = 'running' AND a.rule = 'manual' AND a.status = 'recorded' AND r.mail_id IS NULL
         AND ${late('a.created_at')}))`,
    [lateMs],
  );
  return [
    ...plans.map((plan): Stale => ({ kind: 'plan', ref: toPlanRef(plan), late: plan.late })),
    ...tasks.map((task): Stale => ({ kind: 'task', ref: toTaskRef(task), late: task.late })),
    ...mails.map((plan): Stale => ({ kind: 'digest', ref: toDigestRef(plan), late: true })),
  ];
}

/** Every workflow that should be running now, from the facts alone. */
export async function workflowsThatShouldRun(ctx: AppContext): Promise<WorkflowRef[]> {
  const plans = await sqlRows<PlanRefRow & { unfinished: boolean; mails: boolean }>(
    ctx.db,
    `SELECT * FROM (
       SELECT ${PLAN_REF}, NOT p.finished AS unfinished, p.created_at, p.status <> 'closed' OR EXISTS (
         SELECT 1 FROM mail m WHERE m.plan_id = p.id AND m.state IN ('gathered', 'attempting', 'unknown')) AS mails
       FROM plan p WHERE p.status <> 'draft') AS launched
     WHERE unfinished OR mails ORDER BY created_at`,
  );
  const tasks = await sqlRows<TaskRef>(
    ctx.db,
    `SELECT ${TASK_REF} FROM task t JOIN plan p ON p.id = t.plan_id
     WHERE NOT t.closed AND p.status <> 'draft' ORDER BY t.plan_id, t.position`,
  );
  return [
    ...plans
      .filter(({ unfinished }) => unfinished)
      .map((plan): WorkflowRef => ({ kind: 'plan', ref: toPlanRef(plan) })),
    ...tasks.map((task): WorkflowRef => ({ kind: 'task', ref: toTaskRef(task) })),
    ...plans.filter(({ mails }) => mails).map((plan): WorkflowRef => ({ kind: 'digest', ref: toDigestRef(plan) })),
  ];
}

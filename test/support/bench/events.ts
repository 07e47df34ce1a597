import { randomUUID } from 'node:crypto';
import { instantOf, RunningPlan, type Moment } from '../life/plan.js';
import type { Life } from '../life/life.js';
import { eventsAfter, lengthOf } from './histories.js';
import { pause, until } from './report.js';
import { launchPlan } from './ten-units.js';

/** Instants of the ladder, each with some alarms in several tasks; the clock runs into each of them by itself. */
const INSTANTS: readonly Moment[] = ['2025-05-05 08:00', '2025-05-23 08:00', '2025-05-30 08:00', '2025-06-02 08:00'];
const POKES = 6;
/** Real time that is left before an instant when the clock has been jumped to it: settled and quiet by then. */
const LEAD_MS = 6_000;

export interface EventFigures {
  readonly eventsAPoke: number;
  readonly eventsAnAlarmInstant: number;
  /** The largest number of alarms that one task made at one of these instants. */
  readonly alarmsInOneInstant: number;
  readonly poke: readonly string[];
  readonly alarmInstant: readonly string[];
}

/** How much a task's history grows by one poke and by one alarm instant: the most that was seen. */
export async function measureEvents(life: Life, draftId: string, unitIds: readonly string[]): Promise<EventFigures> {
  const [first] = INSTANTS;
  if (!first) throw new Error('no instants');
  const startAt = new Date(instantOf(first) - LEAD_MS).toISOString();
  const { planId, taskWorkflowIds } = await launchPlan(life, draftId, unitIds, { startAt, rate: 1 });
  const plan = new RunningPlan(life, planId);
  const taskIds = await life.rows<{ id: string }>('SELECT id FROM task WHERE plan_id = $1 ORDER BY position', [planId]);
  const tasks = taskIds.map(({ id }, n) => ({ id, workflowId: taskWorkflowIds[n] ?? '' }));
  let alarmInstant: string[] = [];
  let alarmsInOneInstant = 0;
  for (const moment of INSTANTS) {
    const at = instantOf(moment);
    if (moment !== first) {
      await life
        .as('office')
        .command(`/plans/${planId}/clock`, { act: 'jump', to: new Date(at - LEAD_MS).toISOString() });
    }
    await pause(LEAD_MS / 3);
    await plan.settled(await plan.mark());
    const before = await lengths(life, tasks);
    const early = await alarmsAt(life, planId, at);
    if (early.size > 0) throw new Error(`${moment} came before its history was looked at`);
    await until(`alarms of ${moment}`, async () => (await alarmsAt(life, planId, at)).size > 0);
    await pause(1_500);
    for (const [task, alarms] of await alarmsAt(life, planId, at)) {
      const workflowId = tasks.find(({ id }) => id === task)?.workflowId ?? '';
      const grown = await eventsAfter(life.client, workflowId, before.get(task) ?? 0);
      if (grown.length > alarmInstant.length) alarmInstant = grown;
      alarmsInOneInstant = Math.max(alarmsInOneInstant, alarms);
    }
  }
  const poke = await measurePokes(life, plan, tasks);
  return {
    eventsAPoke: poke.length,
    eventsAnAlarmInstant: alarmInstant.length,
    alarmsInOneInstant,
    poke,
    alarmInstant,
  };
}

interface Task {
  readonly id: string;
  readonly workflowId: string;
}

/** A command pokes its task once: the unit's result, then its return. */
async function measurePokes(life: Life, plan: RunningPlan, tasks: readonly Task[]): Promise<string[]> {
  const [open] = await life.rows<{ id: string; taskId: string }>(
    `SELECT a.id, a.task_id AS "taskId" FROM assignment a JOIN unit u ON u.id = a.unit_id
     WHERE a.plan_id = $1 AND u.code = 'P1' AND NOT a.office_led AND a.state IN ('open', 'returned') LIMIT 1`,
    [plan.id],
  );
  if (!open) throw new Error('no open work of P1');
  const workflowId = tasks.find(({ id }) => id === open.taskId)?.workflowId ?? '';
  let most: string[] = [];
  for (let n = 0; n < POKES; n += 1) {
    const before = await lengthOf(life.client, workflowId);
    const version = await versionOf(life, open.id);
    const act = n % 2 === 0 ? 'submit' : 'return';
    const who = act === 'submit' ? 'head-P1' : 'office';
    const body = act === 'submit' ? { summary: 'Đã hoàn thành' } : { reason: 'Đề nghị bổ sung danh mục' };
    await life.as(who).command(`/assignments/${open.id}/${act}`, { commandId: randomUUID(), version, ...body });
    await plan.settled(await plan.mark());
    await pause(700);
    const grown = await eventsAfter(life.client, workflowId, before);
    if (grown.length > most.length) most = grown;
  }
  return most;
}

async function versionOf(life: Life, assignmentId: string): Promise<number> {
  const [row] = await life.rows<{ version: number }>('SELECT version FROM assignment WHERE id = $1', [assignmentId]);
  return row?.version ?? 0;
}

async function lengths(life: Life, tasks: readonly Task[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { id, workflowId } of tasks) found.set(id, await lengthOf(life.client, workflowId));
  return found;
}

/** Alarms made at an instant, by task. */
async function alarmsAt(life: Life, planId: string, at: number): Promise<Map<string, number>> {
  const rows = await life.rows<{ taskId: string; alarms: number }>(
    `SELECT task_id AS "taskId", count(*) AS alarms FROM alarm
     WHERE plan_id = $1 AND task_id IS NOT NULL AND made_at = $2::timestamptz GROUP BY task_id`,
    [planId, new Date(at).toISOString()],
  );
  return new Map(rows.map(({ taskId, alarms }) => [taskId, Number(alarms)]));
}

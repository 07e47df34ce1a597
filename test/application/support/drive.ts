import { randomUUID } from 'node:crypto';
import { changeClock, settlePlan, settleTask, type LaunchAnswer } from '@don-doc/application';
import type { World } from './world.js';

/** What the workflows would do: settle every task until nothing is left. Returns how many calls it took. */
export async function settleAll(world: World, plan: LaunchAnswer): Promise<number> {
  let calls = 0;
  for (const { taskId, generation } of plan.tasks) {
    for (let more = true; more; calls += 1) {
      more = (await settleTask(world.ctx, { planId: plan.planId, taskId, generation })).more;
    }
  }
  await settlePlan(world.ctx, { planId: plan.planId, generation: plan.generation });
  return calls;
}

/** Moves a rehearsal's clock to an instant, without settling. */
export async function jumpTo(world: World, plan: LaunchAnswer, at: string): Promise<void> {
  await changeClock(world.ctx, world.office, {
    act: 'jump',
    to: Date.parse(at),
    commandId: randomUUID(),
    planId: plan.planId,
  });
}

export interface LedgerLine {
  readonly alarm_key: string;
  readonly no: string;
  readonly unit_id: string | null;
  readonly rule: string;
  readonly occurrence: number;
  readonly at: string;
  readonly status: string;
}

/** The reminder ledger, in order, with instants in the plan's zone. */
export async function ledger(world: World, planId: string): Promise<LedgerLine[]> {
  return world.rows<LedgerLine>(
    `SELECT a.alarm_key, coalesce(r.no, '') AS no, a.unit_id, a.rule, a.occurrence, a.status,
       to_char(a.made_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') AS at
     FROM alarm a LEFT JOIN plan_row r ON r.id = a.row_id WHERE a.plan_id = $1
     ORDER BY a.made_at, r.position, a.unit_id, a.rule, a.occurrence`,
    [planId],
  );
}

export async function assignmentOf(
  world: World,
  planId: string,
  no: string,
  unitId: string,
): Promise<{ id: string; version: number; state: string }> {
  const [found] = await world.rows<{ id: string; version: number; state: string }>(
    `SELECT a.id, a.version, a.state FROM assignment a JOIN plan_row r ON r.id = a.row_id
     WHERE a.plan_id = $1 AND r.no = $2 AND a.unit_id = $3`,
    [planId, no, unitId],
  );
  if (!found) throw new Error(`no assignment ${no}`);
  return found;
}

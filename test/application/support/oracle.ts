import { simulate } from '@don-doc/domain';
import type { PlanDraft, RecordedCommand } from '@don-doc/domain';
import { loadFrame, loadTasks } from '@don-doc/application';
import { epochMs } from '@don-doc/persistence';
import { tasksAtLaunch } from '../../support/model/initial.js';
import type { World } from './world.js';

/** The ledger that the pure model makes of the run's recorded commands and events: key, status and instant made. */
export async function expectedLedger(world: World, planId: string): Promise<string[]> {
  return world.ctx.db.transaction(async (em) => {
    const frame = await loadFrame(em, planId);
    const tasks = await loadTasks(em, planId);
    const signed = await world.rows<{ id: string; on: string }>(
      `SELECT assignment_id AS id, data->>'issuedOn' AS "on" FROM history
       WHERE plan_id = $1 AND kind = 'completed-by-signing'`,
      [planId],
    );
    const done = new Map(signed.map((line) => [line.id, line.on]));
    const commands = await world.rows<RecordedCommand>(
      `SELECT task_id AS "taskId", ${epochMs('at')} AS at, command FROM command_log
       WHERE plan_id = $1 AND command IS NOT NULL ORDER BY at`,
      [planId],
    );
    const until = Math.max(...tasks.map((task) => task.model.settledThrough));
    const [plan] = await world.rows<{ draft: PlanDraft }>('SELECT draft FROM plan WHERE id = $1', [planId]);
    if (!plan) throw new Error(`no plan ${planId}`);
    const models = tasks.map(({ model }) => model);
    const initial = tasksAtLaunch(models, commands, plan.draft, done);
    const life = simulate({ base: frame.base, log: frame.log, ...initial, commands, until });
    return life.ledger.map((e) => `${e.key} ${e.status} ${e.madeAt}`).sort();
  });
}

/** The same of what the run has written. */
export async function writtenLedger(world: World, planId: string): Promise<string[]> {
  const lines = await world.rows<{ line: string }>(
    `SELECT alarm_key || ' ' || status || ' ' || ${epochMs('made_at')} AS line FROM alarm
     WHERE plan_id = $1 AND task_id IS NOT NULL`,
    [planId],
  );
  return lines.map(({ line }) => line).sort();
}

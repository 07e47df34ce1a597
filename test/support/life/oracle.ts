import { alarmKey, settlePlan, simulate } from '@don-doc/domain';
import type { AssignmentModel, EpochMs, PlanDraft, RecordedCommand, RowState } from '@don-doc/domain';
import { loadFrame, loadTasks } from '@don-doc/application';
import type { PlanFrame } from '@don-doc/application';
import { epochMs } from '@don-doc/persistence';
import { tasksAtLaunch } from '../model/initial.js';
import type { RunningPlan } from './plan.js';

export interface Record {
  /** key, status, when it was planned and made, channel, to whom: a line for each alarm. */
  readonly ledger: readonly string[];
  /** Every assignment's state with its dates, every row's days and due version. */
  readonly state: readonly string[];
}

export interface Comparison {
  readonly run: Record;
  readonly model: Record;
  readonly commands: number;
  readonly events: number;
}

/** What the run has written beside what the pure model makes of the run's recorded commands and events. */
export async function compare(plan: RunningPlan): Promise<Comparison> {
  const { life, id } = plan;
  return life.db.transaction('REPEATABLE READ', async (em) => {
    const frame = await loadFrame(em, id);
    const tasks = await loadTasks(em, id);
    const commands = await life.rows<RecordedCommand>(
      `SELECT task_id AS "taskId", ${epochMs('at')} AS at, command FROM command_log
       WHERE plan_id = $1 AND command IS NOT NULL ORDER BY at`,
      [id],
    );
    const signed = await life.rows<{ id: string; on: string }>(
      `SELECT assignment_id AS id, data->>'issuedOn' AS "on" FROM history
       WHERE plan_id = $1 AND kind = 'completed-by-signing'`,
      [id],
    );
    const signedOn = new Map(signed.map((one) => [one.id, one.on]));
    const [drafted] = await life.rows<{ draft: PlanDraft }>('SELECT draft FROM plan WHERE id = $1', [id]);
    if (!drafted) throw new Error(`no plan ${id}`);
    const models = tasks.map(({ model }) => model);
    const initial = tasksAtLaunch(models, commands, drafted.draft, signedOn);
    const until = Math.max(...tasks.map(({ model }) => model.settledThrough));
    const told = simulate({ base: frame.base, log: frame.log, ...initial, commands, until });
    const written = await life.rows<{ line: string }>(
      `SELECT concat_ws(' ', alarm_key, status, ${epochMs('planned_at')}, ${epochMs('made_at')}, channel,
         array_to_string(ARRAY(SELECT unnest(audience) ORDER BY 1), ',')) AS line
       FROM alarm WHERE plan_id = $1`,
      [id],
    );
    return {
      run: {
        ledger: written.map(({ line }) => line).sort(),
        state: stateOf(tasks.map(({ model }) => model)),
      },
      model: {
        ledger: [
          ...told.ledger.map((e) => lineOf(e.key, e.status, e.alarm.at, e.madeAt, e.alarm.channel, e.alarm.to)),
          ...planLedger(frame, until),
        ].sort(),
        state: stateOf(told.tasks),
      },
      commands: commands.length,
      events: frame.log.length,
    };
  });
}

function lineOf(
  key: string,
  status: string,
  at: EpochMs,
  madeAt: EpochMs,
  channel: string,
  to: readonly string[],
): string {
  return [key, status, at, madeAt, channel, [...to].sort().join(',')].join(' ');
}

/** The alarms of the plan as a whole. */
function planLedger(frame: PlanFrame, until: EpochMs): string[] {
  const { alarms } = settlePlan({
    base: frame.base,
    log: frame.log,
    settledThrough: frame.launchedAt - 1,
    now: until,
    missedBefore: Number.NEGATIVE_INFINITY,
  });
  // One that was suppressed and released is in the ledger once, as it then is.
  const lines = new Map<string, string>();
  for (const { event, eventVersion, alarm, status, madeAt } of alarms) {
    const key = alarmKey(frame.id, null, event, alarm.rule, alarm.occurrence, eventVersion);
    const kept = status === 'released' ? 'recorded' : status;
    lines.set(key, lineOf(key, kept, alarm.at, madeAt, alarm.channel, alarm.to));
  }
  return [...lines.values()];
}

function stateOf(tasks: readonly { rows: readonly RowState[]; assignments: readonly AssignmentModel[] }[]): string[] {
  return tasks
    .flatMap(({ rows, assignments }) => [
      ...rows.map((row) =>
        [row.no, row.window.opensOn, row.window.lastDay, row.dueVersion, row.dueVersionAt, row.firstLastDay].join(' '),
      ),
      ...assignments.map((a) =>
        [a.rowId, a.unitId, a.state, a.submittedAt, a.actualOn, a.claimsNotArisen, a.periods.length].join(' '),
      ),
    ])
    .sort();
}

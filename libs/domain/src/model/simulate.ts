import { alarmKey } from '../alarm/alarms.js';
import type { PlannedAlarm } from '../alarm/alarms.js';
import type { EpochMs } from '../time/reading.js';
import { applyCommand } from './commands.js';
import { applyLogEntry, foldFacts } from './facts.js';
import { addedTask } from './amend.js';
import { initialTask } from './initial-task.js';
import { settleTask } from './settle.js';
import type { InitialTaskInput } from './initial-task.js';
import type { AlarmStatus, Effect, PlanFacts, PlanLogEntry, TaskCommand, TaskModel } from './types.js';

export interface RecordedCommand {
  readonly taskId: string;
  readonly at: EpochMs;
  readonly command: TaskCommand;
}

export interface LedgerEntry {
  readonly key: string;
  readonly taskId: string;
  readonly rowId: string;
  readonly unitId: string | null;
  readonly alarm: PlannedAlarm;
  readonly dueVersion: number;
  readonly status: AlarmStatus;
  readonly madeAt: EpochMs;
}

export interface Simulation {
  readonly tasks: readonly TaskModel[];
  readonly facts: PlanFacts;
  readonly ledger: readonly LedgerEntry[];
  readonly effects: readonly Effect[];
}

/**
 * The whole life of a plan without writing anything: the same pure functions that settle and commands use, fed with
 * recorded commands and events. This is `preview`, what-if, and the oracle that a run's ledger is held against.
 */
export function simulate(input: {
  readonly base: PlanFacts;
  /** Entries told at the launch (in force from the first instant) come with `at` ≤ launchedAt. */
  readonly log: readonly PlanLogEntry[];
  readonly tasks: readonly InitialTaskInput[];
  /** Tasks that came by an amendment, empty at first; their rows are among the commands. */
  readonly added?: readonly { readonly id: string; readonly at: EpochMs }[];
  readonly commands: readonly RecordedCommand[];
  readonly until: EpochMs;
}): Simulation {
  const atLaunch = input.log.filter((entry) => entry.at <= input.base.launchedAt);
  const later = input.log.filter((entry) => entry.at > input.base.launchedAt);
  const facts = foldFacts(input.base, atLaunch);
  const effects: Effect[] = [];
  const ledger: LedgerEntry[] = [];
  const live = (start: TaskModel, startFacts: PlanFacts): TaskModel => {
    const commands = input.commands.filter((c) => c.taskId === start.id);
    const life = runTask(start, startFacts, later, commands, input.until);
    effects.push(...life.effects);
    ledger.push(...toLedger(start.id, life.effects));
    return life.task;
  };
  const tasks = [
    ...input.tasks.map((initial) => live(initialTask(initial, facts), facts)),
    ...(input.added ?? []).map(({ id, at }) =>
      live(
        addedTask(id, at),
        foldFacts(
          facts,
          later.filter((entry) => entry.at <= at),
        ),
      ),
    ),
  ];
  const end = later.filter((entry) => entry.at <= input.until).reduce(applyLogEntry, facts);
  return { tasks, facts: end, ledger, effects };
}

function runTask(
  start: TaskModel,
  startFacts: PlanFacts,
  log: readonly PlanLogEntry[],
  commands: readonly RecordedCommand[],
  until: EpochMs,
): { task: TaskModel; effects: Effect[] } {
  let task = start;
  let facts = startFacts;
  const effects: Effect[] = [];
  const settleTo = (now: EpochMs): void => {
    for (let more = true; more;) {
      const pending = log.filter((entry) => entry.at > task.settledThrough && entry.at <= now);
      const outcome = settleTask({ task, facts, log: pending, now, missedBefore: Number.NEGATIVE_INFINITY });
      ({ task, facts, more } = outcome);
      effects.push(...outcome.effects);
    }
  };
  for (const { at, command } of commands) {
    settleTo(at);
    const outcome = applyCommand({ task, facts, command, at });
    task = outcome.task;
    effects.push(...outcome.effects);
  }
  settleTo(until);
  return { task, effects };
}

/** Effects to ledger entries; a suppressed alarm that was released counts once, as recorded at its release. */
export function toLedger(taskId: string, effects: readonly Effect[]): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>();
  for (const e of effects) {
    if (e.kind !== 'alarm' && e.kind !== 'alarm-released') continue;
    const key = alarmKey(e.rowId, e.unitId, e.alarm.period, e.alarm.rule, e.alarm.occurrence, e.dueVersion);
    if (e.kind === 'alarm' && entries.has(key)) continue;
    const status = e.kind === 'alarm' ? e.status : 'recorded';
    entries.set(key, {
      key,
      taskId,
      rowId: e.rowId,
      unitId: e.unitId,
      alarm: e.alarm,
      dueVersion: e.dueVersion,
      status,
      madeAt: e.madeAt,
    });
  }
  return [...entries.values()];
}

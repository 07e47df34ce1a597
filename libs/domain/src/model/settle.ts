import { alarmsBetween, nextAlarmAfter } from '../alarm/alarms.js';
import type { EpochMs } from '../time/reading.js';
import { alarmContext, gravestOf, nextInstant, runAssignment, speakFor } from './assignment-run.js';
import { applyLogEntry } from './facts.js';
import { rearm } from './rearm.js';
import { isDone } from './transitions.js';
import type { AssignmentModel, Effect, PlanFacts, PlanLogEntry, RowState, TaskModel } from './types.js';

/** At most so many instants a call; the rest follows at once (`more`). Missed ones do not count: they are one decision. */
export const MAX_INSTANTS = 200;

export interface SettleInput {
  readonly task: TaskModel;
  /** As of `task.settledThrough`. */
  readonly facts: PlanFacts;
  /** Entries after `task.settledThrough` and up to `now`, ordered by (at, seq). */
  readonly log: readonly PlanLogEntry[];
  readonly now: EpochMs;
  /** Plan instants before it are over 60 real minutes late; −Infinity when there are none. */
  readonly missedBefore: EpochMs;
  readonly maxInstants?: number;
}

export interface SettleOutcome {
  readonly task: TaskModel;
  readonly facts: PlanFacts;
  readonly effects: readonly Effect[];
  /** Plan instant of the next thing that time alone will do, or null. */
  readonly nextWakeAt: EpochMs | null;
  readonly more: boolean;
  readonly closed: boolean;
}

/**
 * What time has made due, worked through in order: the log and the alarms are merged by their instants, each under the
 * facts then in force; at one instant the alarms come before the entry. Pure and idempotent over its cursor.
 */
export function settleTask(input: SettleInput): SettleOutcome {
  const limit = input.maxInstants ?? MAX_INSTANTS;
  const full = work(input, input.now);
  const counted = [...new Set(full.effects.map(instantOf))]
    .filter((at) => at >= input.missedBefore)
    .sort((a, b) => a - b);
  const cut = counted[limit];
  const done = cut === undefined ? full : work(input, cut - 1);
  const effects = onlyGravest(done.effects, input.missedBefore).sort(byInstant);
  const closed = done.facts.status === 'closed';
  const nextWakeAt = closed ? null : nextOf(done.task, done.facts);
  return { task: done.task, facts: done.facts, effects, nextWakeAt, more: cut !== undefined, closed };
}

interface Worked {
  readonly task: TaskModel;
  readonly facts: PlanFacts;
  readonly effects: Effect[];
}

function work(input: SettleInput, upTo: EpochMs): Worked {
  let { task, facts } = input;
  const effects: Effect[] = [];
  for (const entry of input.log) {
    if (entry.at > upTo || facts.status === 'closed') break;
    task = advance(facts, task, entry.at, effects);
    const before = facts;
    facts = applyLogEntry(facts, entry);
    task = rearm(before, facts, task, entry, effects);
  }
  if (facts.status !== 'closed') task = advance(facts, task, upTo, effects);
  return { task: { ...task, settledThrough: Math.max(task.settledThrough, upTo) }, facts, effects };
}

/** Every assignment, and the questions about rows, through (settledThrough, upTo] under unchanged facts. */
function advance(facts: PlanFacts, task: TaskModel, upTo: EpochMs, effects: Effect[]): TaskModel {
  const after = task.settledThrough;
  if (upTo <= after) return task;
  const rows = new Map(task.rows.map((row) => [row.id, row]));
  const doneAt = new Map<string, EpochMs>();
  const assignments = task.assignments.map((a) => {
    const run = runAssignment(facts, mustRow(rows, a.rowId), a, after, upTo);
    effects.push(...run.effects);
    if (isDone(a.state)) doneAt.set(a.id, after);
    for (const e of run.effects) if (e.kind === 'assignment' && isDone(e.to)) doneAt.set(a.id, e.at);
    return run.assignment;
  });
  const asked = task.rows.map((row): RowState => {
    const questions = rowQuestions(facts, row, task.assignments, doneAt, after, upTo);
    effects.push(...questions);
    const last = questions.at(-1);
    return last === undefined || last.status !== 'suppressed' ? row : { ...row, suppressed: last.alarm };
  });
  return { ...task, rows: asked, assignments, settledThrough: upTo };
}

/** The Office is asked for a due date, once for the row, while any of its work is not done. */
function rowQuestions(
  facts: PlanFacts,
  row: RowState,
  assignments: readonly AssignmentModel[],
  doneAt: ReadonlyMap<string, EpochMs>,
  after: EpochMs,
  upTo: EpochMs,
): Extract<Effect, { kind: 'alarm' }>[] {
  if (row.window.follow !== 'ask-due') return [];
  const mine = assignments.filter((a) => a.rowId === row.id);
  return alarmsBetween(alarmContext(facts, row, null), after, upTo)
    .filter(
      (alarm) =>
        alarm.rule === 'ask-due-date' && mine.some((a) => (doneAt.get(a.id) ?? Number.POSITIVE_INFINITY) >= alarm.at),
    )
    .map((alarm) => ({
      kind: 'alarm',
      rowId: row.id,
      unitId: null,
      assignmentId: null,
      alarm,
      dueVersion: row.dueVersion,
      status: facts.status === 'suspended' ? 'suppressed' : 'recorded',
      madeAt: alarm.at,
    }));
}

/** Catch-up: of an assignment's alarms over 60 real minutes late, only the gravest is made, for all whom they concerned. */
function onlyGravest(effects: readonly Effect[], missedBefore: EpochMs): Effect[] {
  if (missedBefore === Number.NEGATIVE_INFINITY) return [...effects];
  const missed = new Map<string, Extract<Effect, { kind: 'alarm' }>[]>();
  for (const e of effects)
    if (e.kind === 'alarm' && e.status === 'recorded' && e.madeAt < missedBefore) {
      const key = e.assignmentId ?? e.rowId;
      missed.set(key, [...(missed.get(key) ?? []), e]);
    }
  const replaced = new Map<Effect, Effect>();
  for (const group of missed.values()) {
    const newest = Math.max(...group.map((e) => e.dueVersion));
    const alarms = group.filter((e) => e.dueVersion === newest).map((e) => e.alarm);
    const gravest = gravestOf(alarms);
    for (const e of group)
      replaced.set(
        e,
        e.alarm === gravest ? { ...e, alarm: speakFor(gravest, alarms) } : { ...e, status: 'superseded' },
      );
  }
  return effects.map((e) => replaced.get(e) ?? e);
}

/** The plan instant at which an effect took place. */
export function instantOf(effect: Effect): EpochMs {
  return effect.kind === 'alarm' || effect.kind === 'alarm-released' ? effect.madeAt : effect.at;
}

const RANK: Readonly<Record<Effect['kind'], number>> = {
  'due-changed': 0,
  assignment: 1,
  late: 2,
  'alarm-released': 3,
  alarm: 4,
};

function byInstant(a: Effect, b: Effect): number {
  return instantOf(a) - instantOf(b) || RANK[a.kind] - RANK[b.kind];
}

/** The next plan instant after `settledThrough` at which time alone does anything to the task. */
export function nextOf(task: TaskModel, facts: PlanFacts): EpochMs | null {
  const rows = new Map(task.rows.map((row) => [row.id, row]));
  const times = task.assignments.map((a) => nextInstant(facts, mustRow(rows, a.rowId), a, task.settledThrough));
  for (const row of task.rows)
    if (row.window.follow === 'ask-due' && task.assignments.some((a) => a.rowId === row.id && !isDone(a.state)))
      times.push(nextAlarmAfter(alarmContext(facts, row, null), task.settledThrough));
  return times.reduce<EpochMs | null>(
    (least, t) => (t === null ? least : least === null ? t : Math.min(least, t)),
    null,
  );
}

function mustRow(rows: ReadonlyMap<string, RowState>, id: string): RowState {
  const row = rows.get(id);
  if (!row) throw new RangeError(`assignment of unknown row ${id}`);
  return row;
}

import { GRAVENESS } from '../alarm/ladder.js';
import { DomainError } from '../errors.js';
import { dateOf, startOfDay } from '../time/civil.js';
import type { EpochMs } from '../time/reading.js';
import { makeAlarm, movedEffect, openNow } from './assignment-run.js';
import type { CommandOutcome } from './commands.js';
import { newAssignment, newRow } from './initial-task.js';
import type { NewAssignment } from './initial-task.js';
import { changeDue } from './rearm.js';
import { isDone, transition } from './transitions.js';
import type { AssignmentModel, Effect, PlanFacts, RowChange, RowState, TaskModel } from './types.js';

/** A task that an amendment adds: empty until its rows come, and nothing before `at` is its concern. */
export function addedTask(id: string, at: EpochMs): TaskModel {
  return { id, rows: [], assignments: [], settledThrough: at };
}

/**
 * What a confirmed amendment changes in one task, as of `at`, to which the task has settled. Rows keep their first due
 * date and every due version; work that is done stays done. Throws DomainError: ROW_UNKNOWN, ROW_EXISTS, ROW_NOTHING_LEFT,
 * ROW_WITHOUT_LEAD, AMENDMENT_MONTHLY, ASSIGNMENT_UNKNOWN, AMENDED_DUE_PASSED, AMENDMENT_EMPTY.
 */
export function amendTask(
  task: TaskModel,
  facts: PlanFacts,
  changes: readonly RowChange[],
  at: EpochMs,
): CommandOutcome {
  const effects: Effect[] = [];
  let next = task;
  for (const change of changes) next = amend(next, facts, change, at, effects);
  return { task: next, effects };
}

function amend(task: TaskModel, facts: PlanFacts, change: RowChange, at: EpochMs, effects: Effect[]): TaskModel {
  switch (change.kind) {
    case 'add-row':
      return addRow(task, facts, change, at, effects);
    case 'change-row':
      return changeRow(task, facts, change, at, effects);
    case 'withdraw-row': {
      const row = rowOf(task, change.rowId);
      const before = effects.length;
      const next = eachOf(task, row, (a) => withdraw(a, at, effects));
      if (effects.length === before) throw new DomainError('ROW_NOTHING_LEFT', { rowNo: row.no });
      return next;
    }
  }
}

function addRow(
  task: TaskModel,
  facts: PlanFacts,
  { row: given, assignments }: Extract<RowChange, { kind: 'add-row' }>,
  at: EpochMs,
  effects: Effect[],
): TaskModel {
  if (task.rows.some((row) => row.id === given.id || row.no === given.no))
    throw new DomainError('ROW_EXISTS', { rowNo: given.no });
  if (assignments.length === 0) throw new DomainError('ROW_WITHOUT_LEAD', { rowNo: given.no });
  const row = newRow(given, facts, at);
  notMonthly(row);
  stillAhead(row, at);
  const joined = assignments.map((a) => openIfDue(facts, row, newAssignment(a), at, effects));
  return { ...task, rows: [...task.rows, row], assignments: [...task.assignments, ...joined] };
}

function changeRow(
  task: TaskModel,
  facts: PlanFacts,
  { rowId, time, join, leave }: Extract<RowChange, { kind: 'change-row' }>,
  at: EpochMs,
  effects: Effect[],
): TaskModel {
  const row = rowOf(task, rowId);
  if (time === null && join.length === 0 && leave.length === 0)
    throw new DomainError('AMENDMENT_EMPTY', { rowNo: row.no });
  let next = task;
  for (const id of leave) {
    if (!task.assignments.some((a) => a.id === id && a.rowId === rowId))
      throw new DomainError('ASSIGNMENT_UNKNOWN', { assignmentId: id });
    next = eachOf(next, row, (a) => (a.id === id ? withdraw(a, at, effects) : a));
  }
  if (time !== null) {
    const worded: RowState = { ...row, ...time };
    const rows = next.rows.map((r) => (r.id === rowId ? worded : r));
    next = changeDue(facts, facts, { ...next, rows }, worded, at, effects);
    const changed = rowOf(next, rowId);
    notMonthly(changed);
    if (changed.dueVersion !== row.dueVersion) stillAhead(changed, at);
  }
  const now = rowOf(next, rowId);
  for (const unit of join) next = joinRow(next, facts, now, unit, at, effects);
  if (!next.assignments.some((a) => a.rowId === rowId && a.state !== 'withdrawn'))
    throw new DomainError('ROW_WITHOUT_LEAD', { rowNo: row.no });
  return next;
}

/** A unit that joins a row under way is told so at once: the row's own opening notice may be long past. */
function joinRow(
  task: TaskModel,
  facts: PlanFacts,
  row: RowState,
  unit: NewAssignment,
  at: EpochMs,
  effects: Effect[],
): TaskModel {
  const known = task.assignments.find((a) => a.rowId === row.id && a.unitId === unit.unitId);
  if (known !== undefined && known.state !== 'withdrawn') return task;
  notMonthly(row);
  stillAhead(row, at);
  const fresh: AssignmentModel =
    known === undefined
      ? newAssignment(unit)
      : { ...newAssignment(known), state: transition(known.state, 'reinstate') };
  if (known !== undefined) effects.push(movedEffect(known, fresh.state, at, 'amendment'));
  const opened = openIfDue(facts, row, fresh, at, effects);
  const joined =
    opened.state === 'open' && row.dueVersionAt < at
      ? tell(facts, row, opened, known !== undefined, at, effects)
      : opened;
  const assignments =
    known === undefined ? [...task.assignments, joined] : task.assignments.map((a) => (a.id === known.id ? joined : a));
  return { ...task, assignments };
}

function tell(
  facts: PlanFacts,
  row: RowState,
  a: AssignmentModel,
  again: boolean,
  at: EpochMs,
  effects: Effect[],
): AssignmentModel {
  const alarm = {
    at,
    rule: 'opening',
    occurrence: 1,
    // A unit that comes back was told once before: the day makes this notice another one.
    period: again ? dateOf(at) : null,
    to: ['unit-head'],
    channel: 'digest',
    grave: GRAVENESS.opening,
  } as const;
  const made = makeAlarm(facts, row, a, alarm, at);
  effects.push(...made.effects);
  return made.assignment;
}

function openIfDue(
  facts: PlanFacts,
  row: RowState,
  a: AssignmentModel,
  at: EpochMs,
  effects: Effect[],
): AssignmentModel {
  const { opensOn } = row.window;
  if (opensOn === null || startOfDay(opensOn) > at) return a;
  const run = openNow(facts, row, a, at);
  effects.push(...run.effects);
  return run.assignment;
}

function withdraw(a: AssignmentModel, at: EpochMs, effects: Effect[]): AssignmentModel {
  if (isDone(a.state)) return a;
  const to = transition(a.state, 'withdraw');
  effects.push(movedEffect(a, to, at, 'amendment'));
  return { ...a, state: to, suppressed: null };
}

/** The months of a continuing row are owed from the issue of the plan on; what joins later would owe what it could not give. */
function notMonthly(row: RowState): void {
  if (row.window.follow === 'periods') throw new DomainError('AMENDMENT_MONTHLY', { rowNo: row.no });
}

/** An amendment cannot set a date that nobody could keep any more. */
function stillAhead(row: RowState, at: EpochMs): void {
  const { lastDay } = row.window;
  if (lastDay !== null && lastDay < dateOf(at)) throw new DomainError('AMENDED_DUE_PASSED', { rowNo: row.no, lastDay });
}

function rowOf(task: TaskModel, rowId: string): RowState {
  const row = task.rows.find((r) => r.id === rowId);
  if (!row) throw new DomainError('ROW_UNKNOWN', { rowId });
  return row;
}

function eachOf(task: TaskModel, row: RowState, change: (a: AssignmentModel) => AssignmentModel): TaskModel {
  return { ...task, assignments: task.assignments.map((a) => (a.rowId === row.id ? change(a) : a)) };
}

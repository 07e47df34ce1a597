import { alarmsBetween, openingAt } from '../alarm/alarms.js';
import type { PlannedAlarm } from '../alarm/alarms.js';
import type { WorkCalendar } from '../time/calendar.js';
import { dateOf, startOfDay } from '../time/civil.js';
import type { EpochMs } from '../time/reading.js';
import { resolveWindow, sameDue } from '../time/window.js';
import type { DeadlineWindow } from '../time/window.js';
import { alarmContext, allPeriodsMet, catchUp, makeAlarm, movedEffect, openNow } from './assignment-run.js';
import type { Run } from './assignment-run.js';
import { eventNameOf, eventOf } from './facts.js';
import { isArmed, isDone, transition } from './transitions.js';
import type { AssignmentModel, Effect, PlanFacts, PlanLogEntry, RowState, TaskModel } from './types.js';

/** After an entry of the log: windows recomputed, what changed is armed anew, suppressed alarms released at resume. */
export function rearm(
  before: PlanFacts,
  facts: PlanFacts,
  task: TaskModel,
  entry: PlanLogEntry,
  effects: Effect[],
): TaskModel {
  switch (entry.kind) {
    case 'event':
    case 'calendar': {
      let next = task;
      for (const row of task.rows)
        if (entry.kind === 'calendar' || eventNameOf(row.spec) === entry.name)
          next = changeDue(before, facts, next, row, entry.at, effects);
      return next;
    }
    case 'resumed':
      return {
        ...task,
        rows: task.rows.map((row) => releaseQuestion(task, row, entry.at, effects)),
        assignments: task.assignments.map((a) => release(facts, task, a, entry.at, effects)),
      };
    case 'suspended':
    case 'closed':
      return task;
  }
}

function release(
  facts: PlanFacts,
  task: TaskModel,
  a: AssignmentModel,
  at: EpochMs,
  effects: Effect[],
): AssignmentModel {
  const alarm = a.suppressed;
  if (alarm === null) return a;
  const row = task.rows.find((r) => r.id === a.rowId);
  if (row && stillSpeaks(facts, row, a, alarm, at)) effects.push(releasedOf(row, a, alarm, at));
  return { ...a, suppressed: null };
}

/** Work that waits is told of one thing only: an event that is still expected, on the day of the notice, and ahead. */
function stillSpeaks(facts: PlanFacts, row: RowState, a: AssignmentModel, alarm: PlannedAlarm, at: EpochMs): boolean {
  if (alarm.rule !== 'expected-notice') return isArmed(a.state);
  const event = eventOf(facts, row.window.event);
  const ahead = event.status === 'expected' && event.on !== null && event.on >= dateOf(at);
  return ahead && event.version === alarm.occurrence && (a.state === 'waiting' || isArmed(a.state));
}

/** A question about a row stands until it is answered or all its work is done. */
function releaseQuestion(task: TaskModel, row: RowState, at: EpochMs, effects: Effect[]): RowState {
  const alarm = row.suppressed;
  if (alarm === null) return row;
  const open = task.assignments.some((a) => a.rowId === row.id && !isDone(a.state));
  if (open && row.window.follow === 'ask-due') effects.push(releasedOf(row, null, alarm, at));
  return { ...row, suppressed: null };
}

function releasedOf(row: RowState, a: AssignmentModel | null, alarm: PlannedAlarm, at: EpochMs): Effect {
  const { id: rowId, dueVersion } = row;
  const whose = { unitId: a?.unitId ?? null, assignmentId: a?.id ?? null };
  return { kind: 'alarm-released', rowId, ...whose, alarm, dueVersion, madeAt: at };
}

/** Recomputes a row's window at `at`; where its days changed, a new due version is born and its assignments re-armed. */
export function changeDue(
  before: PlanFacts,
  facts: PlanFacts,
  task: TaskModel,
  row: RowState,
  at: EpochMs,
  effects: Effect[],
): TaskModel {
  const window = windowOf(row, facts);
  const same = sameDue(window, row.window);
  if (same && !ladderMoved(before, facts, row, at))
    return { ...task, rows: task.rows.map((r) => (r.id === row.id ? { ...r, window } : r)) };
  const changed: RowState = {
    ...row,
    window,
    dueVersion: row.dueVersion + 1,
    dueVersionAt: at,
    firstLastDay: row.firstLastDay ?? window.lastDay,
    openingTold: openingTold(before, facts, row, window, at),
    suppressed: null,
  };
  effects.push({
    kind: 'due-changed',
    rowId: row.id,
    at,
    dueVersion: changed.dueVersion,
    before: row.window,
    after: window,
  });
  const opened = window.opensOn !== null && startOfDay(window.opensOn) <= at;
  const assignments = task.assignments.map((a) => {
    if (a.rowId !== row.id) return a;
    if (a.state === 'waiting' && opened) return take(openNow(facts, changed, a, at), effects);
    if (a.state === 'open' && !opened) {
      const to = transition(a.state, 'window-withdrawn');
      effects.push(movedEffect(a, to, at, 'window-withdrawn'));
      return { ...a, state: to, suppressed: null };
    }
    if (endedByTime(changed, a) && !hasEnded(facts, changed, a, at))
      return take(resumeProcess(facts, changed, a, at), effects);
    const cleared = { ...a, suppressed: null };
    // What was held back while the plan is suspended, and is still true, is held back under the new version.
    if (same && a.suppressed !== null) return take(makeAlarm(facts, changed, cleared, a.suppressed, at), effects);
    return isArmed(a.state) && !same ? take(catchUp(facts, changed, cleared, at), effects) : cleared;
  });
  return { ...task, rows: task.rows.map((r) => (r.id === row.id ? changed : r)), assignments };
}

/** A continuing row's work that nobody submitted is done only because its process ended. */
const endedByTime = (row: RowState, a: AssignmentModel): boolean =>
  a.state === 'accepted' && a.submittedAt === null && row.window.follow === 'periods';

function hasEnded(facts: PlanFacts, row: RowState, a: AssignmentModel, at: EpochMs): boolean {
  return row.window.lateFrom !== null && row.window.lateFrom <= at && allPeriodsMet(facts, row, a);
}

/** Its event was moved or revoked: the process goes on, and the months to come are owed again. */
function resumeProcess(facts: PlanFacts, row: RowState, a: AssignmentModel, at: EpochMs): Run {
  const state = transition(a.state, 'process-resumed');
  const caught = catchUp(facts, row, { ...a, state, actualOn: null, late: false, suppressed: null }, at);
  return { assignment: caught.assignment, effects: [movedEffect(a, state, at, 'process-resumed'), ...caught.effects] };
}

/** An edit of the calendar tells nobody a second time that work has begun; another opening day, or due day, is told of. */
function openingTold(before: PlanFacts, facts: PlanFacts, row: RowState, window: DeadlineWindow, at: EpochMs): boolean {
  const { opensOn } = row.window;
  if (before.calendar === facts.calendar || opensOn === null || window.opensOn !== opensOn) return false;
  if (row.openingTold) return true;
  // What was suppressed is not yet told: it is made anew under the new version.
  return facts.status === 'running' && openingAt(alarmContext(before, row, null), opensOn) <= at;
}

function take(run: { assignment: AssignmentModel; effects: Effect[] }, effects: Effect[]): AssignmentModel {
  effects.push(...run.effects);
  return run.assignment;
}

/** A calendar edit can move reminders without moving the last day: their identity must change with them. */
function ladderMoved(before: PlanFacts, facts: PlanFacts, row: RowState, at: EpochMs): boolean {
  if (before.calendar === facts.calendar) return false;
  const context = alarmContext(facts, row, null);
  const year = at + 366 * 86_400_000;
  const instants = (calendar: WorkCalendar): string =>
    JSON.stringify(alarmsBetween({ ...context, calendar }, at, year));
  return instants(before.calendar) !== instants(facts.calendar);
}

/** A row's window under the facts in force. */
export function windowOf(
  row: Pick<RowState, 'spec' | 'phrase' | 'fixedLastDay' | 'fixedBy'>,
  facts: PlanFacts,
): DeadlineWindow {
  return resolveWindow({
    spec: row.spec,
    phrase: row.phrase,
    issuedOn: facts.issuedOn,
    calendar: facts.calendar,
    policy: facts.policy,
    event: eventOf(facts, eventNameOf(row.spec)),
    fixedLastDay: row.fixedLastDay,
    fixedBy: row.fixedBy,
  });
}

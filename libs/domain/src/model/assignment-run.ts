import type { AlarmContext, PlannedAlarm } from '../alarm/alarms.js';
import { alarmsBetween, lateInstants, nextAlarmAfter } from '../alarm/alarms.js';
import { DEFAULT_LADDER } from '../alarm/ladder.js';
import type { Audience } from '../alarm/ladder.js';
import { addWorkingDays } from '../time/calendar.js';
import { addDays, dateOf, startOfDay } from '../time/civil.js';
import type { EpochMs } from '../time/reading.js';
import { monthlyPeriods } from '../time/window.js';
import { eventOf } from './facts.js';
import { isArmed, isDone, transition } from './transitions.js';
import type { AssignmentModel, AssignmentStateName, Effect, PlanFacts, RowState } from './types.js';

/** A submission that nobody returns is acknowledged by itself at the end of the third working day after it. */
export const SELF_ACKNOWLEDGEMENT_WORKING_DAYS = 3;

export interface Run {
  readonly assignment: AssignmentModel;
  readonly effects: Effect[];
}

export function alarmContext(facts: PlanFacts, row: RowState, assignment: AssignmentModel | null): AlarmContext {
  return {
    window: row.window,
    calendar: facts.calendar,
    ladder: DEFAULT_LADDER,
    event: eventOf(facts, row.window.event),
    // What a change made (a later due version, a row that was added) is told of strictly after it; a launch's at the launch.
    notBefore: row.dueVersion === 1 && row.dueVersionAt <= facts.launchedAt ? facts.launchedAt : row.dueVersionAt + 1,
    openingTold: row.openingTold,
    metPeriods: new Set(assignment?.periods.map((p) => p.period) ?? []),
  };
}

/** The instant at which time itself moves the assignment next, with the act; null while only people can. */
function nextAct(facts: PlanFacts, row: RowState, a: AssignmentModel) {
  const { window } = row;
  if (a.state === 'waiting' && window.opensOn !== null)
    return { at: Math.max(startOfDay(window.opensOn), row.dueVersionAt), act: 'opened' as const };
  if (a.state === 'submitted' && a.submittedAt !== null) {
    const last = addWorkingDays(facts.calendar, dateOf(a.submittedAt), SELF_ACKNOWLEDGEMENT_WORKING_DAYS);
    return { at: startOfDay(addDays(last, 1)), act: 'acknowledged-by-itself' as const };
  }
  if (isArmed(a.state) && window.lateFrom !== null && allPeriodsMet(facts, row, a)) {
    const lastMet = Math.max(0, ...a.periods.map((p) => p.metAt));
    return { at: Math.max(window.lateFrom, lastMet), act: 'process-ended' as const };
  }
  return null;
}

/** True for a continuing row whose end is known and whose every month has its evidence. */
export function allPeriodsMet(facts: PlanFacts, row: RowState, a: AssignmentModel): boolean {
  const { window } = row;
  if (window.follow !== 'periods' || window.opensOn === null || window.lastDay === null) return false;
  const met = new Set(a.periods.map((p) => p.period));
  return monthlyPeriods(window.opensOn, window.lastDay, facts.calendar, window.lastDay).every((p) => met.has(p.period));
}

/**
 * One assignment through (after, upTo] under facts that do not change meanwhile. The result does not depend on how the
 * span is cut into calls: that is what makes the preview equal the run.
 */
export function runAssignment(
  facts: PlanFacts,
  row: RowState,
  start: AssignmentModel,
  after: EpochMs,
  upTo: EpochMs,
): Run {
  let assignment = start;
  let cursor = after;
  const effects: Effect[] = [];
  for (;;) {
    const act = nextAct(facts, row, assignment);
    // What was due before this span (a window recomputed by an event) is done at its first instant.
    const at = act === null ? null : Math.max(act.at, after + 1);
    const end = at === null ? upTo : Math.min(at, upTo);
    assignment = follow(facts, row, assignment, cursor, end, effects);
    if (act === null || at === null || at > upTo) return { assignment, effects };
    const moved = move(facts, row, assignment, act.act, at);
    assignment = moved.assignment;
    effects.push(...moved.effects);
    cursor = act.act === 'opened' ? at - 1 : at;
  }
}

function move(
  facts: PlanFacts,
  row: RowState,
  a: AssignmentModel,
  act: 'opened' | 'acknowledged-by-itself' | 'process-ended',
  at: EpochMs,
): Run {
  if (act === 'opened') return openNow(facts, row, a, at);
  const accepted = act === 'acknowledged-by-itself' && a.claimsNotArisen ? 'not-arisen' : transition(a.state, act);
  const actualOn = act === 'process-ended' ? dateOf(at - 1) : a.actualOn;
  const late = act === 'process-ended' ? a.periods.some((p) => p.late) : a.late;
  return {
    assignment: { ...a, state: accepted, actualOn, late, suppressed: null },
    effects: [movedEffect(a, accepted, at, act)],
  };
}

/** What is told of an assignment's new state. */
export function movedEffect(
  from: AssignmentModel,
  to: AssignmentStateName,
  at: EpochMs,
  cause: Extract<Effect, { kind: 'assignment' }>['cause'],
): Effect {
  return { kind: 'assignment', assignmentId: from.id, rowId: from.rowId, from: from.state, to, at, cause };
}

/** Opens a waiting assignment; of the overdue reminders missed before this instant only the gravest is made. */
export function openNow(facts: PlanFacts, row: RowState, a: AssignmentModel, at: EpochMs): Run {
  // What was suppressed while it waited was a notice of an expected event: the opening says more.
  const opened: AssignmentModel = { ...a, state: transition(a.state, 'opened'), suppressed: null };
  const caught = catchUp(facts, row, opened, at);
  return {
    assignment: caught.assignment,
    effects: [movedEffect(a, opened.state, at, 'window-opened'), ...caught.effects],
  };
}

/** Overdue reminders of this due version with instants before `at`: the gravest is made at `at`, the rest are superseded. */
export function catchUp(facts: PlanFacts, row: RowState, a: AssignmentModel, at: EpochMs): Run {
  const overdue = alarmsBetween(alarmContext(facts, row, a), Number.NEGATIVE_INFINITY, at).filter(
    (alarm) => alarm.rule === 'overdue',
  );
  const missed = overdue.filter((alarm) => alarm.at < at);
  if (missed.length === 0) return { assignment: a, effects: [] };
  // One that falls on this very instant is made in its own right and speaks for the missed ones.
  if (missed.length < overdue.length)
    return { assignment: a, effects: missed.map((alarm) => alarmEffect(row, a, alarm, 'superseded', at)) };
  const gravest = gravestOf(missed);
  const effects: Effect[] = missed
    .filter((alarm) => alarm !== gravest)
    .map((alarm) => alarmEffect(row, a, alarm, 'superseded', at));
  const spoken = speakFor(gravest, missed);
  const made = makeAlarm(facts, row, a, spoken, at);
  return { assignment: made.assignment, effects: [...effects, ...made.effects] };
}

/** Alarms and late instants in (from, to]. */
function follow(
  facts: PlanFacts,
  row: RowState,
  start: AssignmentModel,
  from: EpochMs,
  to: EpochMs,
  effects: Effect[],
): AssignmentModel {
  if (to <= from || isDone(start.state) || start.state === 'submitted') return start;
  let assignment = start;
  const context = alarmContext(facts, row, start);
  const armed = isArmed(start.state);
  const alarms = alarmsBetween(context, from, to).filter((alarm) =>
    armed ? alarm.rule !== 'ask-due-date' : alarm.rule === 'expected-notice',
  );
  for (const alarm of alarms) {
    const made = makeAlarm(facts, row, assignment, alarm, alarm.at);
    assignment = made.assignment;
    effects.push(...made.effects);
  }
  if (armed)
    for (const late of lateInstants(context, from, to))
      effects.push({ kind: 'late', assignmentId: start.id, rowId: row.id, period: late.period, at: late.at });
  return assignment;
}

/** Made at `at`; while the plan is suspended, held back with the gravest kept for the resume. */
export function makeAlarm(facts: PlanFacts, row: RowState, a: AssignmentModel, alarm: PlannedAlarm, at: EpochMs): Run {
  if (facts.status !== 'suspended') return { assignment: a, effects: [alarmEffect(row, a, alarm, 'recorded', at)] };
  const suppressed = a.suppressed === null ? alarm : speakFor(gravestOf([a.suppressed, alarm]), [a.suppressed, alarm]);
  return { assignment: { ...a, suppressed }, effects: [alarmEffect(row, a, alarm, 'suppressed', at)] };
}

export function alarmEffect(
  row: RowState,
  a: AssignmentModel,
  alarm: PlannedAlarm,
  status: 'recorded' | 'superseded' | 'suppressed',
  madeAt: EpochMs,
): Effect {
  return {
    kind: 'alarm',
    rowId: row.id,
    unitId: a.unitId,
    assignmentId: a.id,
    alarm,
    dueVersion: row.dueVersion,
    status,
    madeAt,
  };
}

export function gravestOf(alarms: readonly PlannedAlarm[]): PlannedAlarm {
  return alarms.reduce((best, alarm) =>
    alarm.grave > best.grave || (alarm.grave === best.grave && alarm.at >= best.at) ? alarm : best,
  );
}

/** The gravest alarm addressed to all whom the alarms it stands for would have reached. */
export function speakFor(gravest: PlannedAlarm, all: readonly PlannedAlarm[]): PlannedAlarm {
  const order: readonly Audience[] = ['unit-head', 'office', 'deputy-director', 'director'];
  const reached = new Set(all.flatMap((alarm) => alarm.to));
  return { ...gravest, to: order.filter((audience) => reached.has(audience)) };
}

/** The next instant after `after` at which anything happens to this assignment by time alone. */
export function nextInstant(facts: PlanFacts, row: RowState, a: AssignmentModel, after: EpochMs): EpochMs | null {
  const times: EpochMs[] = [];
  const act = nextAct(facts, row, a);
  if (act !== null) times.push(Math.max(act.at, after + 1));
  if (!isDone(a.state) && a.state !== 'submitted') {
    const context = alarmContext(facts, row, a);
    const alarm = nextAlarmAfter(context, after);
    if (alarm !== null) times.push(alarm);
    const horizon = alarm ?? after + 400 * 86_400_000;
    const late = lateInstants(context, after, horizon)[0];
    if (late) times.push(late.at);
  }
  return times.length === 0 ? null : Math.min(...times);
}

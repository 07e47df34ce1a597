import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../time/calendar.js';
import type { WorkCalendar } from '../time/calendar.js';
import { addDays, atTime, dateOf, dayOfWeek, lastOfMonth, monthOf, nextMonth, startOfDay } from '../time/civil.js';
import type { CivilDate, EpochMs } from '../time/reading.js';
import type { DeadlineWindow, EventFact } from '../time/window.js';
import { monthlyPeriods } from '../time/window.js';
import { GRAVENESS } from './ladder.js';
import type { AlarmRule, Audience, Ladder } from './ladder.js';

export interface PlannedAlarm {
  readonly at: EpochMs;
  readonly rule: AlarmRule;
  readonly occurrence: number;
  /** 'YYYY-MM' of a monthly obligation or progress request; the day 'YYYY-MM-DD' of a manual reminder; else null. */
  readonly period: string | null;
  readonly to: readonly Audience[];
  /** 'inbox': shown in the page only, never mailed. */
  readonly channel: 'digest' | 'inbox';
  readonly grave: number;
}

export interface AlarmContext {
  readonly window: DeadlineWindow;
  readonly calendar: WorkCalendar;
  readonly ladder: Ladder;
  readonly event: EventFact;
  /** The later of launch and the birth of this due version: advance notices before it are not made. */
  readonly notBefore: EpochMs;
  /** The opening was told of under an earlier due version. */
  readonly openingTold: boolean;
  /** Months already evidenced ('YYYY-MM'). */
  readonly metPeriods: ReadonlySet<string>;
}

/** An instant at which work becomes late: not a reminder, but a fact of the row's history. */
export interface LateInstant {
  readonly at: EpochMs;
  readonly period: string | null;
}

/**
 * Identity of an alarm, also a unique key in the database: (row, unit, period, rule, occurrence, due version).
 * `subject` is the row's id, or the plan's for an alarm of the plan; `unitId` '' for an alarm of the row as a whole.
 */
export function alarmKey(
  subject: string,
  unitId: string | null,
  period: string | null,
  rule: AlarmRule,
  occurrence: number,
  dueVersion: number,
): string {
  return [subject, unitId ?? '', period ?? '', rule, occurrence, dueVersion].join('|');
}

/**
 * Every alarm of one row for one unit with `after` < at ≤ `upTo`, in order. Pure; the state of the work is not asked here
 * (settle makes an alarm only where the ladder is armed).
 */
export function alarmsBetween(context: AlarmContext, after: EpochMs, upTo: EpochMs): PlannedAlarm[] {
  if (upTo <= after) return [];
  const found: PlannedAlarm[] = [];
  const take = (alarm: PlannedAlarm): void => {
    if (alarm.at > after && alarm.at <= upTo) found.push(alarm);
  };
  for (const alarm of openingAlarms(context)) take(alarm);
  for (const rung of rungs(context, upTo)) {
    for (const alarm of rung.fixed) take(alarm);
    for (const alarm of weekly(context, rung, after, upTo)) take(alarm);
  }
  for (const alarm of progressRequests(context, after, upTo)) take(alarm);
  return found.sort(inOrder);
}

/** The first instant after `after` at which any alarm of this row would be made, or null. */
export function nextAlarmAfter(context: AlarmContext, after: EpochMs): EpochMs | null {
  // A horizon that doubles: near alarms are found in the first step, a far deadline in a few.
  for (let days = 16; days <= 16_384; days *= 4) {
    const first = alarmsBetween(context, after, after + days * 86_400_000)[0];
    if (first) return first.at;
    if (days >= 1_024 && !moreToCome(context, after)) return null;
  }
  return null;
}

function moreToCome(context: AlarmContext, after: EpochMs): boolean {
  const { window } = context;
  return window.follow !== 'waiting' && (window.lateFrom === null || window.lateFrom > after);
}

/** The instants at which this row (or a month of it) becomes late, with `after` < at ≤ `upTo`. */
export function lateInstants(context: AlarmContext, after: EpochMs, upTo: EpochMs): LateInstant[] {
  const { window } = context;
  const all: LateInstant[] =
    window.follow === 'periods'
      ? periodsOf(context, upTo)
          .filter((p) => !context.metPeriods.has(p.period))
          .map((p) => ({ at: p.lateFrom, period: p.period }))
      : window.lateFrom === null
        ? []
        : [{ at: window.lateFrom, period: null }];
  return all.filter((late) => late.at > after && late.at <= upTo);
}

export function inOrder(a: PlannedAlarm, b: PlannedAlarm): number {
  return a.at - b.at || b.grave - a.grave || compare(a.period ?? '', b.period ?? '') || a.occurrence - b.occurrence;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Rung {
  readonly period: string | null;
  readonly fixed: readonly PlannedAlarm[];
  /** The day after which the weekly reminders begin. */
  readonly weeklyAfter: CivilDate;
  readonly steps: number;
}

function openingAlarms(context: AlarmContext): PlannedAlarm[] {
  const { window, event, ladder } = context;
  const alarms: PlannedAlarm[] = [];
  if (window.opensOn !== null && !context.openingTold) {
    const at = openingAt(context, window.opensOn);
    // Told of the opening only while there is still time: a row launched late is told that it is late.
    if (
      window.target === null ||
      window.follow === 'progress' ||
      window.follow === 'periods' ||
      dateOf(at) <= window.target
    )
      alarms.push(make('opening', at, 1, null, ['unit-head']));
    if (window.follow === 'ask-due') {
      alarms.push(make('ask-due-date', at, 1, null, ['office']));
    }
  }
  if (window.event !== null && event.status === 'expected' && event.on !== null) {
    const at = atTime(addWorkingDays(context.calendar, event.on, -ladder.notice), ladder.time);
    if (at >= context.notBefore) alarms.push(make('expected-notice', at, event.version, null, ['unit-head']));
  }
  return alarms;
}

/** 08:00 of the first working day at or after the window opens, the launch and the birth of the due version. */
export function openingAt(context: AlarmContext, opensOn: CivilDate): EpochMs {
  const from = Math.max(startOfDay(opensOn), context.notBefore);
  let day = workingDayOnOrAfter(context.calendar, dateOf(from));
  if (atTime(day, context.ladder.time) < from) day = workingDayOnOrAfter(context.calendar, addDays(day, 1));
  return atTime(day, context.ladder.time);
}

function rungs(context: AlarmContext, upTo: EpochMs): Rung[] {
  const { window } = context;
  if (window.follow === 'deadline' && window.target !== null && window.opensOn !== null)
    return [rung(context, null, window.opensOn, window.target, true)];
  if (window.follow === 'periods')
    return periodsOf(context, upTo)
      .filter((p) => !context.metPeriods.has(p.period))
      .map((p) => rung(context, p.period, p.from, p.target, false));
  if (window.follow === 'ask-due' && window.opensOn !== null)
    return [{ period: null, fixed: [], weeklyAfter: dateOf(openingAt(context, window.opensOn)), steps: 1 }];
  return [];
}

function periodsOf(context: AlarmContext, upTo: EpochMs) {
  const { window, calendar } = context;
  return window.opensOn === null ? [] : monthlyPeriods(window.opensOn, window.lastDay, calendar, dateOf(upTo));
}

function rung(
  context: AlarmContext,
  period: string | null,
  opensOn: CivilDate,
  target: CivilDate,
  leaders: boolean,
): Rung {
  const { calendar, ladder } = context;
  const opening = Math.max(startOfDay(opensOn), context.notBefore);
  const fixed: PlannedAlarm[] = [];
  for (const { rule, days } of ladder.before) {
    const at = atTime(addWorkingDays(calendar, target, -days), ladder.time);
    if (at >= opening) fixed.push(make(rule, at, 1, period, ['unit-head']));
  }
  const dueAt = atTime(target, ladder.time);
  if (isWorkingDay(calendar, target) && dueAt >= opening)
    fixed.push({ ...make('due-day', dueAt, 1, period, ['unit-head']), channel: 'inbox' });
  ladder.after.forEach((after, index) => {
    const at = atTime(addWorkingDays(calendar, target, after.days), ladder.time);
    fixed.push(make('overdue', at, index + 1, period, ['unit-head', 'office', ...(leaders ? after.leaders : [])]));
  });
  const last = ladder.after.at(-1)?.days ?? 0;
  return { period, fixed, weeklyAfter: addWorkingDays(calendar, target, last), steps: ladder.after.length };
}

/** Each Monday after the last step; where that Monday is a day off, the next working day of its week, if there is one. */
function* weekly(context: AlarmContext, of: Rung, after: EpochMs, upTo: EpochMs): Generator<PlannedAlarm> {
  const { calendar, ladder, window } = context;
  const firstMonday = addDays(of.weeklyAfter, ((ladder.weekly - dayOfWeek(of.weeklyAfter) + 6) % 7) + 1);
  const skipped = Math.max(0, Math.floor((after - startOfDay(firstMonday)) / (7 * 86_400_000)));
  for (let week = skipped; ; week += 1) {
    const monday = addDays(firstMonday, 7 * week);
    if (startOfDay(monday) > upTo) return;
    const day = workingDayOnOrAfter(calendar, monday);
    if (day >= addDays(monday, 7)) continue;
    const at = atTime(day, ladder.time);
    const occurrence = of.steps + 1 + week;
    yield window.follow === 'ask-due'
      ? make('ask-due-date', at, occurrence, null, ['office'])
      : make('overdue', at, occurrence, of.period, ['unit-head', 'office']);
  }
}

/** One a month, so many working days before the month's working end; it goes on until the work is done. */
function* progressRequests(context: AlarmContext, after: EpochMs, upTo: EpochMs): Generator<PlannedAlarm> {
  const { window, calendar, ladder } = context;
  if (window.follow !== 'progress' || window.opensOn === null) return;
  const opening = Math.max(startOfDay(window.opensOn), context.notBefore);
  let month = monthOf(dateOf(Math.max(opening, after)));
  for (; startOfDay(`${month}-01`) <= upTo; month = nextMonth(month)) {
    // Whole months, not cut by the event: work still open after it is asked about until it is done.
    const from = month === monthOf(window.opensOn) ? window.opensOn : `${month}-01`;
    const [period] = monthlyPeriods(from, lastOfMonth(month), calendar, lastOfMonth(month));
    if (!period) continue;
    const at = atTime(addWorkingDays(calendar, period.target, -ladder.notice), ladder.time);
    // Never before its own month: a span that ends earlier could not know of it.
    if (at >= Math.max(opening, startOfDay(period.from))) yield make('progress-request', at, 1, month, ['unit-head']);
  }
}

function make(
  rule: AlarmRule,
  at: EpochMs,
  occurrence: number,
  period: string | null,
  to: readonly Audience[],
): PlannedAlarm {
  return {
    at,
    rule,
    occurrence,
    period,
    to,
    channel: 'digest',
    grave: GRAVENESS[rule] + (rule === 'overdue' ? Math.min(occurrence, 50) : 0),
  };
}

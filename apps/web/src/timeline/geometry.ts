import type { RowView } from '@don-doc/contracts/http';
import type { CivilDate, EpochMs } from '@don-doc/domain';
import { DAY_MS, civilOf, startOfDay } from '../format.js';

/** One axis for the whole table: everything on it is a share (0 to 1) of the time between `from` and `to`. */
export interface Axis {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly months: readonly { readonly month: CivilDate; readonly x: number; readonly width: number }[];
}

export interface PlanFacts {
  readonly issuedOn: CivilDate | null;
  readonly eventOn: CivilDate | null;
  readonly now: EpochMs | null;
}

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface Bar {
  /** When the work may be done. `open`: its end is not known yet; `awaiting`: even its beginning waits for an event. */
  readonly window: (Span & { readonly kind: 'closed' | 'open' | 'awaiting' }) | null;
  /** End of the last day. */
  readonly due: number | null;
  /** End of the first last day, where the due date was moved since. */
  readonly firstDue: number | null;
  /** From the end of the last day to now, or to the day the work was finished late. */
  readonly late: Span | null;
  /** Part of the window the finished work took. */
  readonly done: Span | null;
  readonly periods: readonly { readonly period: string; readonly x: number; readonly state: string }[];
}

const monthOf = (date: CivilDate): string => date.slice(0, 7);
const firstDay = (month: string): CivilDate => `${month}-01`;

/** '2025-12' + 1 = '2026-01' */
export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number);
  const months = (year ?? 0) * 12 + (number ?? 1) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The end of a civil day, which is the beginning of the next: the zone has no summer time. */
export const endOfDay = (date: CivilDate): EpochMs => startOfDay(date) + DAY_MS;

/**
 * From the month in which the first window opens to the month after the last known date, so that "due" and "late" have
 * room; `now` is always on it. At least four months, so that a young plan does not look like a single block.
 */
export function buildAxis(rows: readonly RowView[], facts: PlanFacts): Axis {
  const dates: CivilDate[] = [];
  for (const { window, assignments } of rows) {
    for (const date of [window.opensOn, window.lastDay, window.firstLastDay]) if (date) dates.push(date);
    for (const { actualOn, periods } of assignments) {
      if (actualOn) dates.push(actualOn);
      for (const period of periods) dates.push(period.lastDay);
    }
  }
  if (facts.issuedOn) dates.push(facts.issuedOn);
  if (facts.eventOn) dates.push(facts.eventOn);
  if (facts.now !== null) dates.push(civilOf(facts.now));
  if (dates.length === 0) return { from: 0, to: DAY_MS, months: [] };
  dates.sort();
  const first = monthOf(dates[0] ?? '');
  let end = addMonths(monthOf(dates.at(-1) ?? ''), 1);
  const atLeast = addMonths(first, 4);
  if (end < atLeast) end = atLeast;

  const from = startOfDay(firstDay(first));
  const to = startOfDay(firstDay(end));
  const months = [];
  for (let month = first; month < end; month = addMonths(month, 1)) {
    const start = startOfDay(firstDay(month));
    const next = startOfDay(firstDay(addMonths(month, 1)));
    months.push({ month, x: (start - from) / (to - from), width: (next - start) / (to - from) });
  }
  return { from, to, months };
}

/** Labels that stand clear of one another: about so many fit in the narrowest column the table gives the axis. */
const MOST_LABELS = 7;

/**
 * What is written over each month: every month while they fit, else every second, third, sixth or twelfth of the calendar;
 * the year stands with the first label and with each January, and a label too near the first one gives way to it.
 */
export function monthLabels(months: Axis['months']): string[] {
  const step = [1, 2, 3, 6, 12].find((each) => months.length / each <= MOST_LABELS) ?? 12;
  return months.map(({ month }, index) => {
    const number = Number(month.slice(5, 7));
    const dated = `${number}/${month.slice(2, 4)}`;
    if (index === 0) return dated;
    if ((number - 1) % step !== 0 || index * MOST_LABELS < months.length * 1.5) return step === 1 ? `${number}` : '';
    return number === 1 ? dated : `${number}`;
  });
}

/** Where an instant stands, kept on the axis. */
export function place(axis: Axis, at: EpochMs): number {
  return Math.min(1, Math.max(0, (at - axis.from) / (axis.to - axis.from)));
}

function span(axis: Axis, from: EpochMs, to: EpochMs): Span {
  const x = place(axis, from);
  return { x, width: Math.max(0, place(axis, to) - x) };
}

const finished = (state: string): boolean => state === 'accepted' || state === 'not-arisen' || state === 'withdrawn';

/** The bar of one row, from what the API says of it; nothing here decides whether work is late. */
export function barOf(row: RowView, axis: Axis, facts: PlanFacts): Bar {
  const { opensOn, lastDay, firstLastDay } = row.window;
  const allDone = row.assignments.length > 0 && row.assignments.every(({ state }) => finished(state));
  const lastDone = allDone
    ? row.assignments.reduce<CivilDate | null>((latest, { actualOn, submittedAt }) => {
        const day = actualOn ?? (submittedAt ? civilOf(submittedAt) : null);
        return day && (!latest || day > latest) ? day : latest;
      }, null)
    : null;

  let window: Bar['window'] = null;
  if (opensOn && lastDay) window = { ...span(axis, startOfDay(opensOn), endOfDay(lastDay)), kind: 'closed' };
  else if (opensOn) {
    const until = facts.eventOn && facts.eventOn >= opensOn ? endOfDay(facts.eventOn) : axis.to;
    window = { ...span(axis, startOfDay(opensOn), until), kind: 'open' };
  } else if (row.bucket !== 'not-arisen' && row.bucket !== 'withdrawn') {
    const from = facts.eventOn ? endOfDay(facts.eventOn) : axis.to - (axis.to - axis.from) * 0.25;
    window = { ...span(axis, from, axis.to), kind: 'awaiting' };
  }

  let late: Span | null = null;
  if (lastDay && row.bucket === 'overdue' && facts.now !== null && facts.now > endOfDay(lastDay)) {
    late = span(axis, endOfDay(lastDay), facts.now);
  } else if (lastDay && row.bucket === 'completed-late' && lastDone && lastDone > lastDay) {
    late = span(axis, endOfDay(lastDay), endOfDay(lastDone));
  }

  let done: Span | null = null;
  if (opensOn && lastDone) {
    const until = lastDay && lastDone > lastDay ? lastDay : lastDone;
    // What was finished before its window opened still shows a sliver: the fact is there, however early.
    const drawn = span(axis, startOfDay(opensOn), Math.max(endOfDay(until), startOfDay(opensOn) + DAY_MS));
    done = drawn;
  }

  return {
    window,
    due: lastDay ? place(axis, endOfDay(lastDay)) : null,
    firstDue: firstLastDay && firstLastDay !== lastDay ? place(axis, endOfDay(firstLastDay)) : null,
    late,
    done,
    periods: worstPeriods(row).map(({ period, lastDay: day, state }) => ({
      period,
      state,
      x: place(axis, endOfDay(day)),
    })),
  };
}

const periodGravity: Readonly<Record<string, number>> = { missed: 4, open: 3, 'met-late': 2, upcoming: 1, met: 0 };

/** A month of a row, over all its units: the gravest. */
function worstPeriods(row: RowView): RowView['assignments'][number]['periods'] {
  const worst = new Map<string, RowView['assignments'][number]['periods'][number]>();
  for (const period of row.assignments.flatMap(({ periods }) => periods)) {
    const known = worst.get(period.period);
    if (!known || (periodGravity[period.state] ?? 0) > (periodGravity[known.state] ?? 0))
      worst.set(period.period, period);
  }
  return [...worst.values()].sort((a, b) => a.period.localeCompare(b.period));
}

/** A share as a length SVG and CSS understand. */
export const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

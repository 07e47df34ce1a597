import { addDays, dateOf, startOfDay } from '../time/civil.js';
import { addWorkingDays } from '../time/calendar.js';
import type { WorkCalendar } from '../time/calendar.js';
import type { CivilDate, EpochMs } from '../time/reading.js';
import { monthlyPeriods } from '../time/window.js';
import type { MonthlyPeriod } from '../time/window.js';
import type { AssignmentModel, RowState } from './types.js';

/** The official buckets and ours; together they sum to the total. */
export const STATUS_BUCKETS = [
  'completed-on-time',
  'completed-late',
  'in-progress',
  'overdue',
  'not-yet',
  'no-due-date',
  'not-arisen',
  'withdrawn',
] as const;
export type StatusBucketName = (typeof STATUS_BUCKETS)[number];

/** The months owed so far by a continuing row: those begun by `now`. */
export function owedPeriods(row: RowState, calendar: WorkCalendar, now: EpochMs): MonthlyPeriod[] {
  const { window } = row;
  return window.follow === 'periods' && window.opensOn !== null
    ? monthlyPeriods(window.opensOn, window.lastDay, calendar, dateOf(now))
    : [];
}

/** Where an assignment counts at an instant. On time is judged by the day of the submission, never of the acceptance. */
export function bucketOf(a: AssignmentModel, row: RowState, calendar: WorkCalendar, now: EpochMs): StatusBucketName {
  switch (a.state) {
    case 'not-arisen':
    case 'withdrawn':
      return a.state;
    case 'waiting':
      return 'not-yet';
    case 'accepted':
      return a.late ? 'completed-late' : 'completed-on-time';
    case 'submitted':
    case 'open':
    case 'returned':
      break;
  }
  const { window } = row;
  // Sent or returned before its event was revoked (or ever came): before the event nothing is under way, nor late.
  if (window.follow === 'waiting') return 'not-yet';
  if (window.follow === 'ask-due') return 'no-due-date';
  if (a.state === 'submitted') return a.late ? 'overdue' : 'in-progress';
  if (window.follow === 'periods') return missedPeriods(a, row, calendar, now).length > 0 ? 'overdue' : 'in-progress';
  return window.lateFrom !== null && now >= window.lateFrom ? 'overdue' : 'in-progress';
}

/** Months past their last day without evidence. */
export function missedPeriods(
  a: AssignmentModel,
  row: RowState,
  calendar: WorkCalendar,
  now: EpochMs,
): MonthlyPeriod[] {
  const met = new Set(a.periods.map((p) => p.period));
  return owedPeriods(row, calendar, now).filter((p) => p.lateFrom <= now && !met.has(p.period));
}

/**
 * Whether a result that comes at `at` and was done on `actualOn` is late, by the days in force when it comes. It is judged
 * once and kept: a later date of the event, or a later day fixed by the Office, is for work that is still open.
 */
export function comesLate(
  a: AssignmentModel,
  row: RowState,
  calendar: WorkCalendar,
  actualOn: CivilDate,
  at: EpochMs,
): boolean {
  if (row.window.follow !== 'periods') return row.window.lastDay !== null && actualOn > row.window.lastDay;
  const through = Math.min(at, startOfDay(addDays(actualOn, 1)) - 1);
  return a.periods.some((p) => p.late) || missedPeriods(a, row, calendar, through).length > 0;
}

/** From grave to light: what a row or a task shows of the assignments under it. */
const GRAVITY: readonly StatusBucketName[] = [
  'overdue',
  'in-progress',
  'no-due-date',
  'not-yet',
  'completed-late',
  'completed-on-time',
  'not-arisen',
  'withdrawn',
];

export function gravestBucket(buckets: readonly StatusBucketName[]): StatusBucketName {
  return GRAVITY.find((bucket) => buckets.includes(bucket)) ?? 'not-yet';
}

export function countBuckets(buckets: readonly StatusBucketName[]): Record<StatusBucketName, number> {
  const counts = Object.fromEntries(STATUS_BUCKETS.map((b) => [b, 0])) as Record<StatusBucketName, number>;
  for (const bucket of buckets) counts[bucket] += 1;
  return counts;
}

export interface LeaderPageLine {
  readonly assignmentId: string;
  readonly rowId: string;
  readonly rowNo: string;
  readonly unitId: string;
  readonly lastDay: string;
}

/**
 * "Leaders then each Monday on one page": all that is late under a leader and past the step at which that leader was
 * first told (deputy +3, director +5 working days). Months of continuing rows climb no further than the Office.
 */
export function leaderPage(
  rows: readonly RowState[],
  assignments: readonly AssignmentModel[],
  calendar: WorkCalendar,
  at: EpochMs,
  stepDays: number,
): LeaderPageLine[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines: LeaderPageLine[] = [];
  for (const a of assignments) {
    const row = byId.get(a.rowId);
    if (!row || row.window.follow !== 'deadline' || row.window.target === null || row.window.lastDay === null) continue;
    if (a.state !== 'open' && a.state !== 'returned') continue;
    if (
      at < startOfDay(addWorkingDays(calendar, row.window.target, stepDays)) ||
      at < startOfDay(addDays(row.window.lastDay, 1))
    )
      continue;
    lines.push({ assignmentId: a.id, rowId: row.id, rowNo: row.no, unitId: a.unitId, lastDay: row.window.lastDay });
  }
  return lines;
}

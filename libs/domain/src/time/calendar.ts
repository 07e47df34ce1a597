import { addDays, dayOfWeek } from './civil.js';
import type { CivilDate } from './reading.js';

/** A day that differs from the week's rule (Monday–Friday worked). */
export interface CalendarDay {
  readonly date: CivilDate;
  /** 'off': a holiday or a swapped day; 'work': a make-up Saturday. */
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source: string;
}

export interface WorkCalendar {
  readonly id: string;
  readonly version: number;
  readonly days: Readonly<Record<CivilDate, CalendarDay>>;
  /** Years whose swapped days are not announced yet ("chưa công bố"). */
  readonly unannounced: readonly number[];
}

const SEARCH_LIMIT_DAYS = 4_000;

export function isWorkingDay(calendar: WorkCalendar, date: CivilDate): boolean {
  const special = calendar.days[date];
  if (special) return special.kind === 'work';
  return dayOfWeek(date) <= 5;
}

/** The first working day on or after a date. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return seek(calendar, date, 1);
}

/** The last working day on or before a date. */
export function workingDayOnOrBefore(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return seek(calendar, date, -1);
}

function seek(calendar: WorkCalendar, date: CivilDate, step: 1 | -1): CivilDate {
  let day = date;
  for (let i = 0; i < SEARCH_LIMIT_DAYS; i += 1) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, step);
  }
  throw new RangeError(`calendar ${calendar.id} has no working day near ${date}`);
}

/**
 * The n-th working day strictly after (n > 0) or strictly before (n < 0) a date. The day itself is never counted
 * (BLDS 2015 Đ.147.1). n = 0 gives the date itself.
 */
export function addWorkingDays(calendar: WorkCalendar, date: CivilDate, n: number): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; left -= 1) day = seek(calendar, addDays(day, step), step);
  return day;
}

/** Working days d with from ≤ d ≤ to; 0 where to < from. */
export function countWorkingDays(calendar: WorkCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/**
 * Signed working days from `today` to `lastDay`: 3 = "còn 3 ngày làm việc" (today not counted), 0 = due today,
 * −5 = "quá hạn 5 ngày làm việc" (working days strictly after the last day up to and with today).
 */
export function workingDaysLeft(calendar: WorkCalendar, today: CivilDate, lastDay: CivilDate): number {
  if (today <= lastDay) return countWorkingDays(calendar, addDays(today, 1), lastDay);
  return -countWorkingDays(calendar, addDays(lastDay, 1), today);
}

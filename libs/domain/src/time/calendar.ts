import { addDays, dayOfWeek, epochDay, fromEpochDay } from './civil.js';
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

/** Working days as sorted day numbers, with where each day stands among them: made once a calendar object. */
interface WorkingDayIndex {
  readonly first: number;
  readonly last: number;
  readonly working: readonly number[];
  /** rank[d − first]: how many working days are < d. */
  readonly rank: Int32Array;
}
const INDEX_FROM = epochDay('2020-01-01');
const INDEX_TO = epochDay('2040-12-31');
const indexes = new WeakMap<WorkCalendar, WorkingDayIndex>();

function indexOf(calendar: WorkCalendar): WorkingDayIndex {
  let index = indexes.get(calendar);
  if (index === undefined) {
    const working: number[] = [];
    const rank = new Int32Array(INDEX_TO - INDEX_FROM + 2);
    for (let day = INDEX_FROM; day <= INDEX_TO; day += 1) {
      rank[day - INDEX_FROM] = working.length;
      if (isWorkingDay(calendar, fromEpochDay(day))) working.push(day);
    }
    rank[INDEX_TO - INDEX_FROM + 1] = working.length;
    index = { first: INDEX_FROM, last: INDEX_TO, working, rank };
    indexes.set(calendar, index);
  }
  return index;
}

export function isWorkingDay(calendar: WorkCalendar, date: CivilDate): boolean {
  const special = calendar.days[date];
  if (special) return special.kind === 'work';
  return dayOfWeek(date) <= 5;
}

/** The first working day on or after a date. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** The last working day on or before a date. */
export function workingDayOnOrBefore(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}

/**
 * The n-th working day strictly after (n > 0) or strictly before (n < 0) a date. The day itself is never counted
 * (BLDS 2015 Đ.147.1). n = 0 gives the date itself.
 */
export function addWorkingDays(calendar: WorkCalendar, date: CivilDate, n: number): CivilDate {
  if (n === 0) return date;
  const day = epochDay(date);
  const { first, last, working, rank } = indexOf(calendar);
  if (day >= first && day <= last) {
    const found = working[n > 0 ? rank[day - first + 1]! + n - 1 : rank[day - first]! + n];
    if (found !== undefined) return fromEpochDay(found);
  }
  return walk(calendar, date, n);
}

/** Outside the indexed years: day by day. */
function walk(calendar: WorkCalendar, date: CivilDate, n: number): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  let left = Math.abs(n);
  for (let i = 0; i < SEARCH_LIMIT_DAYS; i += 1) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError(`calendar ${calendar.id} has no working day near ${date}`);
}

/** Working days d with from ≤ d ≤ to; 0 where to < from. */
export function countWorkingDays(calendar: WorkCalendar, from: CivilDate, to: CivilDate): number {
  if (to < from) return 0;
  const { first, last, rank } = indexOf(calendar);
  const a = epochDay(from);
  const b = epochDay(to);
  if (a >= first && b <= last) return rank[b - first + 1]! - rank[a - first]!;
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

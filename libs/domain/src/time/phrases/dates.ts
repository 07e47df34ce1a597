import { addDays, dayOfWeek, firstOfMonth, lastOfMonth } from '../civil.js';
import type { CivilDate } from '../reading.js';
import type { Span } from './meaning.js';

const FIRST_YEAR = 1945;
const LAST_YEAR = 2199;
const pad = (value: number) => String(value).padStart(2, '0');

export const isYear = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
export const monthName = (year: number, month: number) => `${year}-${pad(month)}`;

/** The civil date, or null where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return date <= lastOfMonth(monthName(year, month)) ? date : null;
}

/** A piece of calendar as printed; without a year where none is printed. */
export type Point =
  | {
      readonly unit: 'day';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      readonly weekday?: number;
      /** "30/02": day and month as printed, for a message. */
      readonly printed: string;
    }
  | { readonly unit: 'week'; readonly week: number; readonly month: number; readonly year: number | null }
  | {
      readonly unit: 'month' | 'quarter' | 'half';
      readonly first: number;
      readonly last: number;
      readonly year: number | null;
    }
  | { readonly unit: 'nine-months'; readonly year: number | null }
  | { readonly unit: 'year'; readonly year: number | null; readonly lastYear?: number };

/** How a point without a year is shown in a note: "30/5", "tháng 6". */
export function pointText(point: Point): string {
  switch (point.unit) {
    case 'day':
      return point.printed;
    case 'week':
      return `tuần của tháng ${point.month}`;
    case 'month':
      return `tháng ${point.first}${point.last === point.first ? '' : `-${point.last}`}`;
    case 'quarter':
      return `quý ${point.first}${point.last === point.first ? '' : `-${point.last}`}`;
    case 'half':
      return point.first === 1 ? '6 tháng đầu năm' : '6 tháng cuối năm';
    case 'nine-months':
      return '9 tháng đầu năm';
    case 'year':
      return 'năm';
  }
}

const months = (unit: Span['unit'], year: number, first: number, last: number): Span => ({
  unit,
  from: firstOfMonth(monthName(year, first)),
  lastDay: lastOfMonth(monthName(year, last)),
});

/** The days of a point in a year, or why the calendar has none. */
export function spanOf(point: Point, year: number): Span | { readonly impossible: string } {
  const no = (what: string, kind: string) => ({
    impossible: `Lịch không có ${what}. Đề nghị Văn phòng xác định lại ${kind}.`,
  });
  switch (point.unit) {
    case 'day': {
      const date = civilDate(year, point.month, point.day);
      if (date === null) return no(`ngày ${point.printed}/${year}`, 'ngày');
      return { unit: 'day', from: date, lastDay: date, ...(point.weekday ? { weekday: point.weekday } : {}) };
    }
    case 'week': {
      if (civilDate(year, point.month, 1) === null) return no(`tháng ${point.month}/${year}`, 'tháng');
      const last = lastOfMonth(monthName(year, point.month));
      const from =
        point.week < 0 ? addDays(last, -6) : addDays(firstOfMonth(monthName(year, point.month)), (point.week - 1) * 7);
      return { unit: 'week', from, lastDay: addDays(from, 6), week: point.week };
    }
    case 'month': {
      const wrong = [point.first, point.last].find((month) => civilDate(year, month, 1) === null);
      if (wrong !== undefined) return no(`tháng ${wrong}/${year}`, 'tháng');
      return months('month', year, point.first, point.last);
    }
    case 'quarter':
      if (point.first < 1 || point.last > 4 || !isYear(year)) return no(`quý ${point.last}/${year}`, 'quý');
      return months('quarter', year, point.first * 3 - 2, point.last * 3);
    case 'half':
      if (!isYear(year)) return no(`năm ${year}`, 'năm');
      return months('half', year, point.first * 6 - 5, point.last * 6);
    case 'nine-months':
      if (!isYear(year)) return no(`năm ${year}`, 'năm');
      return months('nine-months', year, 1, 9);
    case 'year': {
      const last = point.lastYear ?? year;
      if (!isYear(year) || !isYear(last)) return no(`năm ${isYear(year) ? last : year}`, 'năm');
      return { unit: 'year', from: `${year}-01-01`, lastDay: `${last}-12-31` };
    }
  }
}

/** The n-th (−1: the last) full week, Monday to Sunday, of a date's month: the rival reading of "tuần đầu tháng". */
export function fullWeekOfMonth(
  from: CivilDate,
  week: number,
): { readonly from: CivilDate; readonly lastDay: CivilDate } {
  if (week < 0) {
    const last = lastOfMonth(from.slice(0, 7));
    const sunday = addDays(last, -(dayOfWeek(last) % 7));
    return { from: addDays(sunday, -6), lastDay: sunday };
  }
  const first = `${from.slice(0, 8)}01`;
  const monday = addDays(first, ((8 - dayOfWeek(first)) % 7) + (week - 1) * 7);
  return { from: monday, lastDay: addDays(monday, 6) };
}

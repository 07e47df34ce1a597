import { Temporal } from 'temporal-polyfill';
import type { CivilDate, EpochMs } from './reading.js';

/** The only zone of the product. It has had +07:00 and no daylight saving since 1975, but zone math always names it. */
export const ZONE = 'Asia/Ho_Chi_Minh';

const DAY_MS = 86_400_000;
const startCache = new Map<CivilDate, EpochMs>();
const USUAL_OFFSET_MS = 7 * 3_600_000;
const dayNames: CivilDate[] = [];
const dayNumbers = new Map<CivilDate, number>();

/** 00:00 of a civil date, as epoch ms. Throws RangeError on a date that does not exist. */
export function startOfDay(date: CivilDate): EpochMs {
  let ms = startCache.get(date);
  if (ms === undefined) {
    ms = Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds;
    if (startCache.size > 20_000) startCache.clear();
    startCache.set(date, ms);
  }
  return ms;
}

/** An instant as '2025-05-30T00:00:00+07:00'. */
export function instantText(ms: EpochMs): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE);
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** So many months after a date: the same day, or the month's last where it has none (BLDS 2015 Đ.148.3). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

const timeOfDay = new Map<string, EpochMs>();

/** A time of day ('08:00') on a civil date, as epoch ms. */
export function atTime(date: CivilDate, time: string): EpochMs {
  let ms = timeOfDay.get(time);
  if (ms === undefined) {
    const { hour, minute } = Temporal.PlainTime.from(time);
    ms = (hour * 60 + minute) * 60_000;
    timeOfDay.set(time, ms);
  }
  return startOfDay(date) + ms;
}

/**
 * The civil date on which an instant falls. The zone's rules answer (through `startOfDay`); the present offset is only
 * the first guess, so that the common case costs two look-ups.
 */
export function dateOf(ms: EpochMs): CivilDate {
  let day = Math.floor((ms + USUAL_OFFSET_MS) / DAY_MS);
  while (startOfDay(fromEpochDay(day)) > ms) day -= 1;
  while (startOfDay(fromEpochDay(day + 1)) <= ms) day += 1;
  return fromEpochDay(day);
}

/** Days since 1970-01-01 of a civil date: plain arithmetic on the calendar, no zone. */
export function epochDay(date: CivilDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const day = Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS;
  if (dayNumbers.size < 50_000) dayNumbers.set(date, day);
  return day;
}

export function fromEpochDay(day: number): CivilDate {
  const known = dayNames[day];
  if (known !== undefined) return known;
  const name = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (day >= 0 && day < 50_000) dayNames[day] = name;
  return name;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: CivilDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** 'YYYY-MM' of a civil date. */
export function monthOf(date: CivilDate): string {
  return date.slice(0, 7);
}

export function firstOfMonth(month: string): CivilDate {
  return `${month}-01`;
}

export function nextMonth(month: string): string {
  const year = +month.slice(0, 4);
  const m = +month.slice(5, 7);
  return m === 12 ? `${year + 1}-01` : `${month.slice(0, 4)}-${String(m + 1).padStart(2, '0')}`;
}

export function lastOfMonth(month: string): CivilDate {
  return addDays(firstOfMonth(nextMonth(month)), -1);
}

export const minDate = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);
export const maxDate = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);

/** dd/mm/yyyy, as Nghị định 30/2020 writes dates in tables. */
export function formatDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

import { addDays, dayOfWeek, firstOfMonth, lastOfMonth, maxDate, monthOf, nextMonth } from '../civil.js';
import type { CivilDate } from '../reading.js';
import type { Recurrence } from './meaning.js';

const WEEKDAY = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const QUARTER_ENDS = [3, 6, 9, 12];

/** The months of a year in which a rule falls; null: in every month. */
export function monthsOf(rule: Recurrence): readonly number[] | null {
  if (rule.months) return rule.months;
  switch (rule.freq) {
    case 'quarterly':
      return QUARTER_ENDS;
    case 'half-yearly':
      return [6, 12];
    case 'yearly':
      return [12];
    default:
      return null;
  }
}

/** RFC 5545 RRULE of the last days; each names its months, so that no start date is needed to read it. */
export function rruleOf(rule: Recurrence, until: CivilDate | null): string | null {
  const end = until === null ? '' : `;UNTIL=${until.replaceAll('-', '')}`;
  const interval = rule.interval === undefined ? '' : `;INTERVAL=${rule.interval}`;
  const months = monthsOf(rule);
  const day = rule.times === undefined ? `;BYMONTHDAY=${rule.day ?? -1}` : '';
  switch (rule.freq) {
    case 'unstated':
      return null;
    case 'daily':
      return `FREQ=DAILY${interval}${end}`;
    case 'weekly':
      return `FREQ=WEEKLY${interval}${rule.weekday ? `;BYDAY=${WEEKDAY[rule.weekday] ?? ''}` : ''}${end}`;
    case 'monthly':
      return `FREQ=MONTHLY${interval}${day}${end}`;
    default:
      return rule.times === undefined
        ? `FREQ=YEARLY${interval}${months ? `;BYMONTH=${months.join(',')}` : ''}${day}${end}`
        : `FREQ=YEARLY${end}`;
  }
}

/** True where the rule fixes each last day; else a person has to say which day it is. */
export const fixesDays = (rule: Recurrence): boolean =>
  rule.times === undefined &&
  rule.interval === undefined &&
  rule.freq !== 'unstated' &&
  (rule.freq !== 'weekly' || rule.weekday !== undefined);

/** The first last day on or after a date; null where the rule fixes none within four years. */
export function firstOccurrence(rule: Recurrence, from: CivilDate): CivilDate | null {
  if (!fixesDays(rule)) return null;
  if (rule.freq === 'daily') return from;
  if (rule.weekday !== undefined) return addDays(from, (rule.weekday - dayOfWeek(from) + 7) % 7);
  const months = monthsOf(rule);
  let month = monthOf(from);
  for (let i = 0; i < 60; i += 1, month = nextMonth(month)) {
    if (months !== null && !months.includes(Number(month.slice(5)))) continue;
    const last = lastOfMonth(month);
    const day = rule.day === undefined || rule.day === -1 ? last : addDays(firstOfMonth(month), rule.day - 1);
    // RFC 5545: a month without that day is passed over.
    if (day <= last && maxDate(day, from) === day) return day;
  }
  return null;
}

import type { PhraseCursor } from './cursor.js';
import { civilDate } from './dates.js';
import { readLimitWord } from './limit.js';
import type { Core, Recurrence, Span } from './meaning.js';
import { readCount, readMonthNumber, readWeekday } from './numbers.js';
import { readSpan } from './points.js';
import type { PhraseContext, PhraseRule } from './rule.js';

type Freq = Recurrence['freq'];

/** A leap year: 29/2 is a day that returns, if not each year. */
const ANY_YEAR = 2028;

const FREQUENCY_UNITS = ['ngày', 'tuần', 'tháng', 'quý', 'năm'];

/** "hằng tháng", "mỗi quý", "6 tháng/lần", "mỗi 2 tuần", "3 tháng một lần": how often. */
export function readFrequency(cursor: PhraseCursor): Recurrence | null {
  return cursor.attempt((): Recurrence | null => {
    cursor.words('định kỳ');
    const every = cursor.oneOf('hằng', 'mỗi', 'từng') !== null;
    // The unit first: the word for "year" is also the word for "five".
    const bare = cursor.oneOf(...FREQUENCY_UNITS);
    const count = bare === null ? readCount(cursor, 2) : null;
    const unit = bare ?? cursor.oneOf(...FREQUENCY_UNITS);
    if (unit === null) return null;
    const each =
      cursor.mark('/') !== null ? cursor.words('lần') : cursor.oneOf('một lần', '1 lần') !== null || once(cursor);
    if (!every && !each) return null;
    return frequency(unit, count ?? 1);
  });
}

/** "1 lần", "01 lần". */
function once(cursor: PhraseCursor): boolean {
  return cursor.attempt(() => (Number(cursor.number(2) ?? 0) === 1 && cursor.words('lần') ? true : null)) ?? false;
}

export function frequency(unit: string, count: number): Recurrence | null {
  const every = (freq: Freq): Recurrence => (count === 1 ? { freq } : { freq, interval: count });
  switch (unit) {
    case 'ngày':
      return every('daily');
    case 'tuần':
      return every('weekly');
    case 'tháng':
      return count === 3
        ? { freq: 'quarterly' }
        : count === 6
          ? { freq: 'half-yearly' }
          : count === 12
            ? { freq: 'yearly' }
            : every('monthly');
    case 'quý':
      return count === 1 ? { freq: 'quarterly' } : count === 2 ? { freq: 'half-yearly' } : null;
    default:
      return every('yearly');
  }
}

/** A day of the month, or of the year, that returns: the month is null where it is any, or the last of a quarter. */
interface Day {
  readonly day: number;
  readonly month: number | null;
  readonly of: 'any' | 'quarter-end' | 'half-end' | 'next-month' | 'year' | 'year-before';
}

const MONTH_OF: readonly (readonly [string, Day['of']])[] = [
  ['của tháng cuối mỗi quý', 'quarter-end'],
  ['của tháng cuối quý', 'quarter-end'],
  ['tháng cuối mỗi quý', 'quarter-end'],
  ['tháng cuối cùng của quý', 'quarter-end'],
  ['tháng cuối của quý', 'quarter-end'],
  ['tháng cuối quý', 'quarter-end'],
  ['của tháng sau', 'next-month'],
  ['của tháng tiếp theo', 'next-month'],
  ['của tháng kế tiếp', 'next-month'],
  ['tháng sau liền kề', 'next-month'],
  ['tháng tiếp theo', 'next-month'],
  ['tháng sau', 'next-month'],
];

/** "ngày 25", "ngày 06 (sáu) của tháng cuối quý", "20 tháng 6", "15/6", "ngày cuối cùng", "ngày 31 tháng 12 năm trước". */
function readReturningDay(cursor: PhraseCursor): Day | null {
  return cursor.attempt((): Day | null => {
    cursor.words('ngày');
    const day = cursor.oneOf('cuối cùng', 'cuối') !== null ? -1 : readCount(cursor, 2);
    if (day === null) return null;
    const of = MONTH_OF.find(([words]) => cursor.words(words))?.[1];
    if (of !== undefined) return { day, month: null, of };
    const month = cursor.attempt(() =>
      cursor.mark('/') !== null || cursor.words('tháng') ? readMonthNumber(cursor) : null,
    );
    const last = cursor.attempt(() => cursor.oneOf('của năm trước', 'năm trước'));
    if (last !== null) return month === null ? null : { day, month, of: 'year-before' };
    cursor.oneOf('của');
    return { day, month, of: month === null ? 'any' : 'year' };
  });
}

/** The rule of days that return: strictly before the day named, or up to and with it. */
function ruleOf(cursor: PhraseCursor, base: Recurrence, days: readonly Day[], strict: boolean): Recurrence | null {
  const [first] = days;
  if (first === undefined || days.some((one) => one.day !== first.day || one.of !== first.of)) return null;
  for (const { day, month } of days) {
    if (day === -1) continue;
    if (day > 31 || (month !== null && civilDate(ANY_YEAR, month, day) === null))
      return cursor.refuse(
        `Lịch không có ngày ${day}${month === null ? '' : `/${month}`}. Đề nghị Văn phòng xác định lại ngày.`,
        'no-such-day',
      );
  }
  const day = !strict ? first.day : first.day === -1 ? null : first.day === 1 ? -1 : first.day - 1;
  if (day === null)
    return cursor.refuse('“Trước ngày cuối tháng” không rõ là ngày nào. Đề nghị Văn phòng xác định ngày.');
  // "Before the first" is the last day of the month before.
  const early = strict && first.day === 1 ? 11 : 0;
  const months = days.flatMap(({ month }) => (month === null ? [] : [((month - 1 + early) % 12) + 1]));
  const shift =
    first.of === 'year-before' ? ({ shift: -1 } as const) : first.of === 'next-month' ? ({ shift: 1 } as const) : {};
  if (first.of === 'quarter-end') {
    if (base.freq !== 'quarterly') return null;
    return strict && first.day === 1 ? { freq: 'yearly', months: [2, 5, 8, 11], day } : { freq: 'quarterly', day };
  }
  if (months.length > 0) {
    if (base.freq !== 'yearly') return null;
    return { freq: 'yearly', months: [...new Set(months)].sort((a, b) => a - b), day, ...shift };
  }
  return base.freq === 'monthly' ? { ...base, day, ...shift } : null;
}

/** A day that returns, with how it is limited: "trước ngày 25", "chậm nhất ngày 20", "ngày 15". */
function readReturning(cursor: PhraseCursor): { readonly strict: boolean; readonly days: Day[] } | null {
  return cursor.attempt(() => {
    cursor.oneOf('vào');
    const opening = readLimitWord(cursor);
    const day = readReturningDay(cursor);
    if (day === null) return null;
    const days = [day];
    const again = () =>
      cursor.attempt(() => {
        if (cursor.mark(',') === null && !cursor.words('và')) return null;
        const next = readLimitWord(cursor);
        return (next?.strict ?? opening?.strict) === opening?.strict ? readReturningDay(cursor) : null;
      });
    for (let next = again(); next !== null; next = again()) days.push(next);
    return { strict: opening?.strict ?? false, days };
  });
}

/** What a returning day needs no word for: "tháng cuối quý" is each quarter, "năm trước" each year. */
function implied(day: Day): Recurrence | null {
  if (day.of === 'quarter-end') return { freq: 'quarterly' };
  if (day.of === 'year-before') return { freq: 'yearly' };
  return day.of === 'next-month' ? { freq: 'monthly' } : null;
}

interface Bounds {
  readonly from?: Span;
  readonly until?: Span;
}

/** "… 2027 - 2030", "… từ năm 2026", "… đến 2030": the years in which it recurs. */
function readBounds(cursor: PhraseCursor, context: PhraseContext): Bounds {
  cursor.mark(',');
  const both = cursor.attempt(() => {
    cursor.oneOf('trong', 'từ');
    const years = readSpan(cursor, context);
    return years?.unit === 'year' && years.from.slice(0, 4) !== years.lastDay.slice(0, 4) ? years : null;
  });
  if (both !== null) {
    const [a, b] = [both.from.slice(0, 4), both.lastDay.slice(0, 4)];
    return { from: year(a), until: year(b) };
  }
  const from = cursor.attempt(() =>
    cursor.oneOf('kể từ', 'bắt đầu từ', 'từ') === null ? null : readSpan(cursor, context),
  );
  const until = cursor.attempt(() =>
    cursor.oneOf('cho đến hết', 'đến hết', 'cho đến', 'đến') === null ? null : readSpan(cursor, context),
  );
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

const year = (name: string): Span => ({ unit: 'year', from: `${name}-01-01`, lastDay: `${name}-12-31` });

/** "Hằng năm", "thường xuyên hằng quý", "Hằng tháng, trước ngày 25", "Thứ Sáu hằng tuần", "Trước ngày 25 hằng tháng". */
export const recurring: PhraseRule = {
  family: 'recurring',
  read(cursor, context): Core | null {
    cursor.oneOf('thường xuyên');
    const rule = frequencyFirst(cursor) ?? dayFirst(cursor);
    if (rule === null) return null;
    const bounds = readBounds(cursor, context);
    return cursor.end() ? { form: 'recurring', rule, ...bounds } : null;
  },
};

function frequencyFirst(cursor: PhraseCursor): Recurrence | null {
  return cursor.attempt(() => {
    const base = readFrequency(cursor);
    if (base === null) return null;
    const day = cursor.attempt(() => {
      cursor.mark(',:');
      const weekday = base.freq === 'weekly' ? (cursor.oneOf('vào'), readWeekday(cursor)) : null;
      if (weekday !== null) return { ...base, weekday };
      const returning = readReturning(cursor);
      return returning === null ? null : ruleOf(cursor, base, returning.days, returning.strict);
    });
    return day ?? base;
  });
}

function dayFirst(cursor: PhraseCursor): Recurrence | null {
  return cursor.attempt(() => {
    const weekday = cursor.attempt(() => (cursor.oneOf('vào'), readWeekday(cursor)));
    if (weekday !== null) {
      const base = readFrequency(cursor);
      return base?.freq === 'weekly' ? { ...base, weekday } : null;
    }
    const returning = readReturning(cursor);
    if (returning === null) return null;
    cursor.mark(',');
    const base = readFrequency(cursor) ?? (returning.days[0] ? implied(returning.days[0]) : null);
    return base === null ? null : ruleOf(cursor, base, returning.days, returning.strict);
  });
}

/** "2 lần/năm: trước ngày 15/6 và trước ngày 15/12", "mỗi năm 2 lần", "04 lần/năm". */
export const timesAPeriod: PhraseRule = {
  family: 'times-a-period',
  read(cursor): Core | null {
    const first = cursor.attempt(() => {
      cursor.oneOf('mỗi', 'hằng');
      const unit = cursor.oneOf('năm', 'quý', 'tháng', 'tuần');
      const times = unit === null ? null : readCount(cursor, 2);
      return times !== null && times > 1 && cursor.words('lần') ? { unit: unit ?? '', times } : null;
    });
    const read =
      first ??
      cursor.attempt(() => {
        const times = readCount(cursor, 2);
        if (times === null || !cursor.words('lần')) return null;
        if (cursor.mark('/') === null) cursor.oneOf('trong một', 'một', 'mỗi', 'trong');
        const unit = cursor.oneOf('năm', 'quý', 'tháng', 'tuần');
        return unit === null ? null : { unit, times };
      });
    const base = read === null ? null : frequency(read.unit, 1);
    if (read === null || base === null) return null;
    if (cursor.end()) return { form: 'recurring', rule: read.times === 1 ? base : { ...base, times: read.times } };
    cursor.mark(':,(');
    const returning = readReturning(cursor);
    cursor.mark(')');
    if (returning === null || !cursor.end()) return null;
    if (returning.days.length !== read.times)
      return cursor.refuse(
        `Ghi ${read.times} lần nhưng nêu ${returning.days.length} ngày. Đề nghị Văn phòng xác định lại.`,
      );
    const rule = ruleOf(cursor, base, returning.days, returning.strict);
    if (rule !== null) return { form: 'recurring', rule };
    const each = returning.days.map((day) => ruleOf(cursor, base, [day], returning.strict));
    if (each.some((one) => one === null)) return null;
    return { form: 'parts', parts: each.flatMap((one) => (one ? [{ core: { form: 'recurring', rule: one } }] : [])) };
  },
};

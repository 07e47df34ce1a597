import { firstOfMonth, lastOfMonth } from '../civil.js';
import type { CivilDate } from '../reading.js';
import type { PhraseCursor } from './cursor.js';
import type { PhraseContext } from './rule.js';

/** A piece of calendar in a phrase: read, or of the right form and impossible. */
export type DatePiece =
  | { readonly kind: 'day'; readonly date: CivilDate; readonly notes: readonly string[] }
  | { readonly kind: 'month'; readonly from: CivilDate; readonly lastDay: CivilDate; readonly notes: readonly string[] }
  | { readonly kind: 'impossible'; readonly reason: string };

const FIRST_YEAR = 1945;
const LAST_YEAR = 2199;
const pad = (value: number) => String(value).padStart(2, '0');

/** The civil date, or null where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return date <= lastOfMonth(`${year}-${pad(month)}`) ? date : null;
}

function planYear(context: PhraseContext, printed: string): { year: number; notes: string[] } | DatePiece {
  if (context.year === undefined) {
    const reason = `“${printed}” không ghi năm. Đề nghị Văn phòng xác định năm.`;
    return { kind: 'impossible', reason };
  }
  return { year: context.year, notes: [`Không ghi năm: lấy năm của kế hoạch (${context.year}).`] };
}

function makeDay(day: string, month: string, year: number, notes: readonly string[]): DatePiece {
  const date = civilDate(year, Number(month), Number(day));
  if (date !== null) return { kind: 'day', date, notes };
  const reason = `Lịch không có ngày ${day}/${month}/${year}. Đề nghị Văn phòng xác định lại ngày.`;
  return { kind: 'impossible', reason };
}

/** "30/5/2025", "30.5.2025", "30-5-2025", "30 tháng 5 năm 2025", and the same without the year. */
export function readDay(cursor: PhraseCursor, context: PhraseContext): DatePiece | null {
  return cursor.attempt(() => {
    const day = cursor.number(2);
    if (day === null) return null;
    const separator = cursor.words('tháng') ? 'tháng' : cursor.mark('/.-');
    const month = separator === null ? null : cursor.number(2);
    if (separator === null || month === null) return null;
    const hasYear = separator === 'tháng' ? cursor.words('năm') : cursor.mark(separator) !== null;
    if (hasYear) {
      const year = cursor.number(4);
      return year?.length === 4 ? makeDay(day, month, Number(year), []) : null;
    }
    // "6.5" and "5-6" may be a number or a range; only forms that can be nothing but a day go without a year.
    if (separator !== '/' && separator !== 'tháng') return null;
    const known = planYear(context, `${day}/${month}`);
    return 'kind' in known ? known : makeDay(day, month, known.year, known.notes);
  });
}

/** "tháng 5/2025", "tháng 5 năm 2025", "tháng 5-2025", and "tháng 5" in the plan's year. */
export function readMonth(cursor: PhraseCursor, context: PhraseContext): DatePiece | null {
  return cursor.attempt(() => {
    if (!cursor.words('tháng')) return null;
    const month = cursor.number(2);
    if (month === null) return null;
    const hasYear = cursor.words('năm') || cursor.mark('/-.') !== null;
    const printed = hasYear ? cursor.number(4) : null;
    if (hasYear && printed?.length !== 4) return null;
    const known = printed === null ? planYear(context, `tháng ${month}`) : { year: Number(printed), notes: [] };
    if ('kind' in known) return known;
    if (civilDate(known.year, Number(month), 1) === null) {
      const reason = `Lịch không có tháng ${month}/${known.year}. Đề nghị Văn phòng xác định lại tháng.`;
      return { kind: 'impossible', reason };
    }
    const name = `${known.year}-${pad(Number(month))}`;
    return { kind: 'month', from: firstOfMonth(name), lastDay: lastOfMonth(name), notes: known.notes };
  });
}

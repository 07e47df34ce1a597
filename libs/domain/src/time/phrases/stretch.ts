import { addDays } from '../civil.js';
import type { PhraseCursor } from './cursor.js';
import type { Core, Span } from './meaning.js';
import { readPiece, readSpan, spanIn } from './points.js';
import type { PhraseContext, PhraseRule } from './rule.js';

/** "Tháng 5/2025", "Quý II/2025", "2025-2026", "Ngày 05/9/2024 (thứ Năm)", "Cuối tháng 3 năm 2010". */
export const stretch: PhraseRule = {
  family: 'stretch',
  read(cursor, context): Core | null {
    const bare = readSpan(cursor, context);
    if (bare === null) cursor.oneOf('ngay trong', 'trong', 'vào');
    const span = bare ?? readSpan(cursor, context);
    return span === null || !cursor.end() ? null : { form: 'span', span };
  },
};

const TO = ['cho đến hết', 'đến hết', 'cho đến', 'đến', 'tới hết', 'tới'];

/** Both ends of a range; where one prints no year, the other's serves, the year before where it must begin there. */
function readEnds(cursor: PhraseCursor, context: PhraseContext, opened: boolean): Span | null {
  const start = readPiece(cursor);
  if (start === null) return null;
  const joined = cursor.oneOf(...TO) ?? cursor.mark('-–');
  if (joined === null || (!opened && start.point.unit === 'year' && start.point.year === null)) return null;
  const strict = cursor.words('trước');
  const end = readPiece(cursor);
  if (end === null) return null;
  const last = spanIn(cursor, context, end, start.point.year ?? undefined);
  if (last === null) return null;
  const endYear = Number(last.from.slice(0, 4));
  let first = spanIn(cursor, context, start, endYear);
  if (first !== null && start.point.year === null && first.from > last.lastDay) {
    cursor.note(`Năm ghi một lần ở cuối: đầu khoảng thuộc năm ${endYear - 1}.`);
    first = spanIn(cursor, context, start, endYear - 1);
  }
  if (first === null) return null;
  const [from, lastDay] = [effective(first).from, strict ? addDays(effective(last).from, -1) : effective(last).lastDay];
  if (from > lastDay)
    return cursor.refuse('Ngày bắt đầu ở sau ngày kết thúc. Đề nghị Văn phòng xác định lại khoảng thời gian.');
  return { unit: 'range', from, lastDay };
}

/** The days that a span means: of a part of a month or year, those of the part (BLDS 2015 Đ.146). */
export function effective(span: Span): { readonly from: string; readonly lastDay: string } {
  const { from, lastDay, unit } = span;
  const day = (name: string) => ({ from: name, lastDay: name });
  const month = from.slice(0, 8);
  switch (span.part) {
    case undefined:
      return { from, lastDay };
    case 'start':
      return unit === 'quarter' ? { from, lastDay: lastOf(from, 0) } : day(from);
    case 'middle':
      if (unit === 'quarter') return { from: firstOf(from, 1), lastDay: lastOf(from, 1) };
      return day(unit === 'month' ? `${month}15` : `${from.slice(0, 4)}-06-30`);
    case 'end':
      return unit === 'quarter' ? { from: firstOf(from, 2), lastDay } : day(lastDay);
    case 'first-ten':
      return { from, lastDay: `${month}10` };
    case 'second-ten':
      return { from: `${month}11`, lastDay: `${month}20` };
    case 'last-ten':
      return { from: `${month}21`, lastDay };
  }
}

/** The first day of the month that is so many months after a first of a month, within its year. */
function firstOf(from: string, months: number): string {
  return `${from.slice(0, 5)}${String(Number(from.slice(5, 7)) + months).padStart(2, '0')}-01`;
}

/** The last day of that month: never a quarter's last month, so it stays in the year. */
const lastOf = (from: string, months: number) => addDays(firstOf(from, months + 1), -1);

/** "Từ tháng 6 đến tháng 8/2025", "01/6/2025 - 30/6/2025", "từ quý 2/2025 đến hết ngày 28/2/2027". */
export const range: PhraseRule = {
  family: 'range',
  read(cursor, context): Core | null {
    cursor.oneOf('trong', 'bắt đầu');
    const opened = cursor.oneOf('kể từ', 'từ') !== null;
    const span = readEnds(cursor, context, opened);
    if (span === null || !cursor.end()) return null;
    return { form: 'span', span };
  },
};

const ONWARD = [
  'và tiếp theo',
  'và các năm tiếp theo',
  'và những năm tiếp theo',
  'và thời gian tiếp theo',
  'và các năm sau',
];

/** "Từ tháng 11/2013 trở đi", "Từ năm 2013 đến năm 2020 và tiếp theo", "Kể từ ngày 01/7/2025". */
export const openFrom: PhraseRule = {
  family: 'open-from',
  read(cursor, context): Core | null {
    cursor.words('bắt đầu');
    if (cursor.oneOf('kể từ', 'từ') === null) return null;
    const both = cursor.attempt(() => {
      const span = readEnds(cursor, context, true);
      return span !== null && cursor.oneOf(...ONWARD) !== null ? span : null;
    });
    if (both !== null && cursor.end()) {
      const { from, lastDay } = both;
      const day = (name: string): Span => ({ unit: 'day', from: name, lastDay: name });
      return { form: 'from', from: day(from), milestone: day(lastDay) };
    }
    const span = readSpan(cursor, context);
    if (span === null || span.part !== undefined) return null;
    cursor.oneOf('trở đi', 'trở về sau', 'về sau', 'và tiếp theo');
    return cursor.end() ? { form: 'from', from: span } : null;
  },
};

const KEEPING = [
  'thường xuyên và liên tục',
  'thường xuyên, liên tục',
  'thường xuyên',
  'liên tục',
  'duy trì thường xuyên',
  'duy trì',
];

/** "Thường xuyên", "Thường xuyên, liên tục đến hết năm 2026", "duy trì đến 2030", "Từ tháng 5/2025, thường xuyên". */
export const ongoing: PhraseRule = {
  family: 'ongoing',
  read(cursor, context): Core | null {
    if (cursor.oneOf(...KEEPING) === null) return null;
    cursor.mark(',');
    const from = cursor.attempt(() => (cursor.words('từ') ? readSpan(cursor, context) : null));
    if (from?.part !== undefined) return null;
    const until = cursor.attempt(() => (cursor.oneOf(...TO) === null ? null : readSpan(cursor, context)));
    if (!cursor.end()) return null;
    return { form: 'ongoing', ...(from ? { from } : {}), ...(until ? { until } : {}) };
  },
};

import type { PhraseCursor } from './cursor.js';
import { isYear, pointText, spanOf, type Point } from './dates.js';
import type { Part, Span } from './meaning.js';
import { readMonthNumber, readNumberWords, readQuarterNumber, readWeekday } from './numbers.js';
import type { PhraseContext } from './rule.js';

function fourFigures(cursor: PhraseCursor): number | null {
  const figures = cursor.number(4);
  return figures?.length === 4 ? Number(figures) : null;
}

/** "năm 2025", "của năm 2025", "/2025", "-2025": the year after a piece of calendar. */
function readYearOf(cursor: PhraseCursor, marks = '/.-'): number | null {
  return (
    cursor.attempt(() => {
      cursor.mark(',');
      if (cursor.words('của năm') || cursor.words('năm')) return fourFigures(cursor);
      return null;
    }) ?? cursor.attempt(() => (cursor.mark(marks) === null ? null : fourFigures(cursor)))
  );
}

/** "(thứ Năm)" after a day. */
function readBracketedWeekday(cursor: PhraseCursor): number | null {
  return cursor.attempt(() => {
    const open = cursor.mark('(,');
    const weekday = open === null ? null : readWeekday(cursor);
    return weekday !== null && (open === ',' || cursor.mark(')') !== null) ? weekday : null;
  });
}

function readIsoDay(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    const year = fourFigures(cursor);
    const month = year !== null && cursor.mark('-') !== null ? cursor.number(2) : null;
    const day = month?.length === 2 && cursor.mark('-') !== null ? cursor.number(2) : null;
    if (month === null || day?.length !== 2) return null;
    return { unit: 'day', day: Number(day), month: Number(month), year, printed: `${day}/${month}` };
  });
}

/** "30/5/2025", "30.5.2025", "30 tháng 5 năm 2025", "ngày mùng 5 tháng Giêng năm 2026", and the same without the year. */
function readDay(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    const before = cursor.attempt(() => {
      const weekday = readWeekday(cursor);
      if (weekday !== null) cursor.mark(',');
      return weekday;
    });
    const named = cursor.words('ngày');
    const iso = readIsoDay(cursor);
    if (iso !== null) return iso;
    cursor.oneOf('mùng', 'mồng');
    const day = cursor.number(2) ?? (named ? String(readNumberWords(cursor) ?? '') : '');
    if (day === '') return null;
    const separator = cursor.words('tháng') ? 'tháng' : cursor.mark('/.-');
    const month = separator === null ? null : separator === 'tháng' ? readMonthNumber(cursor) : cursor.number(2);
    if (separator === null || month === null) return null;
    const year = readYearOf(cursor, separator === 'tháng' ? '/-.' : separator);
    // "6.5" and "5-6" may be a number or a range; only forms that can be nothing but a day go without a year.
    if (year === null && separator !== '/' && separator !== 'tháng') return null;
    const weekday = before ?? readBracketedWeekday(cursor);
    const printed = `${day}/${month}`;
    return {
      unit: 'day',
      day: Number(day),
      month: Number(month),
      year,
      printed,
      ...(weekday === null ? {} : { weekday }),
    };
  });
}

/** The second of a run of months or quarters: "6-7", "11, 12", "11 và tháng 12". Only neighbours make one stretch. */
function readRunEnd(cursor: PhraseCursor, first: number, unit: string, next: () => number | null): number {
  let last = first;
  while (
    cursor.attempt(() => {
      const joined = cursor.mark('-–') !== null ? 'to' : cursor.mark(',') !== null || cursor.words('và') ? 'and' : null;
      if (joined === null) return null;
      cursor.words(unit);
      const value = next();
      if (value === null || value <= last || (joined === 'and' && value !== last + 1)) return null;
      last = value;
      return true;
    }) !== null
  );
  return last;
}

/** "tháng 5/2025", "tháng 6-7/2025", "tháng 5 năm 2025", "6/2025", and "tháng 5" in the plan's year. */
function readMonths(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    if (!cursor.oneOf('các tháng', 'tháng')) {
      const month = cursor.number(2);
      const year = month !== null && cursor.mark('/') !== null ? fourFigures(cursor) : null;
      return year === null ? null : { unit: 'month', first: Number(month), last: Number(month), year };
    }
    const first = readMonthNumber(cursor);
    if (first === null) return null;
    const last = readRunEnd(cursor, first, 'tháng', () => readMonthNumber(cursor));
    return { unit: 'month', first, last, year: readYearOf(cursor) };
  });
}

function readQuarters(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    if (!cursor.oneOf('các quý', 'quý')) return null;
    const first = readQuarterNumber(cursor);
    if (first === null) return null;
    const last = readRunEnd(cursor, first, 'quý', () => readQuarterNumber(cursor));
    return { unit: 'quarter', first, last, year: readYearOf(cursor) };
  });
}

/** "6 tháng đầu năm 2025", "06 tháng cuối năm", "nửa đầu năm 2025", "9 tháng đầu năm". */
function readHalf(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    const figures = cursor.number(2) ?? (cursor.words('sáu') ? '6' : cursor.words('chín') ? '9' : null);
    const size = figures === null ? (cursor.words('nửa') ? 6 : 0) : cursor.words('tháng') ? Number(figures) : 0;
    const which = size === 0 ? null : cursor.oneOf('đầu', 'cuối');
    if (which === null || !cursor.words('năm')) return null;
    const year = fourFigures(cursor);
    if (size === 9) return which === 'đầu' ? { unit: 'nine-months', year } : null;
    const half = which === 'đầu' ? 1 : 2;
    return size === 6 ? { unit: 'half', first: half, last: half, year } : null;
  });
}

/** "năm 2025", "giai đoạn 2025-2026", "các năm 2025 và 2026", "2025", "2027 - 2030", and "năm nay". */
function readYears(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    const named = cursor.oneOf('giai đoạn', 'các năm', 'trong năm', 'năm');
    if ((named === 'năm' || named === 'trong năm') && cursor.words('nay')) return { unit: 'year', year: null };
    if (named !== null) cursor.words('từ năm');
    const year = fourFigures(cursor);
    if (year === null) return named === 'trong năm' ? { unit: 'year', year } : null;
    if (!isYear(year) && named === null) return null;
    const lastYear = cursor.attempt(() => {
      const joined = cursor.mark('-–') !== null || (named === 'giai đoạn' && cursor.words('đến'));
      if (!joined && !(named === 'các năm' && (cursor.mark(',') !== null || cursor.words('và')))) return null;
      cursor.words('năm');
      const last = fourFigures(cursor);
      return last !== null && last > year && (joined || last === year + 1) ? last : null;
    });
    if (named === 'giai đoạn' && lastYear === null) return null;
    return { unit: 'year', year, ...(lastYear === null ? {} : { lastYear }) };
  });
}

/** "tuần đầu tháng 6", "tuần thứ 2 của tháng 6/2025", "tuần cuối tháng 6". */
function readWeek(cursor: PhraseCursor): Point | null {
  return cursor.attempt((): Point | null => {
    if (!cursor.words('tuần')) return null;
    const named = cursor.oneOf('đầu tiên', 'đầu', 'cuối cùng', 'cuối');
    const week = named?.startsWith('đầu')
      ? 1
      : named !== null
        ? -1
        : (cursor.words('thứ'), Number(cursor.number(1) ?? readNumberWords(cursor) ?? 0));
    if (week === 0 || week > 4) return null;
    cursor.oneOf('của', 'trong');
    if (!cursor.words('tháng')) return null;
    const month = readMonthNumber(cursor);
    return month === null ? null : { unit: 'week', week, month, year: readYearOf(cursor) };
  });
}

const PARTS: readonly (readonly [string, Part])[] = [
  ['đầu', 'start'],
  ['giữa', 'middle'],
  ['cuối', 'end'],
];
const TENS: readonly (readonly [string, Part])[] = [
  ['thượng tuần', 'first-ten'],
  ['trung tuần', 'second-ten'],
  ['hạ tuần', 'last-ten'],
];

/** A point, or a part of one: "đầu tháng 6/2025", "cuối quý I", "cuối năm". */
function readPart(cursor: PhraseCursor): { readonly point: Point; readonly part: Part } | null {
  return cursor.attempt(() => {
    const ten = TENS.find(([name]) => cursor.words(name));
    if (ten) {
      const point = readMonths(cursor);
      return point?.unit === 'month' && point.first === point.last ? { point, part: ten[1] } : null;
    }
    const part = PARTS.find(([name]) => cursor.words(name));
    if (!part) return null;
    const point = readMonths(cursor) ?? readQuarters(cursor) ?? readYears(cursor);
    if (point !== null) return 'last' in point && point.first !== point.last ? null : { point, part: part[1] };
    return cursor.words('năm') ? { point: { unit: 'year' as const, year: null }, part: part[1] } : null;
  });
}

/** A piece of calendar with the part of it that is meant. */
export interface Piece {
  readonly point: Point;
  readonly part?: Part;
}

/** Any piece of calendar, as printed. */
export function readPiece(cursor: PhraseCursor): Piece | null {
  const part = readPart(cursor);
  if (part !== null) return part;
  const point =
    readDay(cursor) ??
    readWeek(cursor) ??
    readHalf(cursor) ??
    readMonths(cursor) ??
    readQuarters(cursor) ??
    readYears(cursor);
  return point === null ? null : { point };
}

/** The piece's days; its year from the phrase, from `year` (the other end of a range), or else from the plan, and said so. */
export function spanIn(cursor: PhraseCursor, context: PhraseContext, piece: Piece, year?: number): Span | null {
  const known = piece.point.year ?? year ?? context.year;
  if (known === undefined)
    return cursor.refuse(`“${pointText(piece.point)}” không ghi năm. Đề nghị Văn phòng xác định năm.`);
  const span = spanOf(piece.point, known);
  if ('impossible' in span) return cursor.refuse(span.impossible, 'no-such-day');
  if (piece.point.year === null && year === undefined) cursor.note(`Không ghi năm: lấy năm của kế hoạch (${known}).`);
  return piece.part === undefined ? span : { ...span, part: piece.part };
}

/** A piece of calendar with its days. */
export function readSpan(cursor: PhraseCursor, context: PhraseContext): Span | null {
  return cursor.attempt(() => {
    const piece = readPiece(cursor);
    return piece === null ? null : spanIn(cursor, context, piece);
  });
}

import type { PhraseCursor } from './cursor.js';

const ONES = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const AFTER_TENS: readonly (readonly [string, number])[] = [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['bẩy', 7],
];

function unit(cursor: PhraseCursor): number {
  return cursor.exactWords('bẩy') ? 7 : ONES.findIndex((word) => cursor.exactWords(word)) + 1;
}

function lastFigure(cursor: PhraseCursor): number {
  return AFTER_TENS.find(([word]) => cursor.exactWords(word))?.[1] ?? unit(cursor);
}

/** "mười lăm", "hai mươi mốt", "chín mươi", "một trăm hai mươi": a whole number in words, 1 to 999. */
export function readNumberWords(cursor: PhraseCursor): number | null {
  return cursor.attempt(() => {
    if (cursor.words('mười')) return 10 + lastFigure(cursor);
    const first = unit(cursor);
    if (first === 0) return null;
    if (cursor.words('trăm')) {
      if (cursor.oneOf('linh', 'lẻ') !== null) return first * 100 + unit(cursor);
      return first * 100 + (readNumberWords(cursor) ?? 0);
    }
    return cursor.words('mươi') ? first * 10 + lastFigure(cursor) : first;
  });
}

/** "07", "15 (mười lăm)", "mười lăm": figures, words, or both; where both stand they must agree. */
export function readCount(cursor: PhraseCursor, digits = 3): number | null {
  return cursor.attempt(() => {
    const figures = cursor.number(digits);
    if (figures === null) return readNumberWords(cursor);
    const inWords = cursor.attempt(() => {
      if (cursor.mark('(') === null) return null;
      const value = readNumberWords(cursor);
      return value !== null && cursor.mark(')') !== null ? value : null;
    });
    const count = Number(figures);
    if (inWords !== null && inWords !== count)
      return cursor.refuse(
        `Số “${figures}” và chữ trong ngoặc không khớp nhau. Đề nghị Văn phòng xác định lại số đúng.`,
      );
    return count > 0 ? count : null;
  });
}

const MONTH_NAMES: readonly (readonly [string, number])[] = [
  ['mười một', 11],
  ['mười hai', 12],
  ['mười', 10],
  ['giêng', 1],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['chạp', 12],
];

/** A month in figures or by name. "năm" is left out: "tháng năm 2025" may be May or a blank before the year. */
export function readMonthNumber(cursor: PhraseCursor): number | null {
  const figures = cursor.number(2);
  if (figures !== null) return Number(figures);
  return MONTH_NAMES.find(([name]) => cursor.exactWords(name))?.[1] ?? null;
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];
const QUARTER_NAMES = ['một', 'hai', 'ba', 'tư'];

/** A quarter in Roman or Arabic figures, or by name. */
export function readQuarterNumber(cursor: PhraseCursor): number | null {
  const roman = cursor.exactly(...ROMAN);
  if (roman !== null) return ROMAN.indexOf(roman) + 1;
  const figure = cursor.number(1);
  if (figure !== null) return Number(figure);
  if (cursor.exactWords('nhất')) return 1;
  const named = QUARTER_NAMES.findIndex((name) => cursor.exactWords(name));
  return named < 0 ? null : named + 1;
}

const WEEKDAYS: readonly (readonly [string, number])[] = [
  ['thứ hai', 1],
  ['thứ ba', 2],
  ['thứ tư', 3],
  ['thứ năm', 4],
  ['thứ sáu', 5],
  ['thứ bảy', 6],
  ['thứ bẩy', 6],
  ['chủ nhật', 7],
];

/** "thứ Sáu", "thứ 6", "Chủ nhật": 1 = Monday … 7 = Sunday. */
export function readWeekday(cursor: PhraseCursor): number | null {
  const named = WEEKDAYS.find(([name]) => cursor.words(name));
  if (named) return named[1];
  return cursor.attempt(() => {
    if (!cursor.words('thứ')) return null;
    const figure = Number(cursor.number(1) ?? 0);
    return figure >= 2 && figure <= 7 ? figure - 1 : null;
  });
}

export const weekdayNames = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
export const romanQuarters = ['', 'I', 'II', 'III', 'IV'];

import type { PhraseCursor } from './cursor.js';
import type { Core, Recurrence, ReportWindow } from './meaning.js';
import { frequency, readFrequency } from './recurring.js';
import { readLimitWord } from './limit.js';
import { readCount } from './numbers.js';
import type { PhraseRule } from './rule.js';

/** One of a list of report periods, where the list as a whole says that they return: "6 tháng", "năm", "định kỳ". */
function readPeriodName(cursor: PhraseCursor): Recurrence | null {
  const stated = readFrequency(cursor);
  if (stated !== null) return stated;
  // The unit first: the word for "year" is also the word for "five".
  const bare = cursor.oneOf('tháng', 'quý', 'năm', 'tuần');
  const count = bare === null ? readCount(cursor, 2) : null;
  const unit = bare ?? cursor.oneOf('tháng', 'quý', 'năm', 'tuần');
  if (unit !== null) return count === 9 ? { freq: 'yearly', months: [9], day: -1 } : frequency(unit, count ?? 1);
  return count === null && cursor.words('định kỳ') ? { freq: 'unstated' } : null;
}

/** "6 tháng, hằng năm và định kỳ", "Định kỳ tháng, quý, năm": several recurrences, at least one said to return. */
export const reportPeriods: PhraseRule = {
  family: 'report-periods',
  read(cursor): Core | null {
    const periodic = cursor.words('định kỳ');
    if (periodic && cursor.end()) return { form: 'recurring', rule: { freq: 'unstated' } };
    const rules: Recurrence[] = [];
    do {
      const rule = readPeriodName(cursor);
      if (rule === null) return null;
      rules.push(rule);
    } while (cursor.mark(',') !== null || cursor.words('và'));
    const returns = periodic || rules.length > 1;
    if (!returns || !cursor.end()) return null;
    if (rules.length === 1) return { form: 'recurring', rule: rules[0]! };
    return { form: 'parts', parts: rules.map((rule) => ({ core: { form: 'recurring', rule } })) };
  },
};

/** "trước ngày 15 của tháng cuối quý, tháng 6 và tháng 12 của năm": one day for the quarter's, half-year's and year's report. */
export const quarterHalfYear: PhraseRule = {
  family: 'quarter-half-year',
  read(cursor): Core | null {
    const opening = readLimitWord(cursor);
    cursor.words('ngày');
    const day = opening === null ? null : readCount(cursor, 2);
    if (opening === null || day === null || day > 28 || (opening.strict && day === 1)) return null;
    if (cursor.oneOf('của tháng cuối quý', 'tháng cuối quý', 'của tháng cuối mỗi quý', 'tháng cuối mỗi quý') === null)
      return null;
    const months: number[] = [];
    for (;;) {
      if (cursor.mark(',') === null && !cursor.words('và')) break;
      if (!cursor.words('tháng')) return null;
      const month = Number(cursor.number(2) ?? 0);
      if (month !== 6 && month !== 12) return null;
      months.push(month);
    }
    cursor.oneOf('của năm', 'hằng năm');
    if (months.length === 0 || !cursor.end()) return null;
    const last = opening.strict ? day - 1 : day;
    const rules: Recurrence[] = [
      { freq: 'quarterly', day: last },
      ...months.map((month): Recurrence => ({ freq: 'yearly', months: [month], day: last })),
    ];
    return { form: 'parts', parts: rules.map((rule) => ({ core: { form: 'recurring', rule } })) };
  },
};

/** Ends of the windows of data that Nghị định 09/2019/NĐ-CP Đ.12 lays down, and near forms. */
const WINDOWS: readonly (readonly [string, string, ReportWindow['freq']])[] = [
  [
    '[của] tháng trước [liền kề] [kỳ báo cáo]',
    '[của] (tháng thuộc kỳ báo cáo|tháng báo cáo|tháng này|tháng của kỳ báo cáo|tháng trong kỳ báo cáo)',
    'monthly',
  ],
  ['[của] tháng trước kỳ báo cáo', '[của] tháng cuối quý [thuộc kỳ báo cáo]', 'quarterly'],
  ['tháng cuối quý trước', '[của] tháng cuối quý [này|báo cáo|thuộc kỳ báo cáo]', 'quarterly'],
];

/** "từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo": the days that a report covers, no deadline. */
export const reportWindow: PhraseRule = {
  family: 'report-window',
  read(cursor): Core | null {
    cursor.oneOf('tính');
    if (!cursor.words('từ ngày')) return null;
    const fromDay = readCount(cursor, 2);
    if (fromDay === null || fromDay > 31) return null;
    const found = WINDOWS.map(([start, end, freq]) =>
      cursor.attempt(() => {
        if (cursor.pattern(start) === null || cursor.oneOf('đến hết ngày', 'đến ngày') === null) return null;
        const toDay = readCount(cursor, 2);
        if (toDay === null || toDay > 31 || cursor.pattern(end) === null || !cursor.end()) return null;
        return { freq, fromDay, toDay };
      }),
    ).find((window) => window !== null);
    return found ? { form: 'report-window', window: found } : null;
  },
};

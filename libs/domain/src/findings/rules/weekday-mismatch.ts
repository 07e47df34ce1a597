import { dayOfWeek, formatDate } from '../../time/civil.js';
import { civilDate } from '../../time/phrases/dates.js';
import { PhraseCursor } from '../../time/phrases/cursor.js';
import { readWeekday, weekdayNames } from '../../time/phrases/numbers.js';
import { cite, keep, passagesOf, sentenceCase, type FindingRule } from '../rule.js';

const WEEKDAY = '(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\\s+nhật)';
const DATE = '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>\\d{4})';
const BEFORE = new RegExp(`(?<w>${WEEKDAY}),?\\s+(?:ngày\\s+)?${DATE}`, 'giu');
const AFTER = new RegExp(`${DATE}\\s*[(,]\\s*(?<w>${WEEKDAY})`, 'giu');

/** "thứ Năm, ngày 06/9/2024" where that day was a Friday: one of the two is wrong, and nobody but the Office knows which. */
export const weekdayMismatch: FindingRule = {
  code: 'WEEKDAY_MISMATCH',
  severity: 'caution',
  title: 'Thứ trong tuần không khớp với ngày',
  check(draft) {
    const times = draft.rows.map((row) => ({ where: `dòng ${row.no}`, rowNo: row.no, quoted: row.timeText }));
    return [...passagesOf(draft), ...times].flatMap(({ where, rowNo, quoted }) =>
      [BEFORE, AFTER].flatMap((pattern) =>
        [...quoted.text.matchAll(pattern)].flatMap(({ 0: found, groups }) => {
          const date = civilDate(Number(groups?.['y']), Number(groups?.['m']), Number(groups?.['d']));
          const named = readWeekday(new PhraseCursor(groups?.['w'] ?? ''));
          if (date === null || named === null || dayOfWeek(date) === named) return [];
          return [
            {
              rowNo,
              places: quoted.places,
              message: `${sentenceCase(where)}: ${cite(found)} không khớp; ngày ${formatDate(date)} là ${weekdayNames[dayOfWeek(date)] ?? ''}. Đề nghị Văn phòng xác định ngày hay thứ là đúng.`,
              options: [
                { ...keep, label: 'Theo ngày đã ghi' },
                { code: 'EDIT', label: 'Sửa ngày', ...(rowNo === null ? {} : { data: { rowNo } }) },
              ],
            },
          ];
        }),
      ),
    );
  },
};

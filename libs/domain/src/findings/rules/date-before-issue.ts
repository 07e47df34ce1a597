import { formatDate } from '../../time/civil.js';
import { cite, editRow, fixDate, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** A row whose last day was over before the plan was issued: nobody could ever have kept it. */
export const dateBeforeIssue: FindingRule = {
  code: 'DATE_BEFORE_ISSUE',
  severity: 'blocking',
  title: 'Hết hạn trước ngày ban hành kế hoạch',
  check(draft) {
    const { date, year } = draft.head;
    // While the date is blank the year alone tells: what ended in an earlier year ended before any issue in this one.
    const issue = date ?? (year === null ? null : `${year}-01-01`);
    const shown = date === null ? `năm ban hành (${year ?? ''})` : `ngày ban hành ${formatDate(date)}`;
    return draft.rows.flatMap((row) => {
      const lastDay = fixedLastDay(row);
      if (issue === null || lastDay === null || lastDay >= issue) return [];
      return [
        {
          rowNo: row.no,
          places: row.timeText.places,
          message: `Dòng ${row.no} ghi ${cite(row.timeText.text)}: ngày cuối ${formatDate(lastDay)} ở trước ${shown}. Đề nghị Văn phòng xác định lại thời gian.`,
          options: [
            fixDate(row.no, 'Ấn định thời hạn khác'),
            editRow(row.no, 'time', 'Sửa thời gian'),
            { code: 'KEEP', label: 'Giữ nguyên: việc đã làm trước khi ban hành' },
          ],
        },
      ];
    });
  },
};

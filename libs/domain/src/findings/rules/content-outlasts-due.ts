import { formatDate } from '../../time/civil.js';
import { cite, editRow, keep, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** A duty that lasts until something happens, in a row that ends on a date. */
export const contentOutlastsDue: FindingRule = {
  code: 'CONTENT_OUTLASTS_DUE',
  severity: 'caution',
  title: 'Nội dung kéo dài quá thời hạn của dòng',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const until = /(?:cho )?đến khi [^,;.]+/iu.exec(row.content.text)?.[0];
      const lastDay = fixedLastDay(row);
      if (until === undefined || lastDay === null) return [];
      return [
        {
          rowNo: row.no,
          places: [...row.content.places, ...row.timeText.places],
          message: `Dòng ${row.no} hết hạn ngày ${formatDate(lastDay)}, nhưng nội dung còn giao thực hiện ${cite(until)}. Phần việc kéo dài chưa có thời hạn riêng.`,
          options: [keep, editRow(row.no, 'time', 'Sửa thời gian')],
        },
      ];
    }),
};

import type { DraftRow } from '../../draft/types.js';
import { formatDate } from '../../time/civil.js';
import { cite, editRow, keep, listNos, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** Acts that a row may have to precede, and the words by which other rows do them or prepare them. */
const ACTS: readonly { readonly before: RegExp; readonly done: RegExp }[] = [
  { before: /trước khi bàn giao/iu, done: /đóng gói|giao nộp|nộp lưu|bàn giao/iu },
  { before: /trước khi (?:nộp lưu|giao nộp)/iu, done: /nộp lưu|giao nộp/iu },
];

/** A row that must come before an act, and may end after the rows that do it. */
export const orderWithinContent: FindingRule = {
  code: 'ORDER_WITHIN_CONTENT',
  severity: 'caution',
  title: 'Việc phải làm trước lại có thể xong sau',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const lastDay = fixedLastDay(row);
      const act = ACTS.find(({ before }) => before.test(row.content.text));
      if (lastDay === null || act === undefined) return [];
      const dueEarlier = (other: DraftRow) => (fixedLastDay(other) ?? lastDay) < lastDay;
      const earlier = draft.rows.filter(
        (other) => other !== row && act.done.test(other.content.text) && dueEarlier(other),
      );
      if (earlier.length === 0) return [];
      const phrase = act.before.exec(row.content.text)?.[0] ?? '';
      return [
        {
          rowNo: row.no,
          places: [row, ...earlier].flatMap((one) => one.timeText.places),
          message: `Dòng ${row.no} phải xong ${cite(phrase)}, nhưng hạn đến ${formatDate(lastDay)}, sau hạn đóng gói, giao nộp, bàn giao của các dòng ${listNos(earlier)}.`,
          options: [keep, editRow(row.no, 'time', `Sửa thời gian của dòng ${row.no}`)],
        },
      ];
    }),
};

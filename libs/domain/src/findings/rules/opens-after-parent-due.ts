import { cite, editRow, keep, parentOf, type FindingRule } from '../rule.js';
import { fixedLastDay, opensAfterEvent } from '../spans.js';

/** A step that waits for an event under a task with a fixed date. Neither date is applied to the other. */
export const opensAfterParentDue: FindingRule = {
  code: 'OPENS_AFTER_PARENT_DUE',
  severity: 'caution',
  title: 'Việc mở sau sự kiện, dưới nhiệm vụ có thời hạn cố định',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const parent = parentOf(draft, row);
      if (parent === null || !opensAfterEvent(row) || fixedLastDay(parent) === null) return [];
      return [
        {
          rowNo: row.no,
          places: [...row.timeText.places, ...parent.timeText.places],
          message: `Dòng ${row.no} mở ${cite(row.timeText.text.toLowerCase())}, nhưng nhiệm vụ ${parent.no} ghi ${cite(parent.timeText.text)}. Thời hạn của nhiệm vụ ${parent.no} không áp dụng cho dòng ${row.no}.`,
          options: [keep, editRow(row.no, 'time', `Sửa thời gian của dòng ${row.no}`)],
        },
      ];
    }),
};

import { childrenOf, cite, editRow, keep, listNos, type FindingRule } from '../rule.js';
import { endsWithEvent, opensAfterEvent } from '../spans.js';

/** Steps that begin after the event with which their task ends. */
export const opensAfterParentEnd: FindingRule = {
  code: 'OPENS_AFTER_PARENT_END',
  severity: 'caution',
  title: 'Việc mở sau khi nhiệm vụ của nó kết thúc',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const later = endsWithEvent(row) ? childrenOf(draft, row).filter(opensAfterEvent) : [];
      if (later.length === 0) return [];
      return [
        {
          rowNo: row.no,
          places: [row, ...later].flatMap((one) => one.timeText.places),
          message: `Nhiệm vụ ${row.no} ghi ${cite(row.timeText.text)}, nhưng các dòng ${listNos(later)} lại thực hiện sau thời điểm đó. Thời gian của nhiệm vụ ${row.no} không áp dụng cho các dòng này.`,
          options: [keep, editRow(row.no, 'time', `Sửa thời gian của nhiệm vụ ${row.no}`)],
        },
      ];
    }),
};

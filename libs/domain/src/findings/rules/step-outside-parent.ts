import type { DraftRow } from '../../draft/types.js';
import { formatDate } from '../../time/civil.js';
import { cite, editRow, keep, parentOf, type FindingRule } from '../rule.js';
import { fixedFirstDay, fixedLastDay } from '../spans.js';

/** In which way a step leaves the dates of its task; null where it stays, or where the order itself cannot be. */
function outside(row: DraftRow, parent: DraftRow): string | null {
  const [from, last] = [fixedFirstDay(row), fixedLastDay(row)];
  const [parentFrom, parentLast] = [fixedFirstDay(parent), fixedLastDay(parent)];
  // Due before its task may begin: DUE_BEFORE_PARENT_OPENS blocks.
  if (parentFrom !== null && last !== null && last < parentFrom) return null;
  if (parentLast !== null && last !== null && last > parentLast)
    return `có ngày cuối ${formatDate(last)}, sau ngày cuối ${formatDate(parentLast)} của nhiệm vụ`;
  if (parentFrom !== null && from !== null && from < parentFrom)
    return `mở từ ${formatDate(from)}, trước khi nhiệm vụ mở ${formatDate(parentFrom)}`;
  return null;
}

/** A step whose dates leave those of its task. Neither date is applied to the other. */
export const stepOutsideParent: FindingRule = {
  code: 'STEP_OUTSIDE_PARENT',
  severity: 'caution',
  title: 'Thời gian của việc ra ngoài thời gian của nhiệm vụ',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const parent = parentOf(draft, row);
      const how = parent === null ? null : outside(row, parent);
      if (parent === null || how === null) return [];
      return [
        {
          rowNo: row.no,
          places: [...row.timeText.places, ...parent.timeText.places],
          message: `Dòng ${row.no} (${cite(row.timeText.text)}) ${how} ${parent.no} (${cite(parent.timeText.text)}). Thời gian của nhiệm vụ ${parent.no} không áp dụng cho dòng ${row.no}.`,
          options: [
            keep,
            {
              code: 'USE_PARENT_TIME',
              label: `Theo thời gian của nhiệm vụ ${parent.no}`,
              data: { rowNo: row.no, parentNo: parent.no },
            },
            editRow(row.no, 'time', `Sửa thời gian của dòng ${row.no}`),
          ],
        },
      ];
    }),
};

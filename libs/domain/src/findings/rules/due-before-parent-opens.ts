import { formatDate } from '../../time/civil.js';
import { cite, fixDate, keep, parentOf, type FindingRule } from '../rule.js';
import { fixedLastDay, opensAfterEvent } from '../spans.js';

/** An order that cannot be: a step must end before the task it belongs to may begin. */
export const dueBeforeParentOpens: FindingRule = {
  code: 'DUE_BEFORE_PARENT_OPENS',
  severity: 'blocking',
  title: 'Việc hết hạn trước khi nhiệm vụ của nó mở',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const parent = parentOf(draft, row);
      const lastDay = fixedLastDay(row);
      if (parent === null || lastDay === null) return [];
      const { spec } = parent.reading;
      const opensLater =
        spec.kind === 'period' || spec.kind === 'from-until-event' ? spec.from > lastDay : opensAfterEvent(parent);
      if (!opensLater) return [];
      return [
        {
          rowNo: row.no,
          places: [...row.timeText.places, ...parent.timeText.places],
          message: `Dòng ${row.no} ghi ${cite(row.timeText.text)} (ngày cuối ${formatDate(lastDay)}), trong khi nhiệm vụ ${parent.no} chỉ mở ${cite(parent.timeText.text.toLowerCase())}. Đề nghị Văn phòng xác định thời gian của dòng ${row.no}.`,
          options: [
            {
              code: 'USE_PARENT_TIME',
              label: `Theo thời gian của nhiệm vụ ${parent.no}`,
              data: { rowNo: row.no, parentNo: parent.no },
            },
            fixDate(row.no, 'Ấn định thời hạn khác'),
            { ...keep, label: `Giữ ${cite(row.timeText.text)}, không phụ thuộc nhiệm vụ ${parent.no}` },
          ],
        },
      ];
    }),
};

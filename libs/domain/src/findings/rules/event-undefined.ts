import type { DraftRow } from '../../draft/types.js';
import { eventWordings } from '../../time/phrases/events.js';
import { firstPlaces, listNos, type FindingRule } from '../rule.js';

const eventOf = (row: DraftRow) => ('event' in row.reading.spec ? row.reading.spec.event : null);

/** Rows hang on an event whose day nothing in the plan fixes. */
export const eventUndefined: FindingRule = {
  code: 'EVENT_UNDEFINED',
  severity: 'caution',
  title: 'Sự kiện mở hoặc kết thúc công việc chưa được xác định',
  check: (draft) =>
    eventWordings.flatMap(({ event, label }) => {
      const rows = draft.rows.filter((row) => eventOf(row) === event);
      if (rows.length === 0) return [];
      return [
        {
          rowNo: null,
          places: firstPlaces(rows.map((row) => row.timeText)),
          message: `Kế hoạch không nêu thế nào là “${label}” và vào ngày nào; ${rows.length} dòng phụ thuộc: ${listNos(rows)}. Các dòng này chờ Văn phòng ghi nhận sự kiện.`,
          options: [
            { code: 'EXPECT_EVENT', label: 'Ghi ngày dự kiến', data: { event } },
            { code: 'CONFIRM_EVENT', label: 'Xác nhận ngày hoàn thành', data: { event } },
            { code: 'LATER', label: 'Ghi nhận sau' },
          ],
        },
      ];
    }),
};

import { planEvents } from '../../draft/plan-events.js';
import { listNos, type FindingRule } from '../rule.js';

/** Rows hang on an event whose day nothing in the plan fixes. */
export const eventUndefined: FindingRule = {
  code: 'EVENT_UNDEFINED',
  severity: 'caution',
  title: 'Sự kiện mở hoặc kết thúc công việc chưa được xác định',
  check: (draft) =>
    planEvents(draft).map(({ event, label, rowNos, places }) => ({
      rowNo: null,
      places,
      message: `Kế hoạch không nêu thế nào là “${label}” và vào ngày nào; ${rowNos.length} dòng phụ thuộc: ${listNos(rowNos.map((no) => ({ no })))}. Các dòng này chờ Văn phòng ghi nhận sự kiện.`,
      options: [
        { code: 'EXPECT_EVENT', label: 'Ghi ngày dự kiến', data: { event } },
        { code: 'CONFIRM_EVENT', label: 'Xác nhận ngày hoàn thành', data: { event } },
        { code: 'LATER', label: 'Ghi nhận sau' },
      ],
    })),
};

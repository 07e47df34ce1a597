import { planEvents } from '../../draft/plan-events.js';
import type { PlanDraft } from '../../draft/types.js';
import type { EventName } from '../../time/reading.js';
import { keep, listNos, type FindingRule } from '../rule.js';

/** True where some row runs by the event: only then is there anything to tell it to. */
const isBound = (draft: PlanDraft, event: EventName) =>
  draft.rows.some(({ reading: { spec } }) => 'event' in spec && spec.event === event);

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
        ...(isBound(draft, event)
          ? [
              { code: 'EXPECT_EVENT', label: 'Ghi ngày dự kiến', data: { event } },
              { code: 'CONFIRM_EVENT', label: 'Xác nhận ngày hoàn thành', data: { event } },
            ]
          : [keep]),
        { code: 'LATER', label: 'Ghi nhận sau' },
      ],
    })),
};

import { cite, fixDate, type FindingRule } from '../rule.js';

const SUGGESTED_WORKING_DAYS = 20;

/** "Sau khi …" opens a row and never ends it. */
export const dueNotStated: FindingRule = {
  code: 'DUE_NOT_STATED',
  severity: 'caution',
  title: 'Không nêu thời hạn',
  check: (draft) =>
    draft.rows
      .filter(({ reading: { spec } }) => spec.kind === 'after-event' && !spec.immediate)
      .map((row) => ({
        rowNo: row.no,
        places: row.timeText.places,
        message: `Dòng ${row.no} ghi ${cite(row.timeText.text)}, không nêu thời hạn. Đề nghị Văn phòng ấn định; chưa ấn định thì hiện “Chưa xác định thời hạn”.`,
        options: [
          {
            code: 'FIX_WORKING_DAYS',
            label: `Ấn định ${SUGGESTED_WORKING_DAYS} ngày làm việc sau sự kiện`,
            data: { rowNo: row.no, workingDays: SUGGESTED_WORKING_DAYS },
          },
          fixDate(row.no, 'Ấn định thời hạn khác'),
          { code: 'LATER', label: 'Để Văn phòng ấn định sau' },
        ],
      })),
};

import { firstPlaces, listNos, type FindingRule } from '../rule.js';

/** "Trong suốt quá trình …" begins on no day; the day of issue is taken, and said. */
export const processStartUndefined: FindingRule = {
  code: 'PROCESS_START_UNDEFINED',
  severity: 'notice',
  title: 'Không nêu ngày bắt đầu của quá trình',
  check(draft) {
    const rows = draft.rows.filter(
      ({ reading: { spec } }) => spec.kind === 'during-process' || spec.kind === 'monthly-during-process',
    );
    if (rows.length === 0) return [];
    return [
      {
        rowNo: rows[0]?.no ?? null,
        places: firstPlaces(rows.map((row) => row.timeText)),
        message: `Các dòng ${listNos(rows)} thực hiện trong suốt quá trình, nhưng kế hoạch không nêu ngày bắt đầu quá trình; Văn phòng quy ước tính từ ngày ban hành kế hoạch.`,
        options: [
          { code: 'USE_POLICY', label: 'Tính từ ngày ban hành kế hoạch' },
          { code: 'SET_PROCESS_START', label: 'Ghi ngày bắt đầu khác' },
        ],
      },
    ];
  },
};

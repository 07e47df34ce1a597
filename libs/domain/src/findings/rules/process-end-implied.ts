import { cite, editRow, type FindingRule } from '../rule.js';

/** "Trong suốt quá trình …" without "cho đến khi hoàn thành". */
export const processEndImplied: FindingRule = {
  code: 'PROCESS_END_IMPLIED',
  severity: 'notice',
  title: 'Thời điểm kết thúc chỉ hiểu ngầm',
  check: (draft) =>
    draft.rows
      .filter(({ reading: { spec } }) => 'endImplied' in spec && spec.endImplied)
      .map((row) => ({
        rowNo: row.no,
        places: row.timeText.places,
        message: `Dòng ${row.no} ghi ${cite(row.timeText.text)}, không ghi “cho đến khi hoàn thành”; hiểu ngầm là kết thúc khi hoàn thành quá trình.`,
        options: [{ code: 'KEEP', label: 'Đồng ý cách hiểu này' }, editRow(row.no, 'time', 'Sửa thời gian')],
      })),
};

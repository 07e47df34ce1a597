import { editRow, type FindingRule } from '../rule.js';

/** Two rows with one number: no command could name either. */
export const numberDuplicate: FindingRule = {
  code: 'NUMBER_DUPLICATE',
  severity: 'blocking',
  title: 'Hai dòng trùng số thứ tự',
  check(draft) {
    const numbers = [...new Set(draft.rows.map((row) => row.no))];
    return numbers.flatMap((no) => {
      const rows = draft.rows.filter((row) => row.no === no);
      if (rows.length < 2) return [];
      return [
        {
          rowNo: no,
          places: rows.map((row) => row.place),
          message: `Số ${no} dùng cho ${rows.length} dòng. Đề nghị Văn phòng đánh lại số để mỗi dòng một số.`,
          options: [editRow(no, 'no', 'Sửa số thứ tự')],
        },
      ];
    });
  },
};

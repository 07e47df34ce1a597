import { editRow, parentOf, type FindingRule } from '../rule.js';

/** A step whose task has no row would run under nothing. */
export const parentMissing: FindingRule = {
  code: 'PARENT_MISSING',
  severity: 'blocking',
  title: 'Việc không có nhiệm vụ cấp trên',
  check: (draft) =>
    draft.rows
      .filter((row) => row.parentNo !== null && parentOf(draft, row) === null)
      .map((row) => ({
        rowNo: row.no,
        places: [row.place],
        message: `Dòng ${row.no} là việc của nhiệm vụ ${row.parentNo ?? ''}, nhưng phụ lục không có dòng ${row.parentNo ?? ''}. Đề nghị Văn phòng sửa số hoặc bổ sung dòng còn thiếu.`,
        options: [editRow(row.no, 'no', 'Sửa số thứ tự')],
      })),
};

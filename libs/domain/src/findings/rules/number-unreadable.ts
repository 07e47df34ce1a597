import { cite, editRow, type FindingRule } from '../rule.js';

export const numberUnreadable: FindingRule = {
  code: 'NUMBER_UNREADABLE',
  severity: 'blocking',
  title: 'Số thứ tự không đọc được',
  check: (draft) =>
    draft.rows
      .filter((row) => !/^\d+(?:\.\d+)*$/u.test(row.no))
      .map((row) => ({
        rowNo: row.no,
        places: [row.place],
        message: `Số thứ tự ${cite(row.no, 30)} không phải số của nhiệm vụ (như 2) hay của việc (như 2.1). Đề nghị Văn phòng ghi lại số.`,
        options: [editRow(row.no, 'no', 'Sửa số thứ tự')],
      })),
};

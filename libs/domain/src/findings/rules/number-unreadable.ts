import { cite, editRow, type FindingRule } from '../rule.js';

/** "2", "2.1", "1.a"; with the heading or the appendix before it where numbering begins again: "II.1", "PL2.A.3". */
const READABLE = /^(?:PL\d+\.)?(?:(?:[IVX]+|[A-ZĐ]|M\d+)\.)*\d+(?:\.(?:\d+|[a-zđ]))*$/u;

export const numberUnreadable: FindingRule = {
  code: 'NUMBER_UNREADABLE',
  severity: 'blocking',
  title: 'Số thứ tự không đọc được',
  check: (draft) =>
    draft.rows
      .filter((row) => !READABLE.test(row.no))
      .map((row) => ({
        rowNo: row.no,
        places: [row.place],
        message: `Số thứ tự ${cite(row.no, 30)} không phải số của nhiệm vụ (như 2) hay của việc (như 2.1). Đề nghị Văn phòng ghi lại số.`,
        options: [editRow(row.no, 'no', 'Sửa số thứ tự')],
      })),
};

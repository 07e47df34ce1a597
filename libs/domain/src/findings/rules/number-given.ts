import { keep, editRow, type FindingRule } from '../rule.js';

/** How many rows are named one by one before the rest is only counted. */
const NAMED = 12;

/** Rows whose number is not just what is printed: derived from the position, or told apart by heading and appendix. */
export const numberGiven: FindingRule = {
  code: 'NUMBER_GIVEN',
  severity: 'notice',
  title: 'Số của dòng do hệ thống đặt theo vị trí hoặc theo mục',
  check(draft) {
    const rows = draft.rows.filter(
      ({ no, printedNo }) => printedNo !== undefined && (!/[\p{L}\d]/u.test(printedNo) || /^[A-ZĐ]/u.test(no)),
    );
    if (rows.length === 0) return [];
    const names = rows.slice(0, NAMED).map((row) => row.no);
    const shown = `${names.join(', ')}${rows.length > NAMED ? ` và ${rows.length - NAMED} dòng nữa` : ''}`;
    return [
      {
        rowNo: null,
        places: rows.map((row) => row.place),
        message: `Dòng ${shown} không in số, hoặc in số lặp lại giữa các mục; số đang dùng được đặt theo vị trí. Đề nghị Văn phòng xem lại.`,
        options: [keep, editRow(rows[0]?.no ?? '', 'no', 'Sửa số thứ tự')],
      },
    ];
  },
};

import { cite, keep, type FindingRule } from '../rule.js';

/** Words in or around the appendix that no row took. */
export const textLeft: FindingRule = {
  code: 'TEXT_LEFT',
  severity: 'caution',
  title: 'Chữ trong phụ lục chưa được đưa vào dòng nào',
  check(draft) {
    const cells = draft.cells
      .filter((cell) => cell.use === 'left' && cell.text !== '')
      .map((cell) => ({ rowNo: cell.rowNo ?? null, places: [cell.place], text: cell.text }));
    const lines = draft.otherText.map((quoted) => ({ rowNo: null, places: quoted.places, text: quoted.text }));
    return [...cells, ...lines].map(({ rowNo, places, text }) => ({
      rowNo,
      places,
      message: `${cite(text)} không thuộc cột hay dòng nào đã nhận biết, được giữ lại nhưng không dùng. Đề nghị Văn phòng xem có phải một phần của dòng nào không.`,
      options: [keep, { code: 'EDIT', label: 'Sửa dòng liên quan' }],
    }));
  },
};

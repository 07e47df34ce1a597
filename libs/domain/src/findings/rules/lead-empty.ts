import { childrenOf, editRow, type FindingRule } from '../rule.js';

/** A row that nobody leads; a task that only gathers its steps may go without. */
export const leadEmpty: FindingRule = {
  code: 'LEAD_EMPTY',
  severity: 'blocking',
  title: 'Dòng không có cơ quan chủ trì',
  check: (draft) =>
    draft.rows
      .filter((row) => row.leads.length === 0 && childrenOf(draft, row).length === 0)
      .map((row) => ({
        rowNo: row.no,
        places: row.leadText.places.length > 0 ? row.leadText.places : [row.place],
        message: `Dòng ${row.no} không ghi cơ quan chủ trì. Đề nghị Văn phòng xác định đơn vị chủ trì.`,
        options: [editRow(row.no, 'leads', 'Chọn đơn vị chủ trì')],
      })),
};

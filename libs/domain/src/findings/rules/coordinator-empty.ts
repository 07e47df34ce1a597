import { editRow, keep, type FindingRule } from '../rule.js';

export const coordinatorEmpty: FindingRule = {
  code: 'COORDINATOR_EMPTY',
  severity: 'notice',
  title: 'Dòng không có cơ quan phối hợp',
  check: (draft) =>
    // Where no row names one, the plan simply has no such column.
    draft.rows.every((row) => row.coordinators.length === 0)
      ? []
      : draft.rows
          .filter((row) => row.coordinators.length === 0)
          .map((row) => ({
            rowNo: row.no,
            places: row.coordinatorText.places.length > 0 ? row.coordinatorText.places : [row.place],
            message: `Dòng ${row.no} để trống cơ quan phối hợp.`,
            options: [keep, editRow(row.no, 'coordinators', 'Bổ sung cơ quan phối hợp')],
          })),
};

import { editRow, keep, type FindingRule } from '../rule.js';

/** One unit or group on both sides of a row. */
export const leadsAndCoordinates: FindingRule = {
  code: 'LEADS_AND_COORDINATES',
  severity: 'notice',
  title: 'Cùng một đơn vị vừa chủ trì vừa phối hợp',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const both = row.leads.filter(
        (lead) =>
          lead.kind !== 'unknown' && row.coordinators.some((ref) => ref.kind !== 'unknown' && ref.code === lead.code),
      );
      if (both.length === 0) return [];
      return [
        {
          rowNo: row.no,
          places: [...row.leadText.places, ...row.coordinatorText.places],
          message: `Dòng ${row.no}: “${both.map((ref) => ref.text).join('; ')}” vừa chủ trì vừa phối hợp.`,
          options: [keep, editRow(row.no, 'coordinators', 'Sửa cơ quan phối hợp')],
        },
      ];
    }),
};

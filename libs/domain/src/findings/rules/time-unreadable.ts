import { childrenOf, editRow, type FindingRule } from '../rule.js';

/** Time that cannot be read blocks, except an empty cell of a task that only gathers its steps. */
export const timeUnreadable: FindingRule = {
  code: 'TIME_UNREADABLE',
  severity: 'blocking',
  title: 'Thời gian không đọc được',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const { spec } = row.reading;
      if (spec.kind !== 'unreadable') return [];
      if (row.timeText.text === '' && childrenOf(draft, row).length > 0) return [];
      return [
        {
          rowNo: row.no,
          places: row.timeText.places.length > 0 ? row.timeText.places : [row.place],
          message: `Dòng ${row.no}: ${spec.ask}`,
          options: [editRow(row.no, 'time', 'Xác định thời gian thực hiện')],
        },
      ];
    }),
};

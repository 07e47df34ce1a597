import { childrenOf, cite, editRow, keep, listNos, type FindingRule } from '../rule.js';

const LEADERS = /(?:người đứng đầu|thủ trưởng|trưởng) (?:các )?(?:phòng|đơn vị|cơ quan)[^;:.]*/iu;

/** A task that speaks to the heads of units, with steps that none of its own leads leads. */
export const parentNamesOtherLeaders: FindingRule = {
  code: 'PARENT_NAMES_OTHER_LEADERS',
  severity: 'caution',
  title: 'Nhiệm vụ giao người đứng đầu đơn vị, các việc lại do đơn vị khác chủ trì',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const leaders = LEADERS.exec(row.content.text)?.[0];
      const children = childrenOf(draft, row);
      if (leaders === undefined || children.length === 0) return [];
      const own = new Set(row.leads.map((lead) => (lead.kind === 'unknown' ? lead.text : lead.code)));
      const strange = children.filter((child) =>
        child.leads.every((lead) => lead.kind !== 'unknown' && !own.has(lead.code)),
      );
      if (strange.length === 0) return [];
      const names = [...new Set(strange.map((child) => child.leadText.text))].join('; ');
      return [
        {
          rowNo: row.no,
          places: [row, ...strange].flatMap((one) => one.leadText.places),
          message: `Nhiệm vụ ${row.no} nói đến ${cite(leaders)} và do ${cite(row.leadText.text)} chủ trì, nhưng các dòng ${listNos(strange)} do ${cite(names)} chủ trì.`,
          options: [
            keep,
            ...strange.map((child) => editRow(child.no, 'leads', `Sửa cơ quan chủ trì dòng ${child.no}`)),
          ],
        },
      ];
    }),
};

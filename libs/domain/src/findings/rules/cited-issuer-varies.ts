import { foldCase } from '../../draft/fold.js';
import { firstPlaces, keep, listWhere, passagesOf, type FindingRule, type Passage } from '../rule.js';

const CITATION =
  /số (?<no>\d+[\p{L}\d]*\/[\p{L}\d\-/&<>]+)(?: ngày [\d/]+)? của (?<issuer>(?:Chủ tịch |Bộ trưởng |Thủ tướng )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Bộ|Sở|Chính phủ)(?: tỉnh| thành phố)?)/gu;

const canonical = (issuer: string) =>
  foldCase(issuer)
    .replace(/uỷ/gu, 'ủy')
    .replace(/^((?:chủ tịch )?)ubnd/u, '$1ủy ban nhân dân');

/** One document cited as issued by different bodies. */
export const citedIssuerVaries: FindingRule = {
  code: 'CITED_ISSUER_VARIES',
  severity: 'notice',
  title: 'Một văn bản được dẫn với cơ quan ban hành khác nhau',
  check(draft) {
    const cited = new Map<string, { issuer: string; passage: Passage }[]>();
    for (const passage of passagesOf(draft)) {
      for (const { groups } of passage.quoted.text.matchAll(CITATION)) {
        const no = groups?.['no'] ?? '';
        cited.set(no, [...(cited.get(no) ?? []), { issuer: groups?.['issuer'] ?? '', passage }]);
      }
    }
    return [...cited].flatMap(([no, uses]) => {
      const issuers = [...new Set(uses.map(({ issuer }) => canonical(issuer)))];
      if (issuers.length < 2) return [];
      const shown = issuers.map((issuer) => {
        const of = uses.filter((use) => canonical(use.issuer) === issuer);
        return `“${of[0]?.issuer ?? ''}” (${listWhere(of.map((use) => use.passage))})`;
      });
      return [
        {
          rowNo: null,
          places: firstPlaces(uses.map((use) => use.passage.quoted)),
          message: `Văn bản số ${no} được dẫn với cơ quan ban hành khác nhau: ${shown.join('; ')}.`,
          options: [keep],
        },
      ];
    });
  },
};

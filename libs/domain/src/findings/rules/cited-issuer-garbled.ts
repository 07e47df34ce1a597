import { cite, keep, passagesOf, sentenceCase, type FindingRule } from '../rule.js';

const KINDS = 'Kết luận|Chỉ thị|Nghị quyết|Quyết định|Kế hoạch|Công văn|Thông tư|Nghị định|Thông báo|Hướng dẫn';
const GARBLED = new RegExp(
  `(?<kind>${KINDS}) số (?<no>[^\\s,;]+)(?: ngày [\\d/]+)? của (?<first>[^,;.()]+?) (?<again>${KINDS}) của (?<second>[^;.()]+?)(?= về |[;.()]|$)`,
  'gu',
);

/** "… của Ban Chấp hành Trung ương Kết luận của Bộ Chính trị": two issuers run into each other. */
export const citedIssuerGarbled: FindingRule = {
  code: 'CITED_ISSUER_GARBLED',
  severity: 'notice',
  title: 'Cơ quan ban hành văn bản được dẫn bị chép lẫn',
  check: (draft) =>
    passagesOf(draft).flatMap(({ where, rowNo, quoted }) =>
      [...quoted.text.matchAll(GARBLED)].map(({ groups }) => ({
        rowNo,
        places: quoted.places,
        message: `${sentenceCase(where)}: cơ quan ban hành ${groups?.['kind'] ?? ''} số ${groups?.['no'] ?? ''} ghi lẫn ${cite(`${groups?.['first'] ?? ''} ${groups?.['again'] ?? ''} của ${groups?.['second'] ?? ''}`, 120)}.`,
        options: [keep],
      })),
    ),
};

import { firstPlaces, keep, listNos, type FindingRule } from '../rule.js';

/** Common nouns written as names. With one of these words after it, the name is spelled out. */
const TERMS: readonly { readonly term: string; readonly spelled: RegExp }[] = [
  { term: 'Hệ thống', spelled: /^ (?:quản lý|thông tin|phần mềm|điều hành|chính trị|tổ chức)/u },
  { term: 'Phần mềm', spelled: /^ (?:quản lý|điều hành|văn phòng)/u },
  { term: 'Cổng', spelled: /^ (?:dịch vụ|thông tin)/u },
];

/** "Hệ thống" as a name that nothing introduces ("gọi tắt là Hệ thống"). */
export const termUndefined: FindingRule = {
  code: 'TERM_UNDEFINED',
  severity: 'notice',
  title: 'Dùng tên riêng chưa được giải thích',
  check: (draft) =>
    TERMS.flatMap(({ term, spelled }) => {
      const texts = [...draft.body.flatMap((item) => item.paragraphs), ...draft.rows.map((row) => row.content)];
      const introduced = new RegExp(`(?:gọi tắt là|sau đây gọi là|viết tắt là) ["“]?${term}`, 'iu');
      if (texts.some((quoted) => introduced.test(quoted.text))) return [];
      const uses = (text: string, named: boolean) =>
        [...text.matchAll(new RegExp(`(?<=[\\p{L},;] )${term}(?![\\p{L}])`, 'gu'))].some(
          (match) => spelled.test(text.slice(match.index + term.length)) === named,
        );
      const bare = draft.rows.filter((row) => uses(row.content.text, false));
      const named = draft.rows.filter((row) => uses(row.content.text, true));
      if (bare.length === 0) return [];
      return [
        {
          rowNo: bare[0]?.no ?? null,
          places: firstPlaces([...bare, ...named].map((row) => row.content)),
          message: `“${term}” dùng như tên riêng ở các dòng ${listNos(bare)} nhưng kế hoạch không giải thích là hệ thống nào, do đơn vị nào vận hành.${named.length > 0 ? ` Chỉ dòng ${listNos(named)} nêu tên.` : ''}`,
          options: [keep, { code: 'DEFINE_TERM', label: `Ghi chú “${term}” là hệ thống nào`, data: { term } }],
        },
      ];
    }),
};

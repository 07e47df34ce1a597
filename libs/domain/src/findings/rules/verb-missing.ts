import { foldCase, wordsOf } from '../../draft/fold.js';
import { cite, editRow, keep, passagesOf, type FindingRule } from '../rule.js';

/** Nouns that a document's act works upon: right after "Phối hợp X" they show that the act itself was left out. */
const OBJECTS =
  /^(?:danh mục|kế hoạch|báo cáo|phương án|quy trình|quy chế|đề án|dự án|biên bản|hệ thống|mã định danh)(?: |$)/u;
const VERBS = /(ban hành|xây dựng|lập|trình|thống kê|rà soát|cập nhật|hoàn thiện|tổ chức|thực hiện)$/u;

/** "Phối hợp Sở Nội vụ danh mục …": coordination in doing what? Where the body says it, the body is quoted. */
export const verbMissing: FindingRule = {
  code: 'VERB_MISSING',
  severity: 'notice',
  title: 'Nội dung thiếu động từ',
  check(draft, { lexicon }) {
    const names = lexicon.entries
      .flatMap((entry) => [entry.name, ...entry.aliases])
      .map(foldCase)
      .sort((a, b) => b.length - a.length);
    return draft.rows.flatMap((row) => {
      const content = foldCase(row.content.text);
      const rest = /^phối hợp (?:với )?(.*)$/u.exec(content)?.[1] ?? '';
      const name = names.find((one) => rest.startsWith(`${one} `));
      const object = name === undefined ? '' : rest.slice(name.length + 1);
      if (!OBJECTS.test(object)) return [];
      const opening = wordsOf(object).slice(0, 5).join(' ');
      const source = passagesOf(draft).find(
        ({ rowNo, quoted }) => rowNo === null && foldCase(quoted.text).includes(opening),
      );
      const before = source ? foldCase(source.quoted.text).split(opening)[0]?.trim() : undefined;
      const verb = VERBS.exec(before ?? '')?.[1];
      const hint = source && verb ? ` Ở ${source.where} ghi ${cite(`${verb} ${opening} …`)}.` : '';
      return [
        {
          rowNo: row.no,
          places: [...row.content.places, ...(source && verb ? source.quoted.places.slice(0, 1) : [])],
          message: `Dòng ${row.no} (${cite(row.content.text, 60)}) chưa nêu phối hợp để làm gì.${hint}`,
          options: [keep, editRow(row.no, 'content', 'Sửa nội dung')],
        },
      ];
    });
  },
};

import { firstPlaces, keep, listWhere, passagesOf, sentenceCase, type FindingRule, type Passage } from '../rule.js';

const firstHalf = (found: string) =>
  found
    .split(' ')
    .slice(0, found.split(' ').length / 2)
    .join(' ');

interface Slip {
  readonly pattern: RegExp;
  readonly suggest: (found: string) => string;
}

/**
 * Slips met in plans of this kind, as data. A single word doubled is looked for only among those that Vietnamese never
 * doubles ("dần dần" is rightly doubled); two words doubled are a slip but for "từng bước từng bước" and its like.
 */
const SLIPS: readonly Slip[] = [
  { pattern: /người lao(?! động)/giu, suggest: () => 'người lao động' },
  {
    pattern: /(?<![\p{L}])(các|của|và|những|được|cho|trong|với|là|theo|về|tại|thực hiện) \1(?![\p{L}])/giu,
    suggest: firstHalf,
  },
  {
    pattern: /(?<![\p{L}])(?!từng |ngày |mỗi |thực hiện )(\p{L}+ \p{L}+) \1(?![\p{L}])/giu,
    suggest: firstHalf,
  },
  { pattern: /(?<![\p{L}])phong lưu trữ/giu, suggest: () => 'phông lưu trữ' },
];

/** Words that look mistyped: shown where they stand, once an item or row, left as they are. */
export const wordingSlip: FindingRule = {
  code: 'WORDING_SLIP',
  severity: 'notice',
  title: 'Chữ có thể đánh máy nhầm',
  check(draft) {
    const seen = new Map<string, { found: string; to: string; passages: Passage[] }>();
    for (const { pattern, suggest } of SLIPS) {
      for (const passage of passagesOf(draft)) {
        for (const [found] of passage.quoted.text.matchAll(pattern)) {
          const key = `${passage.where}: ${found}`;
          const entry = seen.get(key) ?? { found, to: suggest(found), passages: [] };
          entry.passages.push(passage);
          seen.set(key, entry);
        }
      }
    }
    return [...seen.values()].map(({ found, to, passages }) => ({
      rowNo: passages[0]?.rowNo ?? null,
      places: firstPlaces(passages.map((passage) => passage.quoted)),
      message: `${sentenceCase(listWhere(passages))}: “${found}” có thể là “${to}”. Văn bản kế hoạch được giữ nguyên.`,
      options: [keep, { code: 'SUGGEST', label: `Ghi chú “${to}”`, data: { from: found, to } }],
    }));
  },
};

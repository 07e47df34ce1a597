import { foldCase } from '../../draft/fold.js';
import type { PlanDraft, Quoted, UnitLexicon } from '../../draft/types.js';
import { firstPlaces, keep, passagesOf, type FindingRule } from '../rule.js';

interface Use {
  readonly code: string;
  readonly name: string;
  readonly quoted: Quoted;
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\d]/u.test(char);

/** Names of the lexicon in the plan's text, the longest first, so that a name within a longer one is not counted. */
function usesOf(draft: PlanDraft, lexicon: UnitLexicon): Use[] {
  const names = lexicon.entries
    .flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({ entry, name, folded: foldCase(name) })))
    .sort((a, b) => b.folded.length - a.folded.length);
  const texts = [
    ...passagesOf(draft).map((passage) => passage.quoted),
    ...draft.rows.flatMap((row) => [row.leadText, row.coordinatorText]),
  ];
  return texts.flatMap((quoted) => {
    const uses: Use[] = [];
    let text = foldCase(quoted.text);
    for (const { entry, name, folded } of names) {
      for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
        if (isLetter(text[at - 1]) || isLetter(text[at + folded.length])) continue;
        if (entry.kind === 'unit') uses.push({ code: entry.code, name, quoted });
        text = text.slice(0, at) + '\u0000'.repeat(folded.length) + text.slice(at + folded.length);
      }
    }
    return uses;
  });
}

/** One unit under several names: taken as one, and said. */
export const unitSeveralNames: FindingRule = {
  code: 'UNIT_SEVERAL_NAMES',
  severity: 'notice',
  title: 'Một đơn vị được gọi bằng nhiều tên',
  check(draft, { lexicon }) {
    const uses = usesOf(draft, lexicon);
    return lexicon.entries.flatMap((entry) => {
      const own = uses.filter((use) => use.code === entry.code);
      const names = [...new Set(own.map((use) => use.name))];
      if (names.length < 2) return [];
      const first = names.flatMap((name) => own.find((use) => use.name === name) ?? []);
      return [
        {
          rowNo: null,
          places: firstPlaces(first.map((use) => use.quoted)),
          message: `${names.map((name) => `“${name}”`).join(', ')} được hiểu là một đơn vị: ${entry.name}.`,
          options: [keep, { code: 'SPLIT_UNIT', label: 'Tách thành các đơn vị khác nhau', data: { code: entry.code } }],
        },
      ];
    });
  },
};

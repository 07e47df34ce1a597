import { foldCase, foldSpaces } from '../draft/fold.js';
import type { PlanDraft, UnitLexicon } from '../draft/types.js';
import { readPhraseInFull } from '../time/phrase-reading.js';

/** The cells of a row that is offered: verbatim words of the body, empty where the body does not say. */
export interface PrefilledRow {
  readonly content: string;
  readonly leadText: string;
  readonly timeText: string;
}

/** "Giao Văn phòng …", "Văn phòng chủ trì …", or a clause that opens with the unit. */
function leadIn(clause: string, lexicon: UnitLexicon): string {
  const text = foldCase(clause);
  const names = lexicon.entries.flatMap(({ name, aliases }) => [name, ...aliases]).sort((a, b) => b.length - a.length);
  const found = names.find((name) => {
    const folded = foldCase(name);
    return (
      text.startsWith(`giao ${folded} `) ||
      text.startsWith(`${folded} chủ trì`) ||
      text.startsWith(`${folded} có trách nhiệm`) ||
      text.includes(` giao ${folded} `)
    );
  });
  return found ?? '';
}

const OPENINGS =
  /(?:^|[,;.]\s*|\s)((?:ngay sau khi|sau khi|trước khi|trước ngày|trước|chậm nhất|đến hết|trong tháng|trong quý|thường xuyên)\s[^,;.]*)/giu;

/** The one piece of a clause that reads as a time; empty where none does, or where two do. */
function timeIn(clause: string, draft: PlanDraft): string {
  const year = draft.head.year === null ? {} : { year: draft.head.year };
  const pieces = [...clause.matchAll(OPENINGS)].map(([, piece = '']) => foldSpaces(piece));
  const read = pieces.filter((piece) => {
    const { kind, anchor } = readPhraseInFull(piece, year);
    return !['UNREADABLE', 'INVALID', 'FRAGMENT', 'VAGUE'].includes(kind) && anchor !== 'OTHER';
  });
  return read.length === 1 ? (read[0] ?? '') : '';
}

/** A row as a clause of the body fills it: offered beside others, preferred to none. */
export function prefilledRow(clause: string, draft: PlanDraft, lexicon: UnitLexicon): PrefilledRow {
  return { content: foldSpaces(clause), leadText: leadIn(clause, lexicon), timeText: timeIn(clause, draft) };
}

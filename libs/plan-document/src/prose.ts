import { markSentences, type Place, type PlanDraft, type UnitLexicon } from '@don-doc/domain';
import { linesOf } from './appendix/parts.js';
import { readBody } from './body.js';
import { quote, readHead } from './head.js';
import type { SourceBlock, SourceTable } from './source.js';

const cellsOf = (table: SourceTable, used: ReadonlySet<Place>): PlanDraft['cells'] =>
  table.rows.flatMap((row) =>
    row.cells.map(({ place, text }) =>
      used.has(place) && text !== ''
        ? { place, text, use: 'taken' as const, field: 'text' as const }
        : { place, text, use: 'left' as const, reason: 'other-table' as const },
    ),
  );

/**
 * A plan without an appendix: its body sentence by sentence, each with its phrases of time and its units, to be made into
 * rows by hand. Null where no sentence names either: then it is no plan to be read.
 */
export function readProse(
  blocks: readonly SourceBlock[],
  source: PlanDraft['source'],
  lexicon: UnitLexicon,
): PlanDraft | null {
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? linesOf(block.rows) : [block]));
  const { head, taken, body } = readHead(lines, []);
  const items = readBody(body);
  const sentences = markSentences(items, lexicon, head.year);
  if (sentences.every(({ times, units }) => times.length === 0 && units.length === 0)) return null;
  const inHead = new Set([...taken, ...body]);
  const used = new Set([...inHead].map((line) => line.place));
  return {
    source,
    head,
    body: items,
    appendixTitle: [],
    rows: [],
    cells: blocks.flatMap((block) => (block.kind === 'table' ? cellsOf(block, used) : [])),
    otherText: lines.filter((line) => !inHead.has(line) && line.place.table === undefined).map((line) => quote(line)),
    sentences,
  };
}

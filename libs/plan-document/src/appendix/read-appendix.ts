import type { CellAccount, Place } from '@don-doc/domain';
import { splitAppendixTitle } from '../head.js';
import type { SourceBlock, SourceParagraph, SourceTable } from '../source.js';
import { readNumber, headingNumber } from './numbers.js';
import { linesOf, type Part } from './parts.js';
import { AppendixReader, type PrintedRow } from './rows.js';

export interface AppendixReading {
  readonly rows: readonly PrintedRow[];
  readonly cells: readonly CellAccount[];
  /** Titles of the appendices after the first: "Phụ lục II", and the lines under it. */
  readonly titles: readonly SourceParagraph[];
  /** Lines between and after the tables that nothing took. */
  readonly other: readonly SourceParagraph[];
}

const printsNumbers = ({ table, header }: Part): boolean => {
  const column = header.columns.find(({ key }) => key === 'no');
  if (column === undefined) return false;
  return table.rows
    .slice(header.start + header.rows)
    .some((row) => row.cells.some((cell) => cell.column === column.from && readNumber(cell.text).kind === 'full'));
};

/** A line over a table that heads its rows: "I. NHIỆM VỤ CHUNG". */
function enterHeading(reader: AppendixReader, line: SourceParagraph | undefined): boolean {
  if (line === undefined || line.text.length > 200) return false;
  const number = headingNumber(line.text);
  if (number.kind !== 'roman' && number.kind !== 'capital') return false;
  reader.enterSection(number, line.text);
  return true;
}

/** Reads the tables of the appendix among all blocks; `used` are the places that head, body and first title took. */
export function readAppendix(
  blocks: readonly SourceBlock[],
  parts: ReadonlyMap<SourceTable, Part>,
  used: ReadonlySet<Place>,
): AppendixReading {
  const reader = new AppendixReader([...parts.values()].some(printsNumbers));
  const taken = new Set(used);
  const titles: SourceParagraph[] = [];
  const other: SourceParagraph[] = [];
  let waiting: SourceParagraph[] = [];
  let last: SourceTable | null = null;
  let previous: SourceParagraph | undefined;

  /** Lines between two tables: a title of the next appendix, a heading of its rows, or nothing known. */
  const settle = (lines: readonly SourceParagraph[], above: readonly SourceParagraph[], table: SourceTable) => {
    const all = [...lines, ...above];
    const at = splitAppendixTitle(all);
    const own = all.slice(at);
    if (own.length > 0 || (last !== null && last.sheet !== table.sheet)) reader.nextAppendix();
    titles.push(...own);
    for (const line of own) taken.add(line.place);
    const rest = all.slice(0, at);
    if (own.length === 0 && enterHeading(reader, rest[rest.length - 1])) {
      const heading = rest.pop();
      if (heading) taken.add(heading.place);
    }
    other.push(...rest.filter((line) => lines.includes(line)));
  };

  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (last !== null) waiting.push(block);
      previous = block;
      continue;
    }
    const part = parts.get(block);
    if (part === undefined) {
      reader.leaveTable(block, taken);
      continue;
    }
    if (last === null) enterHeading(reader, previous);
    else settle(waiting, part.own ? linesOf(block.rows.slice(0, part.header.start)) : [], block);
    waiting = [];
    reader.readTable(block, part.header, part.own, taken);
    last = block;
  }
  return { ...reader.finish(), titles, other: [...other, ...waiting] };
}

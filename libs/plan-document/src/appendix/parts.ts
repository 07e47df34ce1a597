import type { SourceBlock, SourceParagraph, SourceTable } from '../source.js';
import { findHeader, type Header } from './columns.js';

/** A table of the appendix, with the header it is read by: its own, or that of the table it goes on from. */
export interface Part {
  readonly table: SourceTable;
  readonly header: Header;
  readonly own: boolean;
}

/** True where a headless table has the grid of the one before: the same width, and more than a cell a row. */
function goesOn(table: SourceTable, width: number): boolean {
  const ends = table.rows.map((row) => Math.max(0, ...row.cells.map((cell) => cell.column + cell.span)));
  return ends.includes(width) && ends.every((end) => end <= width) && table.rows.every((row) => row.cells.length > 1);
}

/** Which tables are the appendix: those with its columns, and headless ones of the same width that follow them. */
export function appendixParts(blocks: readonly SourceBlock[]): Map<SourceTable, Part> {
  const parts = new Map<SourceTable, Part>();
  let header: Header | null = null;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const own = findHeader(block);
    if (own !== null) {
      header = own;
      parts.set(block, { table: block, header: own, own: true });
    } else if (header !== null && goesOn(block, header.width)) parts.set(block, { table: block, header, own: false });
  }
  return parts;
}

/** Cells that only lay out the head, the signature or a title, line by line. */
export function linesOf(rows: SourceTable['rows']): SourceParagraph[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text): SourceParagraph => ({ kind: 'paragraph', text: text.trim(), place: cell.place })),
    ),
  );
}

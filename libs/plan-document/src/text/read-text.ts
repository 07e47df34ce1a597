import type { Place } from '@don-doc/domain';
import { MAX_CELLS } from '../limits.js';
import { PlanDocumentError } from '../errors.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow } from '../source.js';
import { decodeText } from './decode.js';

const tabs = (line: string) => line.split('\t').length - 1;

function readRow(text: string, line: number, table: number, tableRow: number): SourceRow {
  const place = (column?: number): Place => ({
    source: 'text',
    line,
    table,
    tableRow,
    ...(column === undefined ? {} : { column }),
    label: `bảng ${table}, dòng ${tableRow}${column === undefined ? '' : `, cột ${column}`} (dòng ${line} của tệp)`,
  });
  const cells = text.split('\t').map((cell, i): SourceCell => {
    return { text: cleanText(cell), column: i, span: 1, merged: false, place: place(i + 1) };
  });
  return { cells, place: place() };
}

/** A text in which tabs stand between the cells of a table; a blank line ends a table. */
export function readText(bytes: Uint8Array, fileName: string): SourceBlock[] {
  const lines = decodeText(bytes, fileName).replace(/\r\n?/gu, '\n').split('\n');
  const blocks: SourceBlock[] = [];
  let rows: SourceRow[] | null = null;
  let table = 0;
  let paragraph = 0;
  let cellCount = 0;
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    // A row may have lost its trailing tabs in an editor; within a table one tab is enough to tell.
    if (tabs(raw) >= 2 || (rows !== null && tabs(raw) >= 1)) {
      if (rows === null) {
        rows = [];
        table += 1;
        blocks.push({ kind: 'table', index: table, rows });
      }
      const row = readRow(raw, line, table, rows.length + 1);
      cellCount += row.cells.length;
      if (cellCount > MAX_CELLS)
        throw new PlanDocumentError('TOO_LARGE', { fileName, cells: cellCount, max: MAX_CELLS });
      rows.push(row);
      continue;
    }
    rows = null;
    for (const piece of raw.split('\t').map(cleanText)) {
      if (piece === '') continue;
      paragraph += 1;
      blocks.push({
        kind: 'paragraph',
        text: piece,
        place: { source: 'text', line, paragraph, label: `dòng ${line} của tệp` },
      });
    }
  }
  return blocks;
}

import type { Place } from '@don-doc/domain';
import { MAX_CELLS } from '../limits.js';
import { PlanDocumentError } from '../errors.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow } from '../source.js';
import { decodeText } from './decode.js';
import { markdownCells, markdownTables, plainLine } from './markdown.js';

const tabs = (line: string) => line.split('\t').length - 1;

function readRow(values: readonly string[], line: number, table: number, tableRow: number): SourceRow {
  const place = (column?: number): Place => ({
    source: 'text',
    line,
    table,
    tableRow,
    ...(column === undefined ? {} : { column }),
    label: `bảng ${table}, dòng ${tableRow}${column === undefined ? '' : `, cột ${column}`} (dòng ${line} của tệp)`,
  });
  const cells = values.map((cell, i): SourceCell => {
    return { text: cleanText(cell), column: i, span: 1, merged: false, place: place(i + 1) };
  });
  return { cells, place: place() };
}

/** A text in which tabs stand between the cells of a table, or Markdown's bars; a blank line ends a table. */
export function readText(bytes: Uint8Array, fileName: string): SourceBlock[] {
  const lines = decodeText(bytes, fileName).replace(/\r\n?/gu, '\n').split('\n');
  const blocks: SourceBlock[] = [];
  let rows: SourceRow[] | null = null;
  let table = 0;
  let paragraph = 0;
  let cellCount = 0;
  const markdown = markdownTables(lines);
  const start = () => {
    const begun: SourceRow[] = [];
    table += 1;
    blocks.push({ kind: 'table', index: table, rows: begun });
    return begun;
  };
  const add = (to: SourceRow[], values: readonly string[], line: number) => {
    cellCount += values.length;
    if (cellCount > MAX_CELLS) throw new PlanDocumentError('TOO_LARGE', { fileName, cells: cellCount, max: MAX_CELLS });
    to.push(readRow(values, line, table, to.length + 1));
  };
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    const bars = markdown.get(i);
    if (bars === 'rule') continue;
    if (bars !== undefined) {
      rows = bars === 'first' || rows === null ? start() : rows;
      add(rows, markdownCells(raw), line);
      continue;
    }
    // A row may have lost its trailing tabs in an editor; within a table one tab is enough to tell.
    if (tabs(raw) >= 2 || (rows !== null && tabs(raw) >= 1)) {
      rows ??= start();
      add(rows, raw.split('\t'), line);
      continue;
    }
    rows = null;
    for (const piece of (markdown.size > 0 ? plainLine(raw) : raw).split('\t').map(cleanText)) {
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

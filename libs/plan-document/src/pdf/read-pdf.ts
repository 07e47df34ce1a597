import type { Place } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import { MAX_CELLS } from '../limits.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow } from '../source.js';
import { gridsOf, type Grid, type GridCell } from './grid.js';
import { linesOf, paragraphsOf } from './lines.js';
import { loadPages } from './load.js';
import { looseTable } from './loose-table.js';
import type { Page, Piece } from './page.js';

/** Fewer letters a page than this: a scan, with at most the stamp of its signature. */
const LETTERS_A_PAGE = 100;

const placeOf = (page: number, table: number, tableRow: number, column?: number): Place => {
  const label = `trang ${page}, bảng ${table}, dòng ${tableRow}`;
  const place: Place = { source: 'pdf', page, table, tableRow, label };
  return column === undefined ? place : { ...place, column, label: `${label}, cột ${column}` };
};

const within = (piece: Piece, box: { left: number; right: number; top: number; bottom: number }) => {
  const [x, y] = [(piece.left + piece.right) / 2, piece.y - piece.size * 0.3];
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
};

function textOf(cell: GridCell, pieces: readonly Piece[]): string {
  const lines = linesOf(
    pieces.filter((piece) => within(piece, cell)),
    Infinity,
  );
  return cleanText(
    paragraphsOf(lines, cell)
      .map(({ text }) => text)
      .join('\n'),
  );
}

function rowsOf(grid: Grid, pieces: readonly Piece[], page: number, table: number): SourceRow[] {
  const rows = Array.from({ length: grid.rowCount }, (): SourceCell[] => []);
  for (const cell of grid.cells) {
    const text = textOf(cell, pieces);
    for (let part = 0; part < cell.rows; part += 1) {
      const place = placeOf(page, table, cell.row + part + 1, cell.column + 1);
      const { column, columns } = cell;
      rows[cell.row + part]?.push({ text: part === 0 ? text : '', column, span: columns, merged: part > 0, place });
    }
  }
  return rows.map((cells, i) => ({
    cells: cells.sort((a, b) => a.column - b.column),
    place: placeOf(page, table, i + 1),
  }));
}

/** Between the margins: the right one is no narrower than the left, however short the lines. */
function extentOf({ pieces, width }: Page) {
  let [left, right] = [width, 0];
  for (const piece of pieces) [left, right] = [Math.min(left, piece.left), Math.max(right, piece.right)];
  return { left, right: Math.max(right, width - left) };
}

const isPageNumber = (text: string, y: number, page: Page) =>
  new RegExp(`^(?:trang )?-?\\s*${page.number}\\s*-?(?:/\\d+)?$`, 'iu').test(text) &&
  (y < page.height * 0.1 || y > page.height * 0.9);

/** Reads a PDF with a text layer: tables by their lines, or else by the columns of their words; the rest as paragraphs. */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<SourceBlock[]> {
  const pages = await loadPages(bytes, fileName);
  const letters = pages.reduce((sum, page) => sum + page.pieces.reduce((n, piece) => n + piece.text.length, 0), 0);
  if (letters < LETTERS_A_PAGE * pages.length)
    throw new PlanDocumentError('SCANNED_PDF', { fileName, pages: pages.length });

  const blocks: SourceBlock[] = [];
  let tables = 0;
  let paragraphs = 0;
  let cells = 0;
  const addTable = (rows: SourceRow[]) => {
    blocks.push({ kind: 'table', index: tables, rows });
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > MAX_CELLS) throw new PlanDocumentError('TOO_LARGE', { fileName, cells, max: MAX_CELLS });
  };
  for (const page of pages) {
    const addText = (pieces: readonly Piece[]) => {
      for (const { text, y } of paragraphsOf(linesOf(pieces), extentOf(page))) {
        if (text === '' || isPageNumber(text, y, page)) continue;
        paragraphs += 1;
        const place: Place = {
          source: 'pdf',
          page: page.number,
          paragraph: paragraphs,
          label: `trang ${page.number}, đoạn ${paragraphs}`,
        };
        blocks.push({ kind: 'paragraph', text: cleanText(text), place });
      }
    };
    let rest = page.pieces;
    for (const grid of gridsOf(page)) {
      const inside = rest.filter((piece) => grid.cells.some((cell) => within(piece, cell)));
      if (inside.length === 0) continue;
      const above = rest.filter((piece) => !inside.includes(piece) && piece.y < grid.top);
      addText(above);
      tables += 1;
      addTable(rowsOf(grid, inside, page.number, tables));
      const used = new Set([...inside, ...above]);
      rest = rest.filter((piece) => !used.has(piece));
    }
    const loose = looseTable(rest);
    if (loose === null) addText(rest);
    else {
      addText(loose.above);
      tables += 1;
      const number = tables;
      addTable(
        loose.rows.map((texts, i) => ({
          place: placeOf(page.number, number, i + 1),
          cells: texts.map((text, column): SourceCell => {
            return { text, column, span: 1, merged: false, place: placeOf(page.number, number, i + 1, column + 1) };
          }),
        })),
      );
      addText(loose.below);
    }
  }
  return blocks;
}

import type { Place } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import type { SourceCell, SourceRow, SourceTable } from '../source.js';
import { COLUMN_NAMES, isStart, meaningOf, type ColumnKey } from './meanings.js';

export type { ColumnKey } from './meanings.js';

/** Where a column of meaning lies on the table's grid, and the words of its header. */
export interface Column {
  readonly key: ColumnKey;
  readonly from: number;
  readonly to: number;
  readonly header: string;
}
export interface Header {
  readonly columns: readonly Column[];
  /** The row of the table where the header begins, and how many rows it takes. */
  readonly start: number;
  readonly rows: number;
  /** The grid's width, by which a headless continuation is known. */
  readonly width: number;
}

interface HeaderCell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function cellsOf(row: SourceRow): HeaderCell[] {
  return row.cells.map((cell) => ({
    from: cell.column,
    to: cell.column + cell.span,
    text: cell.text.replace(/\s+/gu, ' '),
  }));
}

/** A header over two rows: the lower cells under the upper ones, with both texts; a cell merged downwards has one. */
function underneath(upper: readonly HeaderCell[], lower: SourceRow): HeaderCell[] {
  return cellsOf(lower).map((cell) => {
    const above = upper.find((candidate) => candidate.from <= cell.from && cell.from < candidate.to);
    return { ...cell, text: `${above?.text ?? ''} ${cell.text}`.trim() };
  });
}

/** True where a cell of the upper row is parted into several by a lower row that numbers nothing: "Chủ trì | Phối hợp". */
function parted(upper: SourceRow, lower: SourceRow): boolean {
  return upper.cells.some((cell) => {
    const under = lower.cells.filter((one) => one.column >= cell.column && one.column < cell.column + cell.span);
    const known = under.filter((one) => one.text !== '' && meaningOf(one.text.replace(/\s+/gu, ' ')) !== null);
    return cell.text !== '' && cell.span > 1 && known.length > 1;
  });
}

function columnsOf(cells: readonly HeaderCell[]): Column[] {
  const columns: Column[] = [];
  for (const { from, to, text } of cells) {
    const key = meaningOf(text);
    if (key === null) continue;
    const at = columns.findIndex((column) => column.key === key);
    const column = { key, from, to, header: text };
    if (at < 0) columns.push(column);
    else if (key === 'time' && isStart(columns[at]?.header ?? '')) columns[at] = column;
  }
  return columns;
}

/** Rows without a number have their place in the table; all else a row cannot do without. */
const REQUIRED: readonly ColumnKey[] = ['content', 'lead', 'time'];

function missingFrom(columns: readonly Column[]): ColumnKey[] {
  const has = (key: ColumnKey) => columns.some((column) => column.key === key);
  return REQUIRED.filter((key) => !has(key) && !(key === 'lead' && has('parties')));
}

const widthOf = (row: SourceRow | undefined) =>
  Math.max(0, ...(row?.cells ?? []).map((cell) => cell.column + cell.span));

/** The header that begins at this row, or null. */
export function headerAt(table: SourceTable, start: number): Header | null {
  const row = table.rows[start];
  const next = table.rows[start + 1];
  if (row === undefined || /^\d/u.test(row.cells[0]?.text ?? '')) return null;
  const upper = cellsOf(row);
  const single = columnsOf(upper);
  // Most rows are no header: the first look must be cheap.
  if (single.length < 2) return null;
  const double = next !== undefined && parted(row, next) ? columnsOf(underneath(upper, next)) : [];
  if (double.length > 0 && missingFrom(double).length === 0)
    return { columns: double, start, rows: 2, width: widthOf(next) };
  if (missingFrom(single).length === 0) return { columns: single, start, rows: 1, width: widthOf(row) };
  return null;
}

/** The head of a document typed into a spreadsheet stands in the same table, above the header. */
const ROWS_TO_LOOK_AT = 40;

/** The header of an appendix table, or null where the table is none. */
export function findHeader(table: SourceTable): Header | null {
  for (let i = 0; i < Math.min(table.rows.length, ROWS_TO_LOOK_AT); i += 1) {
    const header = headerAt(table, i);
    if (header !== null) return header;
  }
  return null;
}

/** True where a table has no two columns known by their meaning: it lays out a head or a signature, and is no attempt at an appendix. */
export const onlyLaysOut = (table: SourceTable): boolean =>
  table.rows.slice(0, ROWS_TO_LOOK_AT).every((row) => columnsOf(cellsOf(row)).length < 2);

/** Under which column a cell begins. */
export const columnAt = (cell: SourceCell, header: Header): Column | undefined =>
  header.columns.find((column) => column.from <= cell.column && cell.column < column.to);

/** "(1) (2) (3) (4) (5)", "A B 1 2 3" or "(1) (2) (3) (4)=(2)+(3)" under the header numbers the columns, not a task. */
export function numbersColumns(row: SourceRow): boolean {
  const texts = row.cells.map((cell) => cell.text.replace(/[()\s]/gu, '')).filter((text) => text !== '');
  if (texts.length < 3 || texts.length < row.cells.length - 1) return false;
  const letters = texts.findIndex((text) => !/^[A-Z]$/u.test(text));
  if (letters < 0 || letters > 2) return false;
  return texts.slice(letters).every((text, i) => text === String(i + 1) || text === String(i + 1 + letters));
}

/** The table that comes nearest to an appendix, said in the refusal with what it lacks. */
export function refuseColumns(tables: readonly SourceTable[], fileName: string): PlanDocumentError {
  let best: { missing: readonly ColumnKey[]; place: Place; seen: readonly string[] } | null = null;
  for (const table of tables) {
    for (const row of table.rows.slice(0, ROWS_TO_LOOK_AT)) {
      const missing = missingFrom(columnsOf(cellsOf(row)));
      if (best !== null && missing.length >= best.missing.length) continue;
      best = {
        missing,
        place: row.place,
        seen: row.cells.map((cell) => cell.text.slice(0, 40)).filter((text) => text !== ''),
      };
    }
  }
  return new PlanDocumentError('NO_APPENDIX_COLUMNS', {
    fileName,
    missing: (best?.missing ?? REQUIRED).map((key) => COLUMN_NAMES[key]),
    seen: (best?.seen ?? []).slice(0, 8),
    place: best?.place ?? null,
  });
}

import { foldMarks, type Place } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import type { SourceRow, SourceTable } from '../source.js';

export type ColumnKey = 'no' | 'content' | 'lead' | 'coordinator' | 'time';

/** Where a column of meaning lies on the table's grid, and the words of its header. */
export interface Column {
  readonly key: ColumnKey;
  readonly from: number;
  readonly to: number;
  readonly header: string;
}
export interface Header {
  readonly columns: readonly Column[];
  /** How many rows of the table the header takes, from its first. */
  readonly rows: number;
  /** The grid's width, by which a headless continuation is known. */
  readonly width: number;
}

/**
 * The words by which a column is known, diacritics folded; the first that fits wins, so "Thời gian thực hiện nhiệm vụ"
 * is a time and "Đơn vị phối hợp thực hiện" a coordinator.
 */
const MEANINGS: readonly (readonly [ColumnKey, RegExp])[] = [
  ['no', /^(?:stt|tt|so tt|so thu tu)\.?$/u],
  ['time', /thoi gian|thoi han|tien do|han hoan thanh|hoan thanh truoc/u],
  ['coordinator', /phoi hop/u],
  [
    'lead',
    /chu tri|(?:don vi|co quan|phong|bo phan|nguoi) (?:thuc hien|phu trach|chiu trach nhiem)|trach nhiem thuc hien/u,
  ],
  ['content', /noi dung|nhiem vu|cong viec|hoat dong/u],
];
const REQUIRED: readonly ColumnKey[] = ['no', 'content', 'lead', 'time'];
const NAMES: Readonly<Record<ColumnKey, string>> = {
  no: 'STT',
  content: 'Nội dung thực hiện',
  lead: 'Cơ quan chủ trì',
  coordinator: 'Cơ quan phối hợp',
  time: 'Thời gian thực hiện',
};

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

/** A header over two rows: the lower cells under the upper ones, with both texts. */
function underneath(upper: readonly HeaderCell[], lower: SourceRow): HeaderCell[] {
  return cellsOf(lower).map((cell) => {
    const above = upper.find((candidate) => candidate.from <= cell.from && cell.from < candidate.to);
    return { ...cell, text: `${above?.text ?? ''} ${cell.text}`.trim() };
  });
}

/** True where a cell of the upper row is parted into several by a lower row that numbers nothing: "Chủ trì | Phối hợp". */
function parted(upper: SourceRow, lower: SourceRow): boolean {
  if (lower.cells[0]?.text !== '') return false;
  return upper.cells.some((cell) => {
    const under = lower.cells.filter((one) => one.column >= cell.column && one.column < cell.column + cell.span);
    return under.filter((one) => one.text !== '').length > 1;
  });
}

function meaningOf(text: string): ColumnKey | null {
  const folded = foldMarks(text);
  if (/chu tri/u.test(folded) && /phoi hop/u.test(folded)) return null;
  return MEANINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function columnsOf(cells: readonly HeaderCell[]): Column[] {
  const columns: Column[] = [];
  for (const { from, to, text } of cells) {
    const key = meaningOf(text);
    if (key !== null && !columns.some((column) => column.key === key)) columns.push({ key, from, to, header: text });
  }
  return columns;
}

const missingFrom = (columns: readonly Column[]) =>
  REQUIRED.filter((key) => !columns.some((column) => column.key === key));
const widthOf = (row: SourceRow | undefined) =>
  Math.max(0, ...(row?.cells ?? []).map((cell) => cell.column + cell.span));
/** A title or a blank row may stand above the header. */
const ROWS_TO_LOOK_AT = 3;

/** The header of an appendix table, or null where the table is none. */
export function findHeader(table: SourceTable): Header | null {
  for (let i = 0; i < Math.min(table.rows.length, ROWS_TO_LOOK_AT); i += 1) {
    const row = table.rows[i];
    const next = table.rows[i + 1];
    if (row === undefined) continue;
    const single = columnsOf(cellsOf(row));
    const double = next !== undefined && parted(row, next) ? columnsOf(underneath(cellsOf(row), next)) : [];
    if (missingFrom(double).length === 0) return { columns: double, rows: i + 2, width: widthOf(next) };
    if (missingFrom(single).length === 0) return { columns: single, rows: i + 1, width: widthOf(row) };
  }
  return null;
}

/** True where a row inside a table repeats the header's words. */
export function repeatsHeader(row: SourceRow, header: Header): boolean {
  const columns = columnsOf(cellsOf(row));
  return header.columns.every((column) =>
    columns.some((other) => other.key === column.key && other.header === column.header),
  );
}

/** "(1) (2) (3) (4) (5)" under the header numbers the columns, not a task. */
export function numbersColumns(row: SourceRow): boolean {
  const texts = row.cells.map((cell) => cell.text.replace(/[()\s]/gu, ''));
  return texts.length >= 3 && texts.every((text, i) => text === String(i + 1));
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
    missing: (best?.missing ?? REQUIRED).map((key) => NAMES[key]),
    seen: (best?.seen ?? []).slice(0, 8),
    place: best?.place ?? null,
  });
}

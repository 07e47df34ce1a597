import type { SourceCell, SourceRow } from '../source.js';
import { columnAt, type Header } from './columns.js';
import { headingNumber, readNumber, type PrintedNumber } from './numbers.js';

/** Headings between rows, as many levels as the appendix prints: "A" over "I". */
export class Sections {
  private readonly open: { kind: string; label: string }[] = [];
  private unnumbered = 0;
  /** The last heading's own words. */
  title: string | null = null;

  enter(number: PrintedNumber, title: string): void {
    this.title = title;
    const label = 'no' in number ? number.no : `M${(this.unnumbered += 1)}`;
    const level = this.open.findIndex((section) => section.kind === number.kind);
    if (level >= 0) this.open.length = level;
    this.open.push({ kind: number.kind, label });
  }

  /** "A.I"; '' above the first heading. */
  get label(): string {
    return this.open.map((section) => section.label).join('.');
  }

  leave(): void {
    this.open.length = 0;
    this.title = null;
  }
}

export const isUpper = (text: string) => /\p{L}{2}/u.test(text) && text === text.toUpperCase();
const covered = (cell: SourceCell, header: Header) =>
  header.columns.filter((column) => cell.column <= column.from && column.from < cell.column + cell.span).length;
/**
 * The heading that a row is, or null: one cell across the table; one cell alone that is numbered as a heading or in
 * capitals; or a Roman numeral or a letter with a text and neither lead nor time beside it.
 */
export function headingOf(row: SourceRow, header: Header): { number: PrintedNumber; title: string } | null {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const [only, second] = filled;
  if (only === undefined) return null;
  if (second === undefined) {
    const number = headingNumber(only.text);
    const alone =
      covered(only, header) > 1 || isUpper(only.text) || number.kind === 'roman' || number.kind === 'capital';
    return alone && !isNumber(only, header) ? { number, title: only.text } : null;
  }
  const numberCell = filled.find((cell) => columnAt(cell, header)?.key === 'no');
  const number = readNumber(numberCell?.text ?? '');
  if (number.kind !== 'roman' && number.kind !== 'capital') return null;
  const keys = new Set(filled.map((cell) => columnAt(cell, header)?.key));
  if (keys.has('lead') || keys.has('parties') || keys.has('time')) return null;
  return { number, title: filled.map((cell) => cell.text).join('. ') };
}

/** A number that stands alone in its column is a row's, whatever else is missing. */
function isNumber(cell: SourceCell, header: Header): boolean {
  return (
    cell.span === 1 &&
    columnAt(cell, header)?.key === 'no' &&
    ['full', 'letter', 'bullet'].includes(readNumber(cell.text).kind)
  );
}

/**
 * Whether one cell alone is the rest of the row above, although it is lettered or in capitals as a heading might be:
 * "b) …" of a list within the content, "UBND" of a lead or of a sentence that a page break cut.
 * `before` is the content of that row so far; `fresh` where a page break may have cut it.
 */
export function continuesRow(row: SourceRow, header: Header, before: string, fresh: boolean): boolean {
  const [only, second] = row.cells.filter((cell) => cell.text !== '');
  if (only === undefined || second !== undefined || covered(only, header) > 1) return false;
  const key = columnAt(only, header)?.key;
  if (key === undefined || key === 'no') return false;
  const { kind } = headingNumber(only.text);
  if (key !== 'content') return kind !== 'roman' && kind !== 'capital';
  if (kind === 'letter') return true;
  if (headingOf(row, header) === null) return false;
  if (/[,:]$/u.test(before)) return true;
  const ended = /[.;!?…/)]$/u.test(before);
  return kind === 'none' && !ended && (fresh || !/\s/u.test(only.text));
}

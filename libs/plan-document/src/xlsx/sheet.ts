import type { Place } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import { MAX_CELLS } from '../limits.js';
import type { XmlElement, XmlHandler } from '../package/xml.js';
import { cleanText, type SourceCell, type SourceRow } from '../source.js';
import type { CellFormats } from './cell-formats.js';

export interface SheetContext {
  readonly fileName: string;
  readonly sheet: string;
  readonly table: number;
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly epoch1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}
interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MAX_COLUMNS = 16_384;

/** "BC12" as 0-based column and 1-based row; null where it is no address. */
function address(text: string): { column: number; row: number } | null {
  const match = /^\$?(?<letters>[A-Z]{1,3})\$?(?<digits>\d{1,7})$/u.exec(text);
  if (!match?.groups) return null;
  let column = 0;
  for (const letter of match.groups['letters'] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column > MAX_COLUMNS ? null : { column: column - 1, row: Number(match.groups['digits']) };
}

/** One worksheet: its cells as shown, row by row, and which of them are merged. */
export class SheetWalker implements XmlHandler {
  private readonly rows = new Map<number, Map<number, string>>();
  private readonly merges: Merge[] = [];
  private readonly path: string[] = [];
  private cell: OpenCell | null = null;
  private rowNumber = 0;
  private column = -1;
  private count = 0;

  constructor(private readonly context: SheetContext) {}

  open(element: XmlElement): void {
    this.path.push(element.local);
    if (element.local === 'row') {
      this.rowNumber = Number(element.attribute('r') ?? this.rowNumber + 1) || this.rowNumber + 1;
      this.column = -1;
    } else if (element.local === 'c') {
      const at = address(element.attribute('r') ?? '');
      this.column = at?.column ?? this.column + 1;
      const [type, style] = [element.attribute('t') ?? 'n', Number(element.attribute('s') ?? 0)];
      this.cell = { column: this.column, type, style, value: '' };
    } else if (element.local === 'mergeCell') {
      const [from, to] = (element.attribute('ref') ?? '').split(':').map(address);
      if (from && to && this.merges.length < MAX_CELLS)
        this.merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
    }
  }

  text(text: string): void {
    const inside = this.path.at(-1);
    if (this.cell && (inside === 'v' || (inside === 't' && !this.path.includes('rPh')))) this.cell.value += text;
  }

  close(): void {
    if (this.path.pop() !== 'c' || this.cell === null) return;
    const { column, type, style, value } = this.cell;
    this.cell = null;
    const { strings, formats, epoch1904 } = this.context;
    const shown =
      type === 's' ? (strings[Number(value)] ?? '') : type === 'n' ? formats.show(value, style, epoch1904) : value;
    this.put(this.rowNumber, column, cleanText(type === 'b' ? (value === '1' ? 'Đúng' : 'Sai') : shown));
  }

  private put(row: number, column: number, text: string): void {
    this.count += 1;
    const { fileName } = this.context;
    if (this.count > MAX_CELLS)
      throw new PlanDocumentError('TOO_LARGE', { fileName, cells: this.count, max: MAX_CELLS });
    const cells = this.rows.get(row) ?? new Map<number, string>();
    cells.set(column, text);
    this.rows.set(row, cells);
  }

  private place(row: number, column?: number): Place {
    const { sheet, table } = this.context;
    const label = `trang “${sheet}”, dòng ${row}`;
    const place: Place = { source: 'xlsx', table, tableRow: row, label };
    return column === undefined ? place : { ...place, column: column + 1, label: `${label}, cột ${column + 1}` };
  }

  /** The rows that hold anything, in order. A blank one between them ends nothing: sheets are spaced by eye. */
  finish(): SourceRow[] {
    const numbers = [...this.rows.keys()].sort((a, b) => a - b);
    const filled = numbers.filter((row) => [...(this.rows.get(row)?.values() ?? [])].some((text) => text !== ''));
    const widest = Math.max(0, ...filled.map((row) => lastFilled(this.rows.get(row))));
    const spans = new Map<string, { span: number; merged: boolean }>();
    for (const merge of this.merges) this.spread(merge, filled, widest, spans);
    return filled.map((row) => {
      const cells = [...(this.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
      return {
        place: this.place(row),
        cells: cells.flatMap(([column, text]): SourceCell[] => {
          const { span = 1, merged = false } = spans.get(`${row} ${column}`) ?? {};
          return span === 0 && text === ''
            ? []
            : [{ text, column, span: span || 1, merged, place: this.place(row, column) }];
        }),
      };
    });
  }

  /** Marks what a merge covers: the first cell its width, those below it as its lower parts, the rest as none. */
  private spread(
    { top, bottom, left, right }: Merge,
    filled: readonly number[],
    widest: number,
    spans: Map<string, { span: number; merged: boolean }>,
  ): void {
    const last = Math.min(right, Math.max(widest, left));
    let at = firstAtLeast(filled, top);
    for (; at < filled.length; at += 1) {
      const row = filled[at] ?? 0;
      if (row > bottom) break;
      for (let column = left; column <= last; column += 1) {
        const first = column === left;
        spans.set(`${row} ${column}`, { span: first ? last - left + 1 : 0, merged: first && row > top });
        if (first && !this.rows.get(row)?.has(column)) this.put(row, column, '');
      }
      this.count += last - left + 1;
    }
  }
}

function lastFilled(cells: ReadonlyMap<number, string> | undefined): number {
  let last = 0;
  for (const [column, text] of cells ?? []) if (text !== '' && column > last) last = column;
  return last;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

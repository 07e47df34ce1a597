import type { SourceRow } from '../source.js';
import { columnAt, type Header } from './columns.js';
import type { ColumnKey } from './meanings.js';
import { readNumber, type PrintedNumber } from './numbers.js';

/** What one physical row says, sorted by the columns. */
export interface Line {
  readonly row: SourceRow;
  readonly header: Header;
  readonly number: PrintedNumber;
  readonly numberText: string;
  /** Words of its own in a column: a merged cell's lower part has none. */
  text(key: Exclude<ColumnKey, 'no'>): string;
}

export function lineOf(row: SourceRow, header: Header): Line {
  const textOf = (key: ColumnKey) =>
    row.cells.find((cell) => columnAt(cell, header)?.key === key && !cell.merged)?.text ?? '';
  const numberText = textOf('no');
  return { row, header, number: readNumber(numberText), numberText, text: textOf };
}

import type { CellAccount, CellUse, Place, Quoted } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import type { SourceCell, SourceRow, SourceTable } from '../source.js';
import { numbersColumns, repeatsHeader, type Column, type ColumnKey, type Header } from './columns.js';

type TextKey = Exclude<ColumnKey, 'no'>;

/** A row as the appendix prints it, before its units and its time are read. */
export interface PrintedRow {
  readonly no: string;
  readonly texts: Readonly<Record<TextKey, Quoted>>;
  readonly place: Place;
  readonly stitched: boolean;
}

interface OpenRow {
  readonly no: string;
  readonly pieces: Record<TextKey, { text: string; place: Place }[]>;
  readonly place: Place;
  stitched: boolean;
}

const SECTION = /^(?:[IVXLC]+|[A-ZĐ])$/u;
const KEYS: readonly TextKey[] = ['content', 'lead', 'coordinator', 'time'];

const bare = (text: string) => text.replace(/\s+/gu, '').replace(/[.)]+$/u, '');

/** Places of an appendix speak of it and of the column by its header. */
function inAppendix(place: Place, header?: string): Place {
  const [table = '', ...rest] = place.label.split(', cột ');
  const line = / \(dòng \d+ của tệp\)$/u.exec(place.label)?.[0] ?? '';
  const where = rest.length === 0 ? place.label : header === undefined ? place.label : `${table}, cột ${header}${line}`;
  return { ...place, label: `Phụ lục, ${where}` };
}

/** Walks the appendix tables in order: opens a row at each number, joins what a page break cut off, accounts every cell. */
export class AppendixReader {
  readonly cells: CellAccount[] = [];
  private readonly rows: OpenRow[] = [];
  private open: OpenRow | null = null;
  /** What stands in each column of the grid, for the lower parts of a vertically merged cell. */
  private readonly above = new Map<number, SourceCell>();

  constructor(private readonly fileName: string) {}

  readTable(table: SourceTable, header: Header, headerRows: number): void {
    this.above.clear();
    for (const [i, row] of table.rows.entries()) {
      const isHeader = i < headerRows || repeatsHeader(row, header) || numbersColumns(row);
      if (isHeader) for (const cell of row.cells) this.account(cell, 'header', header);
      else this.readRow(row, header);
      for (const cell of row.cells) if (!cell.merged) this.above.set(cell.column, cell);
    }
  }

  /** Cells of a table that is no appendix. */
  leaveTable(table: SourceTable, taken: ReadonlySet<Place>): void {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        this.cells.push({ place: cell.place, text: cell.text, use: taken.has(cell.place) ? 'taken' : 'left' });
      }
    }
  }

  finish(): PrintedRow[] {
    return this.rows.map(({ no, pieces, place, stitched }) => {
      const quote = (key: TextKey): Quoted => ({
        text: pieces[key].map((piece) => piece.text).join(' '),
        places: pieces[key].map((piece) => piece.place),
      });
      const texts = {
        content: quote('content'),
        lead: quote('lead'),
        coordinator: quote('coordinator'),
        time: quote('time'),
      };
      return { no, texts, place, stitched };
    });
  }

  private columnAt(cell: SourceCell, header: Header): Column | undefined {
    return header.columns.find((column) => column.from <= cell.column && cell.column < column.to);
  }

  private account(cell: SourceCell, use: CellUse, header: Header, rowNo?: string): void {
    const place = inAppendix(cell.place, use === 'header' ? undefined : this.columnAt(cell, header)?.header);
    this.cells.push({ place, text: cell.text, use, ...(rowNo === undefined ? {} : { rowNo }) });
  }

  private readRow(row: SourceRow, header: Header): void {
    const numberCell = row.cells.find((cell) => this.columnAt(cell, header)?.key === 'no');
    const printed = numberCell === undefined || numberCell.merged ? '' : bare(numberCell.text);
    const filled = row.cells.filter((cell) => cell.text !== '' && cell !== numberCell);
    if (printed === '' && numberCell?.autoNumbered && !numberCell.merged && filled.length > 0) {
      throw new PlanDocumentError('AUTO_NUMBERED', {
        fileName: this.fileName,
        place: inAppendix(numberCell.place, 'STT'),
      });
    }
    if (this.isSection(printed, row, header)) {
      this.open = null;
      for (const cell of row.cells) this.account(cell, 'section', header);
    } else if (printed !== '') this.openRow(printed, row, header);
    else if (this.open !== null && filled.length > 0) this.continueRow(this.open, row, header);
    else for (const cell of row.cells) this.account(cell, 'left', header);
  }

  /** A heading between tasks: one cell across the table, or a Roman numeral or a letter with a text and nothing beside it. */
  private isSection(printed: string, row: SourceRow, header: Header): boolean {
    const filled = row.cells.filter((cell) => cell.text !== '');
    const [only] = filled;
    const covered = (cell: SourceCell) =>
      header.columns.filter((column) => cell.column <= column.from && column.from < cell.column + cell.span).length;
    if (filled.length === 1 && only !== undefined && covered(only) > 1) return true;
    const keys = new Set(filled.map((cell) => this.columnAt(cell, header)?.key));
    return SECTION.test(printed) && !keys.has('lead') && !keys.has('time');
  }

  private openRow(no: string, row: SourceRow, header: Header): void {
    const opened: OpenRow = {
      no,
      pieces: { content: [], lead: [], coordinator: [], time: [] },
      place: inAppendix(row.place),
      stitched: false,
    };
    this.rows.push(opened);
    this.open = opened;
    this.take(opened, row, header, true);
  }

  private continueRow(open: OpenRow, row: SourceRow, header: Header): void {
    open.stitched = true;
    this.take(open, row, header, false);
  }

  private take(open: OpenRow, row: SourceRow, header: Header, first: boolean): void {
    for (const cell of row.cells) {
      const column = this.columnAt(cell, header);
      if (column === undefined) {
        this.account(cell, 'left', header, open.no);
        continue;
      }
      this.account(cell, 'taken', header, open.no);
      if (column.key === 'no') continue;
      // A vertically merged cell speaks for every row it stands beside.
      const source = cell.merged && first ? this.above.get(cell.column) : cell;
      if (source === undefined) continue;
      const empty = source.text === '';
      // An empty cell of a row's own line still has a place, for a finding to point at.
      if (!empty || first)
        open.pieces[column.key].push({ text: source.text, place: inAppendix(source.place, column.header) });
    }
    if (first) return;
    for (const key of KEYS) {
      const filled = open.pieces[key].filter((piece) => piece.text !== '');
      if (filled.length > 0) open.pieces[key] = filled;
    }
  }
}

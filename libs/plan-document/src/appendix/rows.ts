import type { CellAccount, CellUse, LeftReason, Place, Quoted } from '@don-doc/domain';
import { continues } from '../head.js';
import type { SourceCell, SourceRow, SourceTable } from '../source.js';
import { columnAt, headerAt, numbersColumns, type Column, type Header } from './columns.js';
import type { ColumnKey } from './meanings.js';
import { nameRows, parentOf, type Numbered } from './naming.js';
import { looksLikeFoot, nextRow } from './foot.js';
import { lineOf, type Line } from './line.js';
import type { PrintedNumber } from './numbers.js';
import { continuesRow, headingOf, Sections } from './sections.js';

export type TextKey = Exclude<ColumnKey, 'no'>;

/** A row as the appendix prints it, before its units and its time are read. */
export interface PrintedRow {
  readonly no: string;
  readonly parentNo: string | null;
  /** What is printed, where `no` is not just that. */
  readonly printedNo?: string;
  readonly section?: string;
  /** Only of the columns the appendix has. */
  readonly texts: Readonly<Partial<Record<TextKey, Quoted>>>;
  readonly place: Place;
  readonly stitched: boolean;
}

interface OpenRow extends Numbered {
  readonly printedText: string;
  /** The number alone, as printed: "a" of "a)". */
  readonly bare: string;
  readonly title: string | null;
  readonly pieces: Map<TextKey, { text: string; place: Place }[]>;
  readonly place: Place;
  stitched: boolean;
}

const contentOf = ({ pieces }: OpenRow): string =>
  (pieces.get('content') ?? [])
    .map((piece) => piece.text)
    .join(' ')
    .trim();

interface Account {
  readonly place: Place;
  readonly text: string;
  readonly use: CellUse;
  readonly row: OpenRow | null;
  readonly column: Column | undefined;
  readonly reason: LeftReason | null;
}

/** Places of an appendix speak of it and of the column by its header. */
function inAppendix(place: Place, header?: string): Place {
  const [table = '', ...rest] = place.label.split(', cột ');
  const line = / \(dòng \d+ của tệp\)$/u.exec(place.label)?.[0] ?? '';
  const where = rest.length === 0 ? place.label : header === undefined ? place.label : `${table}, cột ${header}${line}`;
  return { ...place, label: `Phụ lục, ${where}` };
}

/** Walks the appendix tables in order: opens a row at each number, joins what a page break cut off, accounts every cell. */
export class AppendixReader {
  private readonly accounts: Account[] = [];
  private readonly rows: OpenRow[] = [];
  private readonly sections = new Sections();
  private open: OpenRow | null = null;
  private appendix = 1;
  /** What stands in each column of the grid, for the lower parts of a vertically merged cell. */
  private readonly above = new Map<number, SourceCell>();

  /** `numbered` is whether any row of any appendix table prints a number. */
  constructor(private readonly numbered: boolean) {}

  /** A new "Phụ lục" begins: its headings and its numbers are its own. */
  nextAppendix(): void {
    if (this.rows.length === 0) return;
    this.appendix += 1;
    this.sections.leave();
    this.open = null;
  }

  /** A heading that stands over a table, and not in it. */
  enterSection(number: PrintedNumber, title: string): void {
    this.open = null;
    this.sections.enter(number, title);
  }

  /** `used` are the places that the head or a title took of the rows above the header. */
  readTable(table: SourceTable, known: Header, hasHeader: boolean, used: ReadonlySet<Place>): void {
    this.above.clear();
    let header = known;
    /** Where a page break may have cut a row: just after the header, or at the table's first row. */
    let fresh = true;
    let ended = false;
    /** The next row that surely is one, as far as was looked. */
    let following = -1;
    const first = hasHeader ? known.start : 0;
    for (const row of table.rows.slice(0, first)) this.leaveRow(row, used);
    for (let i = first; i < table.rows.length; i += 1) {
      const row = table.rows[i];
      if (row === undefined) continue;
      const next = hasHeader && i === known.start ? known : headerAt(table, i);
      if (next !== null) header = next;
      const headerRows = next?.rows ?? (numbersColumns(row) ? 1 : 0);
      for (const headerRow of table.rows.slice(i, i + headerRows)) {
        for (const cell of headerRow.cells) this.account(cell, 'header', header);
        this.remember(headerRow);
      }
      if (headerRows > 0) {
        i += headerRows - 1;
        fresh = true;
        ended = false;
        continue;
      }
      if (!ended && this.open !== null && looksLikeFoot(lineOf(row, header))) {
        if (following <= i) following = nextRow(table, i + 1, header);
        ended = following === Infinity;
      }
      if (ended) for (const cell of row.cells) this.account(cell, 'left', header, undefined, 'no-row');
      else this.readRow(row, header, fresh);
      this.remember(row);
      fresh = false;
    }
  }

  /** Cells of a table that is no appendix. */
  leaveTable(table: SourceTable, used: ReadonlySet<Place>): void {
    for (const row of table.rows) this.leaveRow(row, used);
  }

  finish(): { rows: PrintedRow[]; cells: CellAccount[] } {
    const names = nameRows(this.rows);
    const nameOf = new Map(this.rows.map((row, i) => [row, names[i] ?? '']));
    return {
      rows: this.rows.map((row, i) => this.printed(row, names[i] ?? '')),
      cells: this.accounts.map(({ place, text, use, row, column, reason }) => ({
        place,
        text,
        use,
        ...(row === null ? {} : { rowNo: nameOf.get(row) ?? '' }),
        ...(use === 'taken' ? { field: column?.key ?? 'text' } : {}),
        ...(reason === null ? {} : { reason }),
      })),
    };
  }

  private printed(row: OpenRow, no: string): PrintedRow {
    const texts: Partial<Record<TextKey, Quoted>> = {};
    for (const [key, pieces] of row.pieces)
      texts[key] = { text: pieces.map((piece) => piece.text).join(' '), places: pieces.map((piece) => piece.place) };
    return {
      no,
      parentNo: parentOf(no),
      ...(row.bare === no ? {} : { printedNo: row.printedText }),
      ...(row.title === null ? {} : { section: row.title }),
      texts,
      place: row.place,
      stitched: row.stitched,
    };
  }

  private remember(row: SourceRow): void {
    for (const cell of row.cells) if (!cell.merged) this.above.set(cell.column, cell);
  }

  private account(cell: SourceCell, use: CellUse, header: Header, row?: OpenRow, reason?: LeftReason): void {
    const column = columnAt(cell, header);
    const place = inAppendix(cell.place, use === 'header' ? undefined : column?.header);
    this.accounts.push({ place, text: cell.text, use, row: row ?? null, column, reason: reason ?? null });
  }

  private leaveRow(row: SourceRow, used: ReadonlySet<Place>): void {
    for (const { place, text } of row.cells) {
      const taken = used.has(place) || text === '';
      const use = taken && text !== '' ? 'taken' : 'left';
      this.accounts.push({
        place,
        text,
        use,
        row: null,
        column: undefined,
        reason: use === 'left' ? 'other-table' : null,
      });
    }
  }

  private readRow(row: SourceRow, header: Header, fresh: boolean): void {
    const line = lineOf(row, header);
    const heading = headingOf(row, header);
    const rest = this.open !== null && continuesRow(row, header, contentOf(this.open), fresh);
    const filled = row.cells.some((cell) => cell.text !== '');
    if (heading !== null && !rest) {
      this.open = null;
      this.sections.enter(heading.number, heading.title);
      for (const cell of row.cells) this.account(cell, 'section', header);
    } else if (line.number.kind !== 'none') this.openRow(line);
    else if (!filled) for (const cell of row.cells) this.account(cell, 'left', header, undefined, 'no-row');
    else if (!rest && this.beginsUnnumbered(line, fresh)) this.openRow(line);
    else if (this.open !== null) {
      this.open.stitched = true;
      this.take(this.open, line, false);
    } else for (const cell of row.cells) this.account(cell, 'left', header, undefined, 'no-row');
  }

  /** Whether a line without a number is a row of its own, and not the rest of the one above. */
  private beginsUnnumbered(line: Line, fresh: boolean): boolean {
    const content = line.text('content');
    if (content === '') return false;
    const said = line.text('time') !== '' || line.text('lead') !== '' || line.text('parties') !== '';
    if (this.open === null) return said || !this.numbered;
    if (continues(contentOf(this.open), content)) return false;
    return this.numbered ? !fresh && line.text('time') !== '' : true;
  }

  private openRow(line: Line): void {
    const { number } = line;
    const parent = this.rows[this.rows.length - 1];
    const sameList = parent?.appendix === this.appendix && parent.section === this.sections.label;
    const full = sameList ? (parent.under ?? parent.printed) : null;
    const letter = number.kind === 'letter';
    // "a)" stands under the last full number; a bullet and a bare line too.
    const under = number.kind === 'full' || number.kind === 'other' || !this.numbered ? null : full;
    const numbered = 'no' in number;
    const opened: OpenRow = {
      printed: !numbered ? null : letter && under !== null ? `${under}.${number.no}` : number.no,
      printedText: line.numberText,
      bare: numbered ? number.no : '',
      under: letter || !numbered ? under : null,
      section: this.sections.label,
      title: this.sections.title,
      appendix: this.appendix,
      pieces: new Map(),
      place: inAppendix(line.row.place),
      stitched: false,
    };
    this.rows.push(opened);
    this.open = opened;
    this.take(opened, line, true);
  }

  private take(open: OpenRow, { row, header }: Line, first: boolean): void {
    for (const cell of row.cells) {
      const column = columnAt(cell, header);
      if (column === undefined) {
        this.account(cell, 'left', header, open, 'unknown-column');
        continue;
      }
      this.account(cell, 'taken', header, open);
      if (column.key === 'no') continue;
      // A vertically merged cell speaks for every row it stands beside.
      const source = cell.merged && first ? this.above.get(cell.column) : cell;
      if (source === undefined) continue;
      // An empty cell of a row's own line still has a place, for a finding to point at.
      if (source.text === '' && !first) continue;
      const pieces = (open.pieces.get(column.key) ?? []).filter((piece) => piece.text !== '');
      open.pieces.set(column.key, [...pieces, { text: source.text, place: inAppendix(source.place, column.header) }]);
    }
  }
}

import type { Place } from '@don-doc/domain';
import { PlanDocumentError } from '../errors.js';
import { MAX_CELLS } from '../limits.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow } from '../source.js';
import type { XmlElement, XmlHandler } from './xml.js';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
/** Content that a reader of the accepted document does not see: deletions, moved-away text, the double of a drawing; earlier properties (…PrChange). */
const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);
const OFF = new Set(['0', 'false', 'off']);

interface Paragraph {
  text: string;
  markDeleted: boolean;
  numbered: boolean;
}
interface Cell {
  lines: string[];
  span: number;
  merged: boolean;
  numbered: boolean;
}
interface Row {
  cells: SourceCell[];
  column: number;
  unseen: boolean;
}
interface Table {
  rows: SourceRow[];
  rowNumber: number;
}

/**
 * Gathers paragraphs and tables of a Word document's main part, as they read with every tracked change accepted and
 * without hidden text. Text of a table within a cell belongs to the outer cell; a text box gives paragraphs of its own.
 */
export class DocumentWalker implements XmlHandler {
  readonly blocks: SourceBlock[] = [];
  rootSeen = false;

  private readonly path: { local: string; word: boolean }[] = [];
  private unseenDepth = 0;
  private readonly paragraphs: Paragraph[] = [];
  private tableDepth = 0;
  private table: Table | null = null;
  private row: Row | null = null;
  private cell: Cell | null = null;
  private hiddenRun = false;
  private carried = '';
  private tableCount = 0;
  private paragraphCount = 0;
  private cellCount = 0;

  constructor(private readonly fileName: string) {}

  open(element: XmlElement): void {
    const word = WORD.has(element.uri);
    const parent = this.path[this.path.length - 1];
    if (this.path.length === 0) this.rootSeen = word && element.local === 'document';
    this.path.push({ local: element.local, word });
    if (this.unseenDepth > 0) {
      this.unseenDepth += 1;
      return;
    }
    // <w:del> marks a paragraph mark or a row when it stands in their properties; elsewhere it wraps deleted content.
    const property = parent !== undefined && /Pr$/u.test(parent.local);
    if ((UNSEEN.has(element.local) && !property) || /PrChange$/u.test(element.local)) {
      this.unseenDepth = 1;
      return;
    }
    if (word) this.openWord(element, parent?.local ?? '');
  }

  private openWord(element: XmlElement, parent: string): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    const value = element.attribute('val');
    switch (element.local) {
      case 'tbl':
        this.openTable();
        break;
      case 'tr':
        if (this.tableDepth === 1) this.row = { cells: [], column: 0, unseen: false };
        break;
      case 'tc':
        if (this.tableDepth === 1) this.cell = { lines: [], span: 1, merged: false, numbered: false };
        break;
      case 'gridBefore':
        if (this.tableDepth === 1 && this.row) this.row.column += Number(value ?? 0);
        break;
      case 'gridSpan':
        if (this.tableDepth === 1 && this.cell) this.cell.span = Math.min(Math.max(Number(value ?? 1) || 1, 1), 64);
        break;
      case 'vMerge':
        if (this.tableDepth === 1 && this.cell) this.cell.merged = value !== 'restart';
        break;
      case 'p':
        this.paragraphs.push({ text: this.carried, markDeleted: false, numbered: false });
        this.carried = '';
        break;
      case 'numId':
        if (paragraph && value !== '0') paragraph.numbered = true;
        break;
      case 'del':
        if (parent === 'trPr' && this.tableDepth === 1 && this.row) this.row.unseen = true;
        else if (parent === 'rPr' && paragraph && this.path[this.path.length - 3]?.local === 'pPr')
          paragraph.markDeleted = true;
        break;
      case 'r':
        this.hiddenRun = false;
        break;
      case 'vanish':
        if (this.path[this.path.length - 3]?.local === 'r' && !OFF.has(value ?? '')) this.hiddenRun = true;
        break;
      case 'tab':
        if (parent === 'r') this.append(' ');
        break;
      case 'br':
      case 'cr':
        this.append(element.attribute('type') === 'page' ? ' ' : '\n');
        break;
      case 'noBreakHyphen':
        this.append('-');
        break;
      default:
    }
  }

  text(text: string): void {
    const element = this.path[this.path.length - 1];
    if (this.unseenDepth === 0 && element?.word && element.local === 't') this.append(text);
  }

  close(): void {
    const element = this.path.pop();
    if (this.unseenDepth > 0) {
      this.unseenDepth -= 1;
      return;
    }
    if (!element?.word) return;
    if (element.local === 'p') this.closeParagraph();
    if (element.local === 'tc' && this.tableDepth === 1) this.closeCell();
    if (element.local === 'tr' && this.tableDepth === 1) this.closeRow();
    if (element.local === 'tbl') this.closeTable();
    if (element.local === 'body' && this.carried !== '') this.emitParagraph(this.carried);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    if (paragraph && !this.hiddenRun) paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.markDeleted) {
      this.carried = paragraph.text;
      return;
    }
    if (this.cell) {
      this.cell.lines.push(paragraph.text);
      this.cell.numbered ||= paragraph.numbered;
    } else this.emitParagraph(paragraph.text);
  }

  private emitParagraph(text: string): void {
    this.carried = '';
    this.paragraphCount += 1;
    const place: Place = { source: 'docx', paragraph: this.paragraphCount, label: `đoạn ${this.paragraphCount}` };
    for (const line of text.split('\n').map(cleanText)) {
      if (line !== '') this.blocks.push({ kind: 'paragraph', text: line, place });
    }
  }

  private openTable(): void {
    this.tableDepth += 1;
    if (this.tableDepth > 1) return;
    this.tableCount += 1;
    this.table = { rows: [], rowNumber: 0 };
    this.blocks.push({ kind: 'table', index: this.tableCount, rows: this.table.rows });
  }

  private closeTable(): void {
    this.tableDepth -= 1;
    if (this.tableDepth === 0) this.table = null;
  }

  private place(column?: number): Place {
    const tableRow = (this.table?.rowNumber ?? 0) + 1;
    const label = `bảng ${this.tableCount}, dòng ${tableRow}`;
    const place: Place = { source: 'docx', table: this.tableCount, tableRow, label };
    return column === undefined ? place : { ...place, column, label: `${label}, cột ${column}` };
  }

  private closeCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    if (this.carried !== '') cell.lines.push(this.carried);
    this.carried = '';
    this.cellCount += 1;
    if (this.cellCount > MAX_CELLS) {
      throw new PlanDocumentError('TOO_LARGE', { fileName: this.fileName, cells: this.cellCount, max: MAX_CELLS });
    }
    const text = cell.lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    row.cells.push({
      text: cleanText(text),
      column: row.column,
      span: cell.span,
      merged: cell.merged,
      autoNumbered: cell.numbered,
      place: this.place(row.column + 1),
    });
    row.column += cell.span;
  }

  private closeRow(): void {
    const { row, table } = this;
    this.row = null;
    if (!row || !table || row.unseen) return;
    table.rows.push({ cells: row.cells, place: this.place() });
    table.rowNumber += 1;
  }
}

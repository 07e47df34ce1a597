import type { Place } from '@don-doc/domain';
import { findHeader } from '../appendix/columns.js';
import { PlanDocumentError } from '../errors.js';
import { MAX_CELLS } from '../limits.js';
import type { XmlElement, XmlHandler } from '../package/xml.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow, type SourceTable } from '../source.js';
import type { Numbering } from './numbering.js';
import { isOn, type StyleSheet } from './styles.js';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
/** Content that a reader of the accepted document does not see: deletions, moved-away text, the double of a drawing; earlier properties (…PrChange). */
const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);
const MAX_SPAN = 64;

interface Run {
  style: string | null;
  vanish: boolean | null;
  hidden: boolean | null;
}
interface Paragraph {
  text: string;
  style: string | null;
  markDeleted: boolean;
  numId: string | null;
  level: number | null;
}
interface Cell {
  readonly lines: string[];
  span: number;
  merged: boolean;
}
interface Row {
  readonly cells: SourceCell[];
  column: number;
  unseen: boolean;
}
/** A table being read; a table within a cell stands on top of the one around it. */
interface Frame {
  readonly index: number;
  readonly rows: SourceRow[];
  row: Row | null;
  cell: Cell | null;
}

/** What the main part leans on: styles, numbering, and whether this is the part with the notes. */
export interface WalkerParts {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly root: 'document' | 'footnotes' | 'endnotes';
}

/**
 * Gathers paragraphs and tables of a part of a Word document, as they read with every tracked change accepted, without
 * hidden text and with the numbers that Word prints by itself. A table within a cell that is itself an appendix stands on
 * its own; another belongs to the cell's text. A text box gives paragraphs of its own.
 */
export class DocumentWalker implements XmlHandler {
  readonly blocks: SourceBlock[] = [];
  rootSeen = false;

  private readonly path: { local: string; word: boolean }[] = [];
  private unseenDepth = 0;
  private readonly paragraphs: Paragraph[] = [];
  private readonly runs: Run[] = [];
  private readonly frames: Frame[] = [];
  private carried = '';
  private tableCount = 0;
  private paragraphCount = 0;
  private noteCount = 0;
  private cellCount = 0;

  constructor(
    private readonly fileName: string,
    private readonly parts: WalkerParts,
  ) {}

  open(element: XmlElement): void {
    const word = WORD.has(element.uri);
    const parent = this.path[this.path.length - 1];
    if (this.path.length === 0) this.rootSeen = word && element.local === this.parts.root;
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
    const value = element.attribute('val');
    switch (element.local) {
      case 'tbl':
        this.tableCount += 1;
        this.frames.push({ index: this.tableCount, rows: [], row: null, cell: null });
        if (this.frames.length === 1) this.lift(this.frames[0]);
        break;
      case 'p':
        this.paragraphs.push({ text: this.carried, style: null, markDeleted: false, numId: null, level: null });
        this.carried = '';
        break;
      case 'r':
        this.runs.push({ style: null, vanish: null, hidden: null });
        break;
      case 'footnote':
      case 'endnote':
        if (/separator|notice/iu.test(element.attribute('type') ?? '')) this.unseenDepth = 1;
        else this.noteCount += 1;
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
        this.openOfTable(element, parent, value);
        this.openProperty(element, parent, value);
    }
  }

  private openOfTable(element: XmlElement, parent: string, value: string | undefined): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame === undefined) return;
    const { row, cell } = frame;
    if (element.local === 'tr') frame.row = { cells: [], column: 0, unseen: false };
    else if (element.local === 'tc') frame.cell = { lines: [], span: 1, merged: false };
    else if (element.local === 'gridBefore' && row) row.column += Math.min(Math.max(Number(value) || 0, 0), MAX_SPAN);
    else if (element.local === 'gridSpan' && cell) cell.span = Math.min(Math.max(Number(value) || 1, 1), MAX_SPAN);
    else if (element.local === 'vMerge' && cell) cell.merged = value !== 'restart';
    else if (element.local === 'hidden' && parent === 'trPr' && row) row.unseen ||= isOn(value);
    else if (element.local === 'del' && parent === 'trPr' && row) row.unseen = true;
  }

  private openProperty({ local }: XmlElement, parent: string, value: string | undefined): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    const run = this.runs[this.runs.length - 1];
    const owner = this.path[this.path.length - 3]?.local;
    if (local === 'vanish' && owner === 'r' && run) run.vanish = isOn(value);
    else if (local === 'rStyle' && owner === 'r' && run) run.style = value ?? null;
    else if (paragraph === undefined) return;
    else if (local === 'pStyle' && parent === 'pPr') paragraph.style = value ?? null;
    else if (local === 'numId' && parent === 'numPr') paragraph.numId = value ?? null;
    else if (local === 'ilvl' && parent === 'numPr') paragraph.level = Number(value ?? 0);
    else if (local === 'del' && parent === 'rPr' && owner === 'pPr') paragraph.markDeleted = true;
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
    const frame = this.frames[this.frames.length - 1];
    if (element.local === 'p') this.closeParagraph();
    else if (element.local === 'r') this.runs.pop();
    else if (element.local === 'tc' && frame) this.closeCell(frame);
    else if (element.local === 'tr' && frame) this.closeRow(frame);
    else if (element.local === 'tbl' && frame) this.closeTable(frame);
    else if (element.local === 'body' && this.carried !== '') this.emitParagraph(this.carried);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    const run = this.runs[this.runs.length - 1];
    if (paragraph === undefined) return;
    if (run) run.hidden ??= this.parts.styles.hidden(paragraph.style, run.style, run.vanish);
    if (!run?.hidden) paragraph.text += text;
  }

  /** The number that Word prints before a paragraph; it counts on even where the paragraph is empty. */
  private labelOf(paragraph: Paragraph): string {
    const byStyle = this.parts.styles.numbering(paragraph.style);
    const numId = paragraph.numId ?? byStyle?.numId ?? null;
    if (numId === null || numId === '0') return '';
    return this.parts.numbering.next(numId, paragraph.level ?? byStyle?.level ?? 0) ?? '';
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.markDeleted) {
      this.carried = paragraph.text;
      return;
    }
    const frame = this.frames[this.frames.length - 1];
    if (frame?.row?.unseen) return;
    const label = this.labelOf(paragraph);
    const bare = paragraph.text.trim() === '';
    const shown = label === '' || (bare && (label === '-' || !frame?.cell)) ? '' : bare ? label : `${label} `;
    const text = `${shown}${paragraph.text}`;
    if (frame?.cell) frame.cell.lines.push(text);
    else this.emitParagraph(text);
  }

  private emitParagraph(text: string): void {
    this.carried = '';
    this.paragraphCount += 1;
    const place: Place =
      this.noteCount > 0
        ? { source: 'docx', label: `chú thích ${this.noteCount}` }
        : { source: 'docx', paragraph: this.paragraphCount, label: `đoạn ${this.paragraphCount}` };
    for (const line of text.split('\n').map(cleanText)) {
      if (line !== '') this.blocks.push({ kind: 'paragraph', text: line, place });
    }
  }

  private place(frame: Frame, column?: number): Place {
    const tableRow = frame.rows.length + 1;
    const label = `bảng ${frame.index}, dòng ${tableRow}`;
    const place: Place = { source: 'docx', table: frame.index, tableRow, label };
    return column === undefined ? place : { ...place, column, label: `${label}, cột ${column}` };
  }

  private closeCell(frame: Frame): void {
    const { cell, row } = frame;
    frame.cell = null;
    if (!cell || !row) return;
    if (this.carried !== '') cell.lines.push(this.carried);
    this.carried = '';
    this.cellCount += 1;
    if (this.cellCount > MAX_CELLS) {
      throw new PlanDocumentError('TOO_LARGE', { fileName: this.fileName, cells: this.cellCount, max: MAX_CELLS });
    }
    const lines = cell.lines.map((line) => line.trim()).filter((line) => line !== '');
    const text = cleanText(lines.join('\n'));
    const { span, merged } = cell;
    row.cells.push({ text, column: row.column, span, merged, place: this.place(frame, row.column + 1) });
    row.column += span;
  }

  private closeRow(frame: Frame): void {
    const { row } = frame;
    frame.row = null;
    if (row && !row.unseen) frame.rows.push({ cells: row.cells, place: this.place(frame) });
  }

  private closeTable(frame: Frame): void {
    this.frames.pop();
    const outer = this.frames[this.frames.length - 1]?.cell;
    if (this.frames.length === 0) return;
    const table: SourceTable = { kind: 'table', index: frame.index, rows: frame.rows };
    if (!outer || findHeader(table) !== null) this.lift(frame);
    else outer.lines.push(...frame.rows.flatMap((row) => row.cells.map((cell) => cell.text)));
  }

  private lift(frame: Frame | undefined): void {
    if (frame) this.blocks.push({ kind: 'table', index: frame.index, rows: frame.rows });
  }
}

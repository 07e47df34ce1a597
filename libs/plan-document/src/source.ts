import type { Place } from '@don-doc/domain';

/** A line of text outside the appendix: a paragraph, or one line of it. Text is NFC and trimmed. */
export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
}

export interface SourceCell {
  /** NFC, trimmed; paragraphs of the cell are lines. */
  readonly text: string;
  /** 0-based column of the table's grid where the cell starts, and how many it covers. */
  readonly column: number;
  readonly span: number;
  /** True for the lower parts of a vertically merged cell. */
  readonly merged: boolean;
  readonly place: Place;
}

export interface SourceRow {
  readonly cells: readonly SourceCell[];
  readonly place: Place;
}

export interface SourceTable {
  readonly kind: 'table';
  readonly index: number;
  /** Name of the sheet, where the table is one of a workbook's. */
  readonly sheet?: string;
  readonly rows: readonly SourceRow[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export const cleanText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim();

import { createHash } from 'node:crypto';
import {
  checkDraft,
  readPhrase,
  resolveUnits,
  type DraftRow,
  type Finding,
  type Place,
  type PlanDraft,
  type UnitLexicon,
} from '@don-doc/domain';
import { findHeader, refuseColumns, type Header } from './appendix/columns.js';
import { AppendixReader, type PrintedRow } from './appendix/rows.js';
import { readBody } from './body.js';
import { readDocx } from './docx/read-docx.js';
import { PlanDocumentError } from './errors.js';
import { quote, readHead, splitAppendixTitle } from './head.js';
import { MAX_PLAN_BYTES } from './limits.js';
import { formatOf } from './sniff.js';
import type { SourceBlock, SourceParagraph, SourceTable } from './source.js';
import { readText } from './text/read-text.js';

export interface PlanReading {
  readonly draft: PlanDraft;
  readonly findings: readonly Finding[];
}

interface Part {
  readonly table: SourceTable;
  readonly header: Header;
  readonly headerRows: number;
}

/** Which tables are the appendix: those with its columns, and headless ones of the same width that follow them. */
function appendixParts(blocks: readonly SourceBlock[]): Map<SourceTable, Part> {
  const parts = new Map<SourceTable, Part>();
  let header: Header | null = null;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const own = findHeader(block);
    if (own !== null) {
      header = own;
      parts.set(block, { table: block, header: own, headerRows: own.rows });
    } else if (header !== null) {
      const { width } = header;
      const fits = block.rows.every(
        (row) => row.cells.every((cell) => cell.column + cell.span <= width) && row.cells.length > 1,
      );
      if (fits) parts.set(block, { table: block, header, headerRows: 0 });
    }
  }
  return parts;
}

/** Cells of a table that only lays out the head or the signature, line by line. */
function linesOf(table: SourceTable): SourceParagraph[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.text
        .split('\n')
        .filter((line) => line !== '')
        .map((text): SourceParagraph => ({ kind: 'paragraph', text: text.trim(), place: cell.place })),
    ),
  );
}

function toRow(printed: PrintedRow, lexicon: UnitLexicon, year: number | null): DraftRow {
  const { no, texts, place, stitched } = printed;
  return {
    no,
    parentNo: no.includes('.') ? no.slice(0, no.lastIndexOf('.')) : null,
    content: texts.content,
    leadText: texts.lead,
    leads: resolveUnits(texts.lead.text, lexicon),
    coordinatorText: texts.coordinator,
    coordinators: resolveUnits(texts.coordinator.text, lexicon),
    timeText: texts.time,
    reading: readPhrase(texts.time.text, year === null ? {} : { year }),
    place,
    stitched,
  };
}

/**
 * Reads a plan as it was issued. `bytes` is the whole file (at most MAX_PLAN_BYTES); `fileName` serves messages and the
 * choice between text and Word where the bytes leave it open. The same plan gives the same draft from either, but for
 * places and `stitched`. Nothing is mended: what is odd comes back as findings.
 * @throws PlanDocumentError where the file cannot be read as a plan at all.
 */
export async function readPlan(bytes: Uint8Array, fileName: string, lexicon: UnitLexicon): Promise<PlanReading> {
  if (bytes.length > MAX_PLAN_BYTES) {
    throw new PlanDocumentError('TOO_LARGE', { fileName, bytes: bytes.length, max: MAX_PLAN_BYTES });
  }
  const format = formatOf(bytes, fileName);
  const blocks = format === 'docx' ? await readDocx(bytes, fileName) : readText(bytes, fileName);
  const tables = blocks.filter((block) => block.kind === 'table');
  if (tables.length === 0) throw new PlanDocumentError('NO_TABLE', { fileName });
  const parts = appendixParts(blocks);
  if (parts.size === 0) throw refuseColumns(tables, fileName);

  const firstPart = blocks.findIndex((block) => block.kind === 'table' && parts.has(block));
  const before = blocks.slice(0, firstPart).flatMap((block) => (block.kind === 'table' ? linesOf(block) : [block]));
  const titleAt = splitAppendixTitle(before);
  const appendixTitle = before.slice(titleAt);
  const { head, taken, body } = readHead(before.slice(0, titleAt), appendixTitle);

  const used = new Set<Place>([...taken, ...body, ...appendixTitle].map((paragraph) => paragraph.place));
  const reader = new AppendixReader(fileName);
  for (const table of tables) {
    const part = parts.get(table);
    if (part) reader.readTable(table, part.header, part.headerRows);
    else reader.leaveTable(table, used);
  }
  const rows = reader.finish().map((row) => toRow(row, lexicon, head.year));
  if (rows.length === 0) throw new PlanDocumentError('NO_ROWS', { fileName });

  const inHead = new Set<SourceParagraph>([...taken, ...body]);
  const untaken = before
    .slice(0, titleAt)
    .filter((paragraph) => !inHead.has(paragraph) && paragraph.place.table === undefined);
  const after = blocks.slice(firstPart).filter((block) => block.kind === 'paragraph');
  const draft: PlanDraft = {
    source: { name: fileName, format, sha256: createHash('sha256').update(bytes).digest('hex') },
    head,
    body: readBody(body),
    appendixTitle: appendixTitle.map((paragraph) => quote(paragraph)),
    rows,
    cells: reader.cells,
    otherText: [...untaken, ...after].map((paragraph) => quote(paragraph)),
  };
  return { draft, findings: checkDraft(draft, { lexicon }) };
}

import { createHash } from 'node:crypto';
import {
  checkDraft,
  readPhrase,
  resolveUnits,
  type DraftRow,
  type Finding,
  type Place,
  type PlanDraft,
  type Quoted,
  type UnitLexicon,
} from '@don-doc/domain';
import { onlyLaysOut, refuseColumns } from './appendix/columns.js';
import { splitParties } from './appendix/parties.js';
import { appendixParts, linesOf } from './appendix/parts.js';
import { readAppendix } from './appendix/read-appendix.js';
import type { PrintedRow } from './appendix/rows.js';
import { readBody } from './body.js';
import { PlanDocumentError } from './errors.js';
import { quote, readHead, splitAppendixTitle } from './head.js';
import { MAX_PLAN_BYTES } from './limits.js';
import { readProse } from './prose.js';
import { readSource } from './read-source.js';
import type { SourceParagraph } from './source.js';

export interface PlanReading {
  readonly draft: PlanDraft;
  readonly findings: readonly Finding[];
}

const NOTHING: Quoted = { text: '', places: [] };

/** Lead and coordinators, each in its column or both in one cell. */
function partiesOf({ texts }: PrintedRow): { lead: Quoted; coordinator: Quoted } {
  const lead = texts.lead ?? texts.parties ?? NOTHING;
  const coordinator = texts.coordinator ?? NOTHING;
  const split = splitParties(lead.text);
  if (split === null) return { lead, coordinator };
  const both = [coordinator.text, split.coordinator].filter((text) => text !== '').join('; ');
  const places = coordinator.text === '' ? lead.places : [...coordinator.places, ...lead.places];
  return { lead: { ...lead, text: split.lead }, coordinator: { text: both, places } };
}

function toRow(printed: PrintedRow, lexicon: UnitLexicon, year: number | null): DraftRow {
  const { no, parentNo, printedNo, section, texts, place, stitched } = printed;
  const { lead, coordinator } = partiesOf(printed);
  const timeText = texts.time ?? NOTHING;
  return {
    no,
    ...(printedNo === undefined ? {} : { printedNo }),
    parentNo,
    content: texts.content ?? NOTHING,
    leadText: lead,
    leads: resolveUnits(lead.text, lexicon),
    coordinatorText: coordinator,
    coordinators: resolveUnits(coordinator.text, lexicon),
    timeText,
    reading: readPhrase(timeText.text, year === null ? {} : { year }),
    place,
    stitched,
    ...(texts.result ? { resultText: texts.result } : {}),
    ...(texts.note ? { noteText: texts.note } : {}),
    ...(section === undefined ? {} : { section }),
  };
}

/**
 * Reads a plan as it was issued. `bytes` is the whole file (at most MAX_PLAN_BYTES); `fileName` serves messages and the
 * choice between text and Word where the bytes leave it open. The same plan gives the same draft from either, but for
 * places and `stitched`. Nothing is mended: what is odd comes back as findings. A plan in prose has no rows, but its sentences.
 * @throws PlanDocumentError where the file cannot be read as a plan at all.
 */
export async function readPlan(bytes: Uint8Array, fileName: string, lexicon: UnitLexicon): Promise<PlanReading> {
  if (bytes.length > MAX_PLAN_BYTES) {
    throw new PlanDocumentError('TOO_LARGE', { fileName, bytes: bytes.length, max: MAX_PLAN_BYTES });
  }
  const { format, blocks } = await readSource(bytes, fileName);
  const source: PlanDraft['source'] = {
    name: fileName,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const tables = blocks.filter((block) => block.kind === 'table');
  const parts = appendixParts(blocks);
  if (parts.size === 0) {
    const draft = tables.every(onlyLaysOut) ? readProse(blocks, source, lexicon) : null;
    if (draft !== null) return { draft, findings: checkDraft(draft, { lexicon }) };
    throw tables.length === 0 ? new PlanDocumentError('NO_TABLE', { fileName }) : refuseColumns(tables, fileName);
  }

  const firstPart = blocks.findIndex((block) => block.kind === 'table' && parts.has(block));
  const first = blocks[firstPart];
  const aboveHeader = first?.kind === 'table' ? first.rows.slice(0, parts.get(first)?.header.start) : [];
  const before = [
    ...blocks.slice(0, firstPart).flatMap((block) => (block.kind === 'table' ? linesOf(block.rows) : [block])),
    ...linesOf(aboveHeader),
  ];
  const titleAt = splitAppendixTitle(before);
  const appendixTitle = before.slice(titleAt);
  const { head, taken, body } = readHead(before.slice(0, titleAt), appendixTitle);

  const used = new Set<Place>([...taken, ...body, ...appendixTitle].map((paragraph) => paragraph.place));
  const appendix = readAppendix(blocks, parts, used);
  const rows = appendix.rows.map((row) => toRow(row, lexicon, head.year));
  if (rows.length === 0) throw new PlanDocumentError('NO_ROWS', { fileName });

  const inHead = new Set<SourceParagraph>([...taken, ...body]);
  const untaken = before
    .slice(0, titleAt)
    .filter((paragraph) => !inHead.has(paragraph) && paragraph.place.table === undefined);
  const draft: PlanDraft = {
    source,
    head,
    body: readBody(body),
    appendixTitle: [...appendixTitle, ...appendix.titles].map((paragraph) => quote(paragraph)),
    rows,
    cells: appendix.cells,
    otherText: [...untaken, ...appendix.other].map((paragraph) => quote(paragraph)),
  };
  return { draft, findings: checkDraft(draft, { lexicon }) };
}

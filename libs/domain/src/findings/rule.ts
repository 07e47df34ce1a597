import type { WorkCalendar } from '../time/calendar.js';
import type { DraftRow, Finding, FindingSeverity, Place, PlanDraft, Quoted, UnitLexicon } from '../draft/types.js';

/** What a rule may look at beside the draft. */
export interface FindingContext {
  readonly lexicon: UnitLexicon;
  /** The days that the office works; the public calendar where it has none of its own. */
  readonly calendar?: WorkCalendar;
}

/** One oddity seen by a rule. `places` may be empty only where nothing of the plan stands at fault (a thing left out). */
export interface Sighting {
  readonly rowNo: string | null;
  readonly places: readonly Place[];
  readonly message: string;
  readonly options?: Finding['options'];
}

/**
 * A general rule over any draft. It shows and offers; it never mends, and its message speaks of rows and items, never of
 * lines of the file, so that one plan gives one list from every source.
 */
export interface FindingRule {
  readonly code: string;
  readonly severity: FindingSeverity;
  /** Vietnamese, for the list of rules. */
  readonly title: string;
  check(draft: PlanDraft, context: FindingContext): readonly Sighting[];
}

export type Option = Finding['options'][number];

export const keep: Option = { code: 'KEEP', label: 'Giữ nguyên như kế hoạch' };
export const editRow = (
  rowNo: string,
  field: 'content' | 'leads' | 'coordinators' | 'time' | 'no',
  label: string,
): Option => ({
  code: 'EDIT',
  label,
  data: { rowNo, field },
});
export const fixDate = (rowNo: string, label = 'Ấn định thời hạn'): Option => ({
  code: 'FIX_DATE',
  label,
  data: { rowNo },
});

export const childrenOf = (draft: PlanDraft, row: DraftRow): DraftRow[] =>
  draft.rows.filter((other) => other.parentNo === row.no);

export const parentOf = (draft: PlanDraft, row: DraftRow): DraftRow | null =>
  row.parentNo === null ? null : (draft.rows.find((other) => other.no === row.parentNo) ?? null);

/** A piece of the plan in quotation marks, cut at a word where it is long. */
export function cite(text: string, limit = 90): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return `“${line}”`;
  return `“${line.slice(0, line.lastIndexOf(' ', limit))} …”`;
}

export const listNos = (rows: readonly { readonly no: string }[]): string => rows.map((row) => row.no).join(', ');

/** A piece of the plan with where it belongs: a row of the appendix, an item of the body, or the head. */
export interface Passage {
  readonly where: string;
  readonly rowNo: string | null;
  readonly quoted: Quoted;
}

/** Everything the plan says in sentences, in the order it is printed: title, body, contents of the rows. */
export function passagesOf(draft: PlanDraft): Passage[] {
  const title = draft.head.title ? [{ where: 'trích yếu', rowNo: null, quoted: draft.head.title }] : [];
  const body = draft.body.flatMap((item) =>
    item.paragraphs.map((quoted) => ({
      where: item.no === '' ? 'phần mở đầu' : `mục ${item.no}`,
      rowNo: null,
      quoted,
    })),
  );
  const rows = draft.rows.map((row) => ({ where: `dòng ${row.no}`, rowNo: row.no, quoted: row.content }));
  return [...title, ...body, ...rows];
}

/** "mục II.2, dòng 6", each once, in order. */
export const listWhere = (passages: readonly Passage[]): string =>
  [...new Set(passages.map((passage) => passage.where))].join(', ');

export const firstPlaces = (quoted: readonly Quoted[]): Place[] => quoted.flatMap((one) => one.places.slice(0, 1));

export const sentenceCase = (text: string): string => `${(text[0] ?? '').toUpperCase()}${text.slice(1)}`;

import type { TimeReading } from '../time/reading.js';

/** What a plan may come as. `text` is plain text with tabs or Markdown tables. */
export type SourceFormat = 'text' | 'docx' | 'xlsx' | 'csv' | 'pdf';

/**
 * Where a piece of the plan stands in its source, precise enough for a person to find it.
 * `line` is 1-based in a text source; `table`, `tableRow`, `column` are 1-based in every source that has tables (a
 * spreadsheet's are its sheet, row and column). `page` is 1-based in a PDF. `paragraph` is the 1-based paragraph of the
 * body. `label` is what a person reads: "Phụ lục, bảng 3, dòng 4, cột Nội dung thực hiện".
 */
export interface Place {
  readonly source: SourceFormat;
  readonly page?: number;
  readonly line?: number;
  readonly paragraph?: number;
  readonly table?: number;
  readonly tableRow?: number;
  readonly column?: number;
  readonly label: string;
}

/** Words of the plan, verbatim (Unicode NFC, white space between pieces of a page-broken cell folded to one space). */
export interface Quoted {
  readonly text: string;
  /** One place a piece: a cell stitched over a page break has two. */
  readonly places: readonly Place[];
}

export interface PlanHead {
  /** The issuing body as the head or the signature shows it ("Sở Tư pháp"), and its place. */
  readonly issuer: Quoted | null;
  /** Number and symbol as printed, blanks kept: "/KH-STP". `number` is null while the figure is blank. */
  readonly code: Quoted | null;
  readonly number: string | null;
  readonly placeOfIssue: string | null;
  /** "ngày tháng năm 2025" as printed, and the date when complete ('YYYY-MM-DD'), and the year when that is all there is. */
  readonly dateText: Quoted | null;
  readonly date: string | null;
  readonly year: number | null;
  readonly kind: Quoted | null; // "KẾ HOẠCH"
  readonly title: Quoted | null; // trích yếu
  readonly recipients: readonly Quoted[];
  readonly signerTitle: Quoted | null; // "GIÁM ĐỐC"
  readonly signer: Quoted | null; // "Trần Văn Khái"
}

/**
 * An item of the plan's body: "II.7". Bullets and paragraphs belong to the item they stand under; what stands before the
 * first heading has the empty number; the closing paragraph belongs to the last section.
 */
export interface BodyItem {
  readonly no: string; // "", "I", "I.1", "II.7", "III.2"
  readonly heading: string | null;
  readonly paragraphs: readonly Quoted[];
}

export type UnitRef =
  | { readonly kind: 'unit'; readonly code: string; readonly text: string }
  | { readonly kind: 'agency'; readonly code: string; readonly text: string }
  | { readonly kind: 'group'; readonly code: string; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

export interface DraftRow {
  /**
   * Number as printed, normalised without a trailing dot or leading zeros: "2.1"; "1.a" for "a)" under 1. Where numbering
   * begins again in each section or appendix, with as much before it as tells the rows apart: "II.1", "PL2.1".
   */
  readonly no: string;
  /** What is printed, where `no` is not just that; empty where nothing is and `no` was derived from the row's position. */
  readonly printedNo?: string;
  readonly parentNo: string | null;
  readonly content: Quoted;
  readonly leadText: Quoted;
  readonly leads: readonly UnitRef[];
  readonly coordinatorText: Quoted;
  readonly coordinators: readonly UnitRef[];
  readonly timeText: Quoted;
  readonly reading: TimeReading;
  readonly place: Place;
  /** True when the row was joined from two pieces over a page break. */
  readonly stitched: boolean;
  /** "Kết quả", "Sản phẩm", and "Ghi chú", where the appendix has such a column. */
  readonly resultText?: Quoted;
  readonly noteText?: Quoted;
  /** The heading between rows under which the row stands: "I. NHIỆM VỤ CHUNG". */
  readonly section?: string;
}

export type CellUse = 'taken' | 'header' | 'section' | 'left';
/** What a taken cell became: a field of a row, or words outside the rows (head, body, title of the appendix). */
export type CellField = 'no' | 'content' | 'lead' | 'coordinator' | 'parties' | 'time' | 'result' | 'note' | 'text';
/** Why a cell was left: its column has no known meaning; it stands before any row; its table is no appendix. */
export type LeftReason = 'unknown-column' | 'no-row' | 'other-table';

/** Every cell of every table of the source has exactly one account, the empty ones too: nothing is dropped unsaid. */
export interface CellAccount {
  readonly place: Place;
  readonly text: string;
  readonly use: CellUse;
  readonly rowNo?: string;
  readonly field?: CellField;
  readonly reason?: LeftReason;
}

/** How many cells went where; empty cells are counted apart, whatever their column. */
export interface CellSummary {
  readonly total: number;
  readonly empty: number;
  readonly taken: number;
  readonly header: number;
  readonly section: number;
  readonly left: number;
}

export type FindingSeverity = 'blocking' | 'caution' | 'notice'; // chặn | lưu ý | ghi nhận
export interface Finding {
  /** Stable code, upper snake: NUMBER_MISSING. */
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly rowNo: string | null;
  readonly place: Place | null;
  /** Every place concerned, where there is more than one; `place` is the first of them. */
  readonly places?: readonly Place[];
  /** Vietnamese, says what is odd, never mends it. */
  readonly message: string;
  /** Ways out offered, none preferred. */
  readonly options: readonly {
    readonly code: string;
    readonly label: string;
    readonly data?: Record<string, unknown>;
  }[];
}

export interface PlanDraft {
  readonly source: { readonly name: string; readonly format: SourceFormat; readonly sha256: string };
  readonly head: PlanHead;
  readonly body: readonly BodyItem[];
  /** The lines above the appendix table: "Phụ lục", its title, "(Kèm theo Kế hoạch số …)". */
  readonly appendixTitle: readonly Quoted[];
  readonly rows: readonly DraftRow[];
  readonly cells: readonly CellAccount[];
  /** Paragraphs between or after the appendix tables: kept, and taken into nothing. */
  readonly otherText: readonly Quoted[];
  /** Of a plan in prose, without an appendix: its sentences, to be made into rows by hand. Then `rows` is empty. */
  readonly sentences?: readonly DraftSentence[];
}

/** A stretch of a sentence: `from` and `to` count UTF-16 units of its text, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A sentence of a plan in prose, offered to a person: nothing of it is decided. */
export interface DraftSentence {
  readonly text: string;
  readonly place: Place;
  /** Number of the body's item in which it stands: "II.7", or "". */
  readonly bodyNo: string;
  readonly times: readonly (Span & { readonly reading: TimeReading })[];
  readonly units: readonly (Span & { readonly ref: UnitRef })[];
}

/** What the office's directory knows of names: aliases to units, the agency itself, groups. Data, not code. */
export interface UnitLexicon {
  readonly entries: readonly {
    readonly code: string;
    readonly kind: 'unit' | 'agency' | 'group';
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
}

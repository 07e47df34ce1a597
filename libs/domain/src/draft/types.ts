import type { TimeReading } from '../time/reading.js';

/**
 * Where a piece of the plan stands in its source, precise enough for a person to find it.
 * `line` is 1-based in a text source; `table`, `tableRow`, `column` are 1-based in a Word source (and in a text source's
 * tab-separated tables). `paragraph` is the 1-based paragraph of the body. `label` is what a person reads:
 * "Phụ lục, bảng 3, dòng 4, cột Nội dung thực hiện".
 */
export interface Place {
  readonly source: 'text' | 'docx';
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
  /** Number as printed, normalised without a trailing dot: "2.1". */
  readonly no: string;
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
}

export type CellUse = 'taken' | 'header' | 'section' | 'left';
export interface CellAccount {
  readonly place: Place;
  readonly text: string;
  readonly use: CellUse;
  readonly rowNo?: string;
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
  readonly source: { readonly name: string; readonly format: 'text' | 'docx'; readonly sha256: string };
  readonly head: PlanHead;
  readonly body: readonly BodyItem[];
  /** The lines above the appendix table: "Phụ lục", its title, "(Kèm theo Kế hoạch số …)". */
  readonly appendixTitle: readonly Quoted[];
  readonly rows: readonly DraftRow[];
  readonly cells: readonly CellAccount[];
  /** Paragraphs between or after the appendix tables: kept, and taken into nothing. */
  readonly otherText: readonly Quoted[];
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

/** A civil date 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
export type CivilDate = string;
/** Milliseconds since the Unix epoch. */
export type EpochMs = number;

/** Names of a plan's events. The first plan has one: hoàn thành việc sắp xếp tổ chức bộ máy. */
export type EventName = string;
export const REORGANIZATION_COMPLETED: EventName = 'reorganization-completed';

/** What a phrase of time says, before any fact is known. Meanings: docs/GLOSSARY.md, BLDS 2015 Đ.146–148. */
export type DeadlineSpec =
  /** "Trước 30/5/2025": strict, last day is the day before. */
  | { readonly kind: 'before-date'; readonly date: CivilDate }
  /** "Chậm nhất ngày 20/5/2025", "Đến hết tháng 5/2025": inclusive, opens with the plan. */
  | { readonly kind: 'by-date'; readonly lastDay: CivilDate }
  /** "Tháng 5/2025": a whole period. */
  | { readonly kind: 'period'; readonly from: CivilDate; readonly lastDay: CivilDate }
  /** "Từ tháng 5/2025 đến khi hoàn thành …". */
  | { readonly kind: 'from-until-event'; readonly from: CivilDate; readonly event: EventName }
  /** "Trong suốt quá trình … (cho đến khi hoàn thành)"; start of the process is not stated. */
  | { readonly kind: 'during-process'; readonly event: EventName; readonly endImplied: boolean }
  /** "Thường xuyên trong suốt quá trình …": one deadline each calendar month. */
  | { readonly kind: 'monthly-during-process'; readonly event: EventName; readonly endImplied: boolean }
  /** "Ngay sau khi …" (immediate) and "Sau khi …". */
  | { readonly kind: 'after-event'; readonly event: EventName; readonly immediate: boolean }
  /** What cannot be read: a person must decide. */
  | { readonly kind: 'unreadable'; readonly ask: string };

export interface TimeReading {
  /** The phrase verbatim. */
  readonly phrase: string;
  readonly spec: DeadlineSpec;
  /** How it was read, in order, for a person ("'Trước' là nghiêm ngặt: ngày cuối là 29/5/2025"). */
  readonly trace: readonly string[];
}

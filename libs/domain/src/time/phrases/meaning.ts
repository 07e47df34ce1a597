import type { CivilDate, EventName } from '../reading.js';

/** The families of phrases, as the customer's table of expressions names them. */
export type PhraseKind =
  | 'DEADLINE_BEFORE'
  | 'DATETIME_BEFORE'
  | 'DEADLINE_BY'
  | 'DATETIME_BY'
  | 'POINT'
  | 'PERIOD'
  | 'APPROX_POINT'
  | 'APPROX_PERIOD'
  | 'RANGE'
  | 'RANGE_OPEN'
  | 'OPEN_FROM'
  | 'OPEN_FROM_EVENT'
  | 'ONGOING'
  | 'ONGOING_UNTIL_DATE'
  | 'ONGOING_UNTIL_EVENT'
  | 'DURING_PROCESS'
  | 'FROM_UNTIL_EVENT'
  | 'AFTER_EVENT'
  | 'AFTER_EVENT_IMMEDIATE'
  | 'BEFORE_EVENT'
  | 'OFFSET_AFTER_EVENT'
  | 'OFFSET_BEFORE_EVENT'
  | 'RECURRING'
  | 'RECURRING_DEADLINE'
  | 'RECURRING_OFFSET'
  | 'REPORT_WINDOW'
  | 'COMPOSITE'
  | 'MILESTONES'
  | 'ON_DEMAND'
  | 'BY_REFERENCE'
  | 'VAGUE'
  | 'EMPTY'
  | 'FRAGMENT'
  | 'INVALID'
  | 'UNREADABLE';

export type Unit = 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'year';

/** Đầu, giữa, cuối (BLDS 2015 Đ.146); the ten-day thirds of a month (thượng, trung, hạ tuần). */
export type Part = 'start' | 'middle' | 'end' | 'first-ten' | 'second-ten' | 'last-ten';

/** A stretch of calendar as it was named. `from` and `lastDay` are its whole; `part` says which part of it is meant. */
export interface Span {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'nine-months' | 'year' | 'range';
  readonly from: CivilDate;
  readonly lastDay: CivilDate;
  readonly part?: Part;
  /** 1 = Monday … 7 = Sunday, where the phrase names it. */
  readonly weekday?: number;
  /** Of a week: which of its month. */
  readonly week?: number;
}

/** A named event on which a phrase hangs. */
export interface Anchor {
  /** The kind of event: REORG_DONE, GUIDANCE_RECEIVED … OTHER where the plan's words name none that is known. */
  readonly code: string;
  /** The event itself, unique in a plan: two bodies' guidances are two events of one code. */
  readonly event: EventName;
  /** The plan's own words for it, as a clause or a noun. */
  readonly words: string;
  /** Whether the words follow "khi" or "ngày" in the phrase; the process of "quá trình". */
  readonly form: 'khi' | 'ngày' | 'quá trình';
}

export interface Offset {
  readonly amount: number;
  readonly unit: Unit;
}

/** A recurrence by the calendar. `day` is the last day of each occurrence; −1: the last of its month. */
export interface Recurrence {
  readonly freq: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'unstated';
  readonly interval?: number;
  readonly weekday?: number;
  readonly months?: readonly number[];
  readonly day?: number;
  /** "2 lần/năm" without dates: how many fall in a period. */
  readonly times?: number;
  /** The deadline falls in the period before ("năm trước") or after ("tháng sau") the one it belongs to. */
  readonly shift?: -1 | 1;
}

/** What a phrase says, before any fact is known. Each has one way to be written (print.ts), which reads back the same. */
export type Core =
  | { readonly form: 'span'; readonly span: Span }
  | {
      readonly form: 'limit';
      readonly strict: boolean;
      readonly loose?: true;
      readonly span: Span;
      readonly time?: string;
    }
  | { readonly form: 'from'; readonly from: Span; readonly milestone?: Span }
  | { readonly form: 'ongoing'; readonly from?: Span; readonly until?: Span }
  | { readonly form: 'from-until-event'; readonly from: Span; readonly anchor: Anchor }
  | { readonly form: 'during'; readonly regular: boolean; readonly endImplied: boolean; readonly anchor: Anchor }
  | { readonly form: 'until-event'; readonly regular: boolean; readonly anchor: Anchor }
  | { readonly form: 'after-event'; readonly immediate: boolean; readonly anchor: Anchor }
  | { readonly form: 'from-event'; readonly anchor: Anchor }
  | { readonly form: 'before-event'; readonly anchor: Anchor }
  | { readonly form: 'offset'; readonly offset: Offset; readonly anchor: Anchor }
  | { readonly form: 'offset-from-date'; readonly offset: Offset; readonly date: CivilDate }
  | { readonly form: 'recurring-offset'; readonly offset: Offset; readonly periods: readonly PeriodEnd[] }
  | { readonly form: 'recurring'; readonly rule: Recurrence; readonly from?: Span; readonly until?: Span }
  | { readonly form: 'report-window'; readonly window: ReportWindow }
  | { readonly form: 'on-demand'; readonly words: string }
  | { readonly form: 'reference'; readonly words: string; readonly anchor?: Anchor }
  | { readonly form: 'vague'; readonly words: string }
  | { readonly form: 'empty' }
  | { readonly form: 'parts'; readonly parts: readonly Meaning[] }
  | { readonly form: 'fragment'; readonly words: string }
  | { readonly form: 'invalid'; readonly reason: string; readonly words: string }
  | { readonly form: 'unreadable'; readonly words: string; readonly ask?: string };

export type PeriodEnd = 'month' | 'quarter' | 'half' | 'nine-months' | 'year';

/** The days whose data a report covers: each `month` counts from the month (or year) of the report. */
export interface ReportWindow {
  readonly freq: 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';
  readonly fromDay: number;
  readonly toDay: number;
}

export interface Meaning {
  readonly core: Core;
  /** Words of the work in front of the time: "Hoàn thành", "80% doanh nghiệp kết nối". Kept, and no part of the time. */
  readonly label?: string;
  /** "(nếu có)" */
  readonly conditional?: true;
  /** "(phấn đấu)", "dự kiến": a target, not an obligation. */
  readonly soft?: true;
}

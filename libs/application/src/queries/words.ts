import type { CivilDate, DeadlineWindow, EpochMs, StatusBucketName } from '@don-doc/domain';

/** One line of a row's history as the tables keep it. */
export interface HistoryEntry {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly unitName: string | null;
}

/** The words views are told in. Declared here, kept in libs/i18n, joined at the edge. */
export interface Words {
  due(window: DeadlineWindow, phrase: string): string;
  dueOfMonth(period: string, lastDay: CivilDate): string;
  /** `event`: the name of the event that the alarm speaks of, if it speaks of one. */
  rule(rule: string, occurrence: number, period: string | null, event: string | null): string;
  event(name: string): string;
  clock(data: Readonly<Record<string, unknown>>): string;
  history(entry: HistoryEntry): { text: string; before: string | null; after: string | null };
  chat(item: {
    readonly unitName: string;
    readonly headName: string | null;
    readonly rowNo: string;
    readonly content: string;
    readonly dueWords: string;
    readonly workingDaysLeft: number;
    readonly planTitle: string;
    readonly rehearsal: boolean;
  }): string;
  chatOfAll(
    planTitle: string,
    rehearsal: boolean,
    date: CivilDate,
    items: readonly {
      readonly unitName: string;
      readonly rowNo: string;
      readonly content: string;
      readonly workingDaysLeft: number;
    }[],
  ): string;
  bucket(bucket: StatusBucketName): string;
  inbox(entry: {
    rule: string;
    occurrence: number;
    period: string | null;
    event: string | null;
    rowNo: string | null;
    content: string | null;
    unitName: string | null;
    note: string | null;
  }): string;
  /** A refusal in words. */
  problem(code: string, data: Readonly<Record<string, unknown>>): string;
  /** "sẽ gửi 14 thư cho 9 đơn vị vào 08:00 thứ Hai" */
  firstDigest(first: { readonly at: EpochMs; readonly mails: number; readonly units: number } | null): string;
}

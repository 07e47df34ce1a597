import type { WorkCalendar } from '../calendar.js';
import type { CivilDate, EventName } from '../reading.js';

/** What a plan may settle differently: each a switch, with the default that the law or the customer sets. */
export interface PhrasePolicy {
  /** Roll a written date that is a day off to the next working day. Off: the plan's words stand. */
  readonly rollWrittenDates: boolean;
  /** Roll the end of "N ngày kể từ …" (BLDS 2015 Đ.148.5). On. */
  readonly rollOffsets: boolean;
  /** The end of office hours, 'HH:MM'. */
  readonly closingTime: string;
  /** "Ngay sau khi …" without a number: so many working days. */
  readonly immediateWorkingDays: number;
  /** "Tuần đầu tháng": its first seven days, or its first full week from Monday. */
  readonly weekOfMonth: 'seven-days' | 'full-week';
}

export const DEFAULT_PHRASE_POLICY: PhrasePolicy = {
  rollWrittenDates: false,
  rollOffsets: true,
  closingTime: '17:00',
  immediateWorkingDays: 5,
  weekOfMonth: 'seven-days',
};

/** What is known when a phrase is turned into days. */
export interface PhraseFacts {
  /** S, the date of issue; null while the plan is not issued. */
  readonly issuedOn: CivilDate | null;
  readonly calendar: WorkCalendar;
  readonly policy: PhrasePolicy;
  /** Days of events that are confirmed, by the event's name or by its code. */
  readonly events: Readonly<Record<EventName, CivilDate>>;
}

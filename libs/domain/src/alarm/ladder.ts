/** Who an alarm is for. One person who is two of these gets one copy. */
export type Audience = 'unit-head' | 'office' | 'deputy-director' | 'director';

export type AlarmRule =
  | 'opening' // Thông báo bắt đầu
  | 'progress-request' // Đề nghị báo cáo tiến độ trong tháng
  | 'expected-notice' // Dự kiến sắp đến thời điểm
  | 'ask-due-date' // Đề nghị Văn phòng ấn định thời hạn
  | 'event-ask' // Đề nghị Văn phòng xác nhận sự kiện
  | 'due-in-5'
  | 'due-in-1'
  | 'due-day'
  | 'overdue' // occurrence 1: +1, 2: +3, 3: +5, 4 …: each Monday after
  | 'manual'; // Đôn đốc ngay

/** Policy data: all counts are working days strictly before or after the day the ladder counts from. */
export interface Ladder {
  readonly time: string;
  readonly before: readonly { readonly rule: 'due-in-5' | 'due-in-1'; readonly days: number }[];
  /** Occurrences 1, 2, 3 … of 'overdue', with those told beside the unit head and the Office. */
  readonly after: readonly { readonly days: number; readonly leaders: readonly Audience[] }[];
  /** ISO weekday on which it goes on after the last step. */
  readonly weekly: number;
  /** A progress request, and a notice of an expected event, so many working days before. */
  readonly notice: number;
}

/** domain.md, "The ladder": the defaults. */
export const DEFAULT_LADDER: Ladder = {
  time: '08:00',
  before: [
    { rule: 'due-in-5', days: 5 },
    { rule: 'due-in-1', days: 1 },
  ],
  after: [
    { days: 1, leaders: [] },
    { days: 3, leaders: ['deputy-director'] },
    { days: 5, leaders: ['director'] },
  ],
  weekly: 1,
  notice: 5,
};

/** Order of graveness within one assignment: a higher one speaks for the lower. */
export const GRAVENESS: Readonly<Record<AlarmRule, number>> = {
  'expected-notice': 0,
  'progress-request': 10,
  opening: 20,
  'due-in-5': 30,
  'due-in-1': 40,
  'due-day': 50,
  'ask-due-date': 60,
  'event-ask': 70,
  manual: 80,
  overdue: 100,
};

import type { CivilDate, EpochMs } from '@don-doc/domain';

/** The plan's zone. Every instant on the page is read in it, whatever the machine's own zone. */
export const ZONE = 'Asia/Ho_Chi_Minh';
export const DAY_MS = 86_400_000;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

interface Wall {
  readonly date: CivilDate;
  readonly time: string;
  readonly seconds: string;
}

/** The wall clock in the plan's zone at an instant. */
function wall(at: EpochMs): Wall {
  const found: Record<string, string> = {};
  for (const part of parts.formatToParts(at)) found[part.type] = part.value;
  return {
    date: `${found['year']}-${found['month']}-${found['day']}`,
    time: `${found['hour']}:${found['minute']}`,
    seconds: found['second'] ?? '00',
  };
}

export const epochOf = (instant: string | EpochMs): EpochMs =>
  typeof instant === 'number' ? instant : Date.parse(instant);

/** 'YYYY-MM-DD' in the plan's zone at an instant. */
export const civilOf = (instant: string | EpochMs): CivilDate => wall(epochOf(instant)).date;

/** The instant a civil day begins: the zone has had +07:00 and no summer time since 1975. */
export const startOfDay = (date: CivilDate): EpochMs => Date.parse(`${date}T00:00:00+07:00`);

/** '29/05/2025' */
export function formatDate(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** '29/05' */
export const formatDayMonth = (date: CivilDate): string => formatDate(date).slice(0, 5);

/** '05/2025' of '2025-05' */
export const formatMonth = (period: string): string => period.split('-').reverse().join('/');

/** 'thứ Hai' */
export function weekdayOf(date: CivilDate): string {
  // 1970-01-01 was a Thursday; counting days needs no zone at all.
  const days = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  return weekdays[(((days + 4) % 7) + 7) % 7] ?? '';
}

/** '08:00 30/05/2025' */
export function formatInstant(instant: string | EpochMs): string {
  const at = wall(epochOf(instant));
  return `${at.time} ${formatDate(at.date)}`;
}

/** 'thứ Sáu, 30/05/2025, 08:00:00 (giờ Việt Nam)': what is said on hover and to screen readers. */
export function formatExact(instant: string | EpochMs): string {
  const at = wall(epochOf(instant));
  return `${weekdayOf(at.date)}, ${formatDate(at.date)}, ${at.time}:${at.seconds} (giờ Việt Nam)`;
}

/** 'thứ Sáu 30/05/2025' and '08:00' apart, for a clock that runs. */
export function formatClock(instant: EpochMs): { day: string; time: string } {
  const at = wall(instant);
  return { day: `${weekdayOf(at.date)} ${formatDate(at.date)}`, time: at.time };
}

const number = new Intl.NumberFormat('vi-VN');
export const formatNumber = (value: number): string => number.format(value);

/**
 * 'còn 3 ngày làm việc', 'quá hạn 5 ngày làm việc'; none left is 'đến hạn hôm nay' only where today is the last day: the
 * last day may be a Saturday, and Friday then has no working day left and is not the last day.
 */
export function workingDaysWords(
  left: number,
  days?: { readonly today: CivilDate | null; readonly lastDay: CivilDate | null },
): string {
  if (left === 0) {
    if (!days?.today || !days.lastDay) return 'đến hạn';
    if (days.today > days.lastDay) return 'quá hạn';
    return days.today === days.lastDay ? 'đến hạn hôm nay' : 'không còn ngày làm việc trước hạn';
  }
  return left > 0 ? `còn ${formatNumber(left)} ngày làm việc` : `quá hạn ${formatNumber(-left)} ngày làm việc`;
}

/** '30 giây một ngày' for a clock's rate in plan seconds a real second. */
export function rateWords(rate: number): string {
  if (rate === 1) return 'bằng giờ thật';
  const seconds = DAY_MS / 1000 / rate;
  const shown = seconds >= 10 ? Math.round(seconds) : Math.round(seconds * 10) / 10;
  return `${formatNumber(shown)} giây một ngày`;
}

/** First letter small, for a name that stands inside a sentence. */
export const inSentence = (words: string): string => words.charAt(0).toLocaleLowerCase('vi-VN') + words.slice(1);

/** First letter in capital, for a sentence that begins with a phrase. */
export const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase('vi-VN') + words.slice(1);

/** '1, 2 và 3' */
export const inWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''}`;

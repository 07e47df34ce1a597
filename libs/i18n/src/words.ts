import { atTime, dateOf, dayOfWeek, eventLabel, formatDate } from '@don-doc/domain';
import type { CivilDate, DeadlineWindow } from '@don-doc/domain';
import { bucketNames, daysLeftText, ruleText } from './terms.js';

const month = (period: string): string => `tháng ${period.slice(5)}/${period.slice(0, 4)}`;

/** A deadline in words: the plan's phrase first, then what it comes to. */
export function dueText(window: DeadlineWindow, phrase: string): string {
  const quoted = `“${phrase}”`;
  switch (window.follow) {
    case 'waiting':
      return `${quoted}: chưa đến thời điểm thực hiện`;
    case 'ask-due':
      return `${quoted}: chưa xác định thời hạn`;
    case 'periods':
      return window.lastDay === null
        ? `${quoted}: mỗi tháng một thời hạn`
        : `${quoted}: mỗi tháng một thời hạn, đến hết ${formatDate(window.lastDay)}`;
    case 'progress':
      return window.lastDay === null
        ? `${quoted}: đến khi ${eventLabel(window.event)}`
        : `${quoted}: đến hết ${formatDate(window.lastDay)}`;
    case 'deadline':
      return window.lastDay === null
        ? quoted
        : `${quoted}: hạn cuối ${formatDate(window.lastDay)}${window.byPolicy ? ' (Văn phòng quy ước)' : ''}`;
  }
}

export function dueOfMonthText(period: string, lastDay: CivilDate): string {
  return `Minh chứng ${month(period)}: hạn cuối ${formatDate(lastDay)}`;
}

interface ChatItem {
  readonly unitName: string;
  readonly headName: string | null;
  readonly rowNo: string;
  readonly content: string;
  readonly dueWords: string;
  readonly workingDaysLeft: number;
  readonly planTitle: string;
  readonly rehearsal: boolean;
}

const CHAT_CONTENT = 160;
const brief = (text: string, length: number): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, plain.lastIndexOf(' ', length))}…`;
};
const mark = (rehearsal: boolean): string => (rehearsal ? '[DIỄN TẬP] ' : '');

/** A courteous text to paste in a chat. */
export function chatText(item: ChatItem): string {
  const to = item.headName === null ? `Kính gửi ${item.unitName},` : `Kính gửi ${item.headName} (${item.unitName}),`;
  const state = daysLeftText(item.workingDaysLeft);
  const ask =
    item.workingDaysLeft < 0
      ? 'Đề nghị đơn vị gửi kết quả, hoặc cho biết vướng mắc và thời điểm hoàn thành.'
      : 'Đề nghị đơn vị bảo đảm tiến độ và gửi kết quả đúng hạn.';
  return `${mark(item.rehearsal)}${to}\nNhiệm vụ ${item.rowNo}: ${brief(item.content, CHAT_CONTENT)}\n${item.dueWords}; ${state}.\n${ask}\nTrân trọng, Văn phòng Sở.`;
}

export function chatOfAllText(
  planTitle: string,
  rehearsal: boolean,
  date: CivilDate,
  items: readonly {
    readonly unitName: string;
    readonly rowNo: string;
    readonly content: string;
    readonly workingDaysLeft: number;
  }[],
): string {
  const byUnit = new Map<string, string[]>();
  for (const item of items) {
    const line = `  + Nhiệm vụ ${item.rowNo}: ${brief(item.content, 90)} (${daysLeftText(item.workingDaysLeft)})`;
    byUnit.set(item.unitName, [...(byUnit.get(item.unitName) ?? []), line]);
  }
  const lines = [...byUnit].map(([unit, own]) => `- ${unit}:\n${own.join('\n')}`);
  return `${mark(rehearsal)}Văn phòng Sở đề nghị các phòng, đơn vị quan tâm các việc cần đôn đốc ngày ${formatDate(date)}, ${brief(planTitle, 120)}:\n${lines.join('\n')}\nTrân trọng.`;
}

export function inboxText(entry: {
  rule: string;
  occurrence: number;
  period: string | null;
  event: string | null;
  rowNo: string | null;
  content: string | null;
  unitName: string | null;
  note: string | null;
}): string {
  const rule = ruleText(entry.rule, entry.occurrence, entry.rule === 'manual' ? null : entry.period, entry.event);
  const about =
    entry.rowNo === null
      ? ''
      : `: nhiệm vụ ${entry.rowNo}${entry.content === null ? '' : `, ${brief(entry.content, 120)}`}`;
  const unit = entry.unitName === null ? '' : ` (${entry.unitName})`;
  const note = entry.note === null || entry.note === '' ? '' : `. Ghi chú: ${entry.note}`;
  return `${rule}${about}${unit}${note}`;
}

/** As a heading. */
export function eventText(name: string): string {
  const label = eventLabel(name);
  return `${label.charAt(0).toLocaleUpperCase('vi')}${label.slice(1)}`;
}
export const bucketText = (bucket: string): string => bucketNames[bucket] ?? bucket;

const pad = (n: number): string => String(n).padStart(2, '0');
const weekdays = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** What a launch will send first, as it is said before the button. */
export function firstDigestText(
  first: { readonly at: number; readonly mails: number; readonly units: number } | null,
): string {
  if (first === null) return 'chưa có thư nào được gửi';
  const day = dateOf(first.at);
  const minutes = Math.floor((first.at - atTime(day, '00:00')) / 60_000);
  const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  const units = first.units === 0 ? '' : ` cho ${first.units} đơn vị`;
  return `sẽ gửi ${first.mails} thư${units} vào ${time} ${weekdays[dayOfWeek(day)] ?? ''}, ${formatDate(day)}`;
}

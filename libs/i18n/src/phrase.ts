import { formatDate } from '@don-doc/domain';
import type { PhraseReading } from '@don-doc/domain';

/** The families of phrases, named for a clerk. */
const kindNames: Readonly<Record<PhraseReading['kind'], string>> = {
  DEADLINE_BEFORE: 'phải xong trước một ngày',
  DATETIME_BEFORE: 'phải xong trước một giờ',
  DEADLINE_BY: 'phải xong chậm nhất vào một ngày',
  DATETIME_BY: 'phải xong chậm nhất vào một giờ',
  POINT: 'đúng một ngày',
  PERIOD: 'trong một kỳ',
  APPROX_POINT: 'đầu, giữa hoặc cuối một kỳ',
  APPROX_PERIOD: 'một phần của kỳ',
  RANGE: 'từ ngày đến ngày',
  RANGE_OPEN: 'có mốc, sau đó còn tiếp tục',
  OPEN_FROM: 'từ một ngày trở đi',
  OPEN_FROM_EVENT: 'từ khi có sự kiện trở đi',
  ONGOING: 'thường xuyên',
  ONGOING_UNTIL_DATE: 'thường xuyên đến một ngày',
  ONGOING_UNTIL_EVENT: 'đến khi có sự kiện',
  DURING_PROCESS: 'trong suốt quá trình',
  FROM_UNTIL_EVENT: 'từ một ngày đến khi có sự kiện',
  AFTER_EVENT: 'sau sự kiện',
  AFTER_EVENT_IMMEDIATE: 'ngay sau sự kiện',
  BEFORE_EVENT: 'trước sự kiện',
  OFFSET_AFTER_EVENT: 'một khoảng thời gian sau mốc',
  OFFSET_BEFORE_EVENT: 'một khoảng thời gian trước mốc',
  RECURRING: 'định kỳ',
  RECURRING_DEADLINE: 'hạn định kỳ',
  RECURRING_OFFSET: 'một khoảng thời gian sau mỗi kỳ',
  REPORT_WINDOW: 'khoảng số liệu của kỳ báo cáo',
  COMPOSITE: 'nhiều cách ghi trong một ô',
  MILESTONES: 'nhiều mốc trong một ô',
  ON_DEMAND: 'khi có yêu cầu hoặc phát sinh',
  BY_REFERENCE: 'theo văn bản khác',
  VAGUE: 'không nêu ngày',
  EMPTY: 'để trống',
  FRAGMENT: 'bị cắt giữa chừng',
  INVALID: 'ngày không có trong lịch',
  UNREADABLE: 'chưa đọc được',
};

const date = (day: string | null) => (day === null ? '(chưa có)' : formatDate(day));

/** '2025-05-25T20:00:00+07:00' as "20:00 ngày 25/05/2025". */
const instant = (text: string | null) =>
  text === null ? '(chưa có)' : `${text.slice(11, 16)} ngày ${formatDate(text.slice(0, 10))}`;

/** A phrase of time as it was read, for a person: a line a fact, only those that it has. */
export function phraseText(reading: PhraseReading): string {
  const { anchors, parts, rivals } = reading;
  const lines: (string | null)[] = [
    `“${reading.phrase}”`,
    `Loại: ${kindNames[reading.kind]}`,
    `Hiểu là: ${reading.words}`,
    `Bắt đầu: ${date(reading.opensOn)}`,
    `Ngày cuối: ${date(reading.lastDay)}`,
    `Quá hạn từ: ${instant(reading.lateFrom)}`,
    anchors.length === 0 ? null : `Phụ thuộc sự kiện: ${anchors.map(({ words }) => words).join('; ')}`,
    reading.recurrence === null ? null : `Lặp lại (RFC 5545): ${reading.recurrence}`,
    reading.reference === null ? null : `Theo văn bản: ${reading.reference}`,
    ...parts.map((part, i) => `Phần ${i + 1}: ${part.words} (${kindNames[part.kind]})`),
    ...rivals.map(
      (rival) => `Cách hiểu khác: ${rival.why}${rival.lastDay === null ? '' : ` Ngày cuối ${date(rival.lastDay)}.`}`,
    ),
    reading.ask === null ? null : `Cần người quyết định: ${reading.ask}`,
    ...reading.trace.map((line) => `- ${line}`),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** A phrase on one line: what a list of many shows. */
export function phraseLine(reading: PhraseReading): string {
  const days = `${date(reading.opensOn)} – ${date(reading.lastDay)}`;
  return `“${reading.phrase}”: ${kindNames[reading.kind]}; ${days}${reading.ask === null ? '' : `; ${reading.ask}`}`;
}

/** What a refused command line about phrases was refused for. */
export const phraseMessages = {
  fileEmpty: (file: string) => `“${file}” không có dòng nào sau dòng tiêu đề. Đề nghị kiểm tra lại tệp.`,
  notText: (file: string) => `“${file}” không phải tệp văn bản UTF-8. Đề nghị lưu lại thành tệp .tsv mã UTF-8.`,
  tooLarge: (file: string, megabytes: number) =>
    `“${file}” lớn hơn ${megabytes} MB. Đề nghị chia tệp thành các phần nhỏ hơn.`,
};

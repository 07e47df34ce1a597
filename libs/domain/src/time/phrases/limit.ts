import type { PhraseCursor } from './cursor.js';
import type { Core } from './meaning.js';
import { readSpan } from './points.js';
import type { PhraseRule } from './rule.js';

/** "cuối giờ làm việc": the hour is a setting of the office. */
export const CLOSING = 'closing';

/** "20h00", "17 giờ 30", "16:30", "cuối giờ làm việc": 'HH:MM', or CLOSING. */
function readTime(cursor: PhraseCursor): string | null {
  if (cursor.oneOf('cuối giờ làm việc', 'hết giờ làm việc', 'giờ làm việc', 'cuối giờ hành chính') !== null) {
    cursor.oneOf('của');
    return CLOSING;
  }
  return cursor.attempt(() => {
    const hour = cursor.number(2);
    if (hour === null) return null;
    const separator = cursor.exactly('h', 'g') ?? (cursor.words('giờ') ? 'giờ' : cursor.mark(':'));
    if (separator === null) return null;
    const minute = cursor.number(2) ?? '0';
    cursor.oneOf('phút');
    cursor.mark(',');
    if (Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && Number(minute) > 0))
      return cursor.refuse(
        `Không có ${hour} giờ ${minute} trong ngày. Đề nghị Văn phòng xác định lại giờ.`,
        'no-such-day',
      );
    return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  });
}

const INCLUSIVE = [
  'chậm nhất là vào',
  'chậm nhất là đến',
  'chậm nhất đến hết',
  'chậm nhất là',
  'chậm nhất vào',
  'chậm nhất đến',
  'chậm nhất trong',
  'chậm nhất',
  'muộn nhất là',
  'muộn nhất vào',
  'muộn nhất',
  'không muộn hơn',
  'không quá',
  'cho đến hết',
  'đến hết',
  'cho đến',
  'đến',
  'tới',
  'hết',
];

interface LimitWord {
  readonly strict: boolean;
  /** Opened by "chậm nhất", "đến hết" … */
  readonly latest: boolean;
  /** A bare "đến": of a month or a year it may mean its beginning. */
  readonly loose: boolean;
}

/** How a limit opens: by "trước" (the day named is not counted) or by "chậm nhất", "đến hết" (it is). */
export function readLimitWord(cursor: PhraseCursor): LimitWord | null {
  const inclusive = cursor.oneOf(...INCLUSIVE);
  if (inclusive !== null) cursor.mark(':');
  const strict = cursor.words('trước');
  if (inclusive === null && !strict) return null;
  const loose = !strict && ['cho đến', 'đến', 'tới'].includes(inclusive ?? '');
  return { strict, latest: inclusive !== null, loose };
}

/** "Trước 30/5/2025" (strict); "Chậm nhất ngày 20/5/2025", "Đến hết tháng 5/2025" (inclusive); either with an hour. */
export const limit: PhraseRule = {
  family: 'limit',
  read(cursor, context): Core | null {
    const opening = readLimitWord(cursor);
    if (opening === null) return null;
    const time = readTime(cursor);
    if (time !== null) cursor.oneOf('của', 'vào');
    const span = readSpan(cursor, context);
    if (span === null || !cursor.end()) return null;
    const loose = opening.loose && span.unit !== 'day' && span.part === undefined ? { loose: true as const } : {};
    if (time === null) return { form: 'limit', strict: opening.strict, ...loose, span };
    // An hour is one instant: "before" and "by" it are the same, told apart only in words.
    return span.unit === 'day' ? { form: 'limit', strict: opening.strict && !opening.latest, span, time } : null;
  },
};

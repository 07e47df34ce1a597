import type { PhraseCursor } from './cursor.js';
import { readEvent } from './events.js';
import type { Core, Offset, PeriodEnd, Unit } from './meaning.js';
import { readCount } from './numbers.js';
import { readSpan } from './points.js';
import type { PhraseRule } from './rule.js';

const UNITS: readonly (readonly [string, Unit])[] = [
  ['ngày làm việc', 'working-day'],
  ['ngày', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['năm', 'year'],
  ['giờ', 'hour'],
];

/** "07 ngày", "mười lăm ngày làm việc", "03 tháng". */
export function readOffset(cursor: PhraseCursor): Offset | null {
  return cursor.attempt(() => {
    const amount = readCount(cursor);
    const unit = amount === null ? undefined : UNITS.find(([name]) => cursor.words(name))?.[1];
    return amount === null || unit === undefined ? null : { amount, unit };
  });
}

const WITHIN = [
  'chậm nhất là trong thời hạn',
  'chậm nhất trong thời hạn',
  'chậm nhất trong vòng',
  'chậm nhất là sau',
  'chậm nhất sau',
  'chậm nhất là',
  'chậm nhất',
  'muộn nhất là',
  'muộn nhất',
  'trong thời hạn không quá',
  'trong thời hạn',
  'trong thời gian',
  'trong vòng',
  'không quá',
  'tối đa',
  'trong',
  'thời hạn',
];
const SINCE = ['kể từ ngày', 'kể từ khi', 'tính từ ngày', 'tính từ khi', 'từ ngày', 'từ khi', 'sau ngày', 'sau khi'];

const PERIOD_ENDS: readonly (readonly [string, PeriodEnd])[] = [
  ['tháng', 'month'],
  ['quý', 'quarter'],
  ['năm', 'year'],
];

/** "kết thúc quý và 06 tháng": the ends of periods of the calendar, which return. */
function readPeriodEnds(cursor: PhraseCursor): PeriodEnd[] | null {
  return cursor.attempt(() => {
    if (!cursor.oneOf('kết thúc kỳ báo cáo', 'kết thúc')) return null;
    const ends: PeriodEnd[] = [];
    do {
      cursor.words('mỗi');
      const figures = cursor.number(2);
      const months = figures === null ? 0 : cursor.words('tháng') ? Number(figures) : -1;
      const end =
        months === 6
          ? 'half'
          : months === 9
            ? 'nine-months'
            : months !== 0
              ? undefined
              : PERIOD_ENDS.find(([name]) => cursor.words(name))?.[1];
      if (end === undefined) return null;
      cursor.oneOf('đầu năm');
      ends.push(end);
    } while (cursor.mark(',') !== null || cursor.words('và'));
    return ends;
  });
}

/** "30 ngày kể từ ngày ban hành Kế hoạch", "Chậm nhất là 105 ngày trước ngày bầu cử", "15 ngày kể từ ngày kết thúc quý". */
export const offset: PhraseRule = {
  family: 'offset',
  read(cursor, context): Core | null {
    cursor.oneOf(...WITHIN);
    const found = readOffset(cursor);
    if (found === null) return null;
    cursor.mark(',');
    const before = cursor.oneOf('trước ngày', 'trước khi');
    if (before !== null) {
      const anchor = readEvent(cursor, before.endsWith('khi') ? 'khi' : 'ngày', true, true);
      const back: Offset = { ...found, amount: -found.amount };
      return anchor === null || !cursor.end() ? null : { form: 'offset', offset: back, anchor };
    }
    const since = cursor.oneOf(...SINCE);
    if (since === null) {
      if (cursor.oneOf('kể từ', 'tính từ', 'từ', 'sau') === null) return null;
      const span = readSpan(cursor, context);
      if (span?.unit !== 'day' || !cursor.end()) return null;
      return { form: 'offset-from-date', offset: found, date: span.from };
    }
    const periods = readPeriodEnds(cursor);
    if (periods !== null) return cursor.end() ? { form: 'recurring-offset', offset: found, periods } : null;
    const day = cursor.attempt(() => readSpan(cursor, context));
    if (day?.unit === 'day') return cursor.end() ? { form: 'offset-from-date', offset: found, date: day.from } : null;
    const anchor = readEvent(cursor, since.endsWith('khi') ? 'khi' : 'ngày');
    return anchor === null || !cursor.end() ? null : { form: 'offset', offset: found, anchor };
  },
};

/** "Trước ngày bầu cử ít nhất 105 ngày", "Sau ngày bầu cử 07 ngày": the event first, then how far from it. */
export const offsetBehindEvent: PhraseRule = {
  family: 'offset-behind-event',
  read(cursor): Core | null {
    cursor.oneOf('chậm nhất');
    const opening = cursor.oneOf('trước ngày', 'trước khi');
    if (opening === null) return null;
    const anchor = readEvent(cursor, opening.endsWith('khi') ? 'khi' : 'ngày', false, true);
    if (anchor === null) return null;
    cursor.mark(',');
    cursor.oneOf('ít nhất là', 'ít nhất', 'tối thiểu là', 'tối thiểu', 'chậm nhất là', 'chậm nhất');
    const found = readOffset(cursor);
    if (found === null || !cursor.end()) return null;
    return { form: 'offset', offset: { ...found, amount: -found.amount }, anchor };
  },
};

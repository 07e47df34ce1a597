import { addDays, formatDate } from '../civil.js';
import { readDay } from './dates.js';
import { refuse, type PhraseRule } from './rule.js';

/** "Trước 30/5/2025", "Trước ngày 30 tháng 5 năm 2025": strict, never rolled forward. */
export const beforeDate: PhraseRule = {
  family: 'before-date',
  read(cursor, context) {
    if (!cursor.words('trước')) return null;
    cursor.words('ngày');
    const day = readDay(cursor, context);
    if (day === null || !cursor.end()) return null;
    if (day.kind !== 'day') return day.kind === 'impossible' ? refuse(day.reason) : null;
    return {
      spec: { kind: 'before-date', date: day.date },
      trace: [
        ...day.notes,
        `“Trước” không tính ngày được nêu: ngày cuối cùng là ${formatDate(addDays(day.date, -1))}, quá hạn từ 00:00 ngày ${formatDate(day.date)}.`,
        'Ngày cuối cùng trùng ngày nghỉ cũng không lùi sang ngày sau.',
      ],
    };
  },
};

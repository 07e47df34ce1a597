import { formatDate } from '../civil.js';
import { readMonth } from './dates.js';
import { refuse, type PhraseRule } from './rule.js';

/** "Tháng 5/2025", "Trong tháng 5 năm 2025": the whole month. */
export const period: PhraseRule = {
  family: 'period',
  read(cursor, context) {
    cursor.words('trong');
    const month = readMonth(cursor, context);
    if (month === null || !cursor.end()) return null;
    if (month.kind !== 'month') return month.kind === 'impossible' ? refuse(month.reason) : null;
    return {
      spec: { kind: 'period', from: month.from, lastDay: month.lastDay },
      trace: [
        ...month.notes,
        `Cả tháng: mở từ ${formatDate(month.from)}, ngày cuối cùng là ${formatDate(month.lastDay)} (Điều 148 Bộ luật Dân sự 2015).`,
      ],
    };
  },
};

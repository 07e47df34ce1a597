import { formatDate } from '../civil.js';
import { readDay, readMonth } from './dates.js';
import { readCompletion } from './events.js';
import { refuse, type PhraseRule } from './rule.js';

/** "Từ tháng 5/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy". */
export const fromUntilEvent: PhraseRule = {
  family: 'from-until-event',
  read(cursor, context) {
    if (!cursor.words('từ')) return null;
    const start = readMonth(cursor, context) ?? (cursor.words('ngày'), readDay(cursor, context));
    if (start === null || cursor.oneOf('cho đến khi', 'đến khi', 'cho tới khi', 'tới khi') === null) return null;
    const wording = readCompletion(cursor);
    if (wording === null || !cursor.end()) return null;
    if (start.kind === 'impossible') return refuse(start.reason);
    const from = start.kind === 'month' ? start.from : start.date;
    return {
      spec: { kind: 'from-until-event', from, event: wording.event },
      trace: [
        ...start.notes,
        `Mở từ ${formatDate(from)}.`,
        `Kết thúc cùng ngày ${wording.label}; chưa biết ngày đó thì công việc còn mở, không tính quá hạn.`,
      ],
    };
  },
};

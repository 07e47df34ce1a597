import { readCompletion, readProcess } from './events.js';
import type { PhraseRule } from './rule.js';

/** "(Thường xuyên) trong suốt quá trình sắp xếp tổ chức bộ máy … (cho đến khi hoàn thành)". */
export const duringProcess: PhraseRule = {
  family: 'during-process',
  read(cursor) {
    const monthly = cursor.words('thường xuyên');
    if (monthly) {
      cursor.mark(',');
      cursor.words('liên tục');
    }
    if (!cursor.words('trong suốt')) return null;
    const wording = readProcess(cursor);
    if (wording === null) return null;
    cursor.mark(',');
    const until = cursor.oneOf('cho đến khi', 'đến khi', 'cho tới khi', 'tới khi') !== null;
    if (until) {
      const ended = readCompletion(cursor);
      if (ended === null ? !cursor.words('hoàn thành') : ended.event !== wording.event) return null;
    }
    if (!cursor.end()) return null;
    const endImplied = !until;
    return {
      spec: { kind: monthly ? 'monthly-during-process' : 'during-process', event: wording.event, endImplied },
      trace: [
        ...(monthly ? ['“Thường xuyên”: mỗi tháng dương lịch một kỳ, mỗi kỳ ít nhất một minh chứng.'] : []),
        'Kế hoạch không nêu ngày bắt đầu quá trình: tính từ ngày ban hành kế hoạch.',
        endImplied
          ? `Không ghi “cho đến khi hoàn thành”: hiểu ngầm là kết thúc cùng ngày ${wording.label}.`
          : `Kết thúc cùng ngày ${wording.label}; chưa biết ngày đó thì công việc còn mở, không tính quá hạn.`,
      ],
    };
  },
};

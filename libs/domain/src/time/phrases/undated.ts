import { guidanceAnchor } from './events.js';
import type { Core } from './meaning.js';
import type { PhraseRule } from './rule.js';

const DEMAND = [
  'khi có (yêu cầu|đề nghị|chỉ đạo) [của|từ] {by}',
  'khi (có|được) (yêu cầu|đề nghị|chỉ đạo|giao)',
  'khi được (yêu cầu|giao|đề nghị)',
  'theo (yêu cầu|đề nghị) [của|từ] {by}',
  'theo yêu cầu',
  'khi [có] phát sinh',
  'khi phát sinh {what}',
  'khi có {what} phát sinh',
  'khi (cần|cần thiết|có nhu cầu)',
  'đột xuất [khi có yêu cầu]',
];

/** "Khi có yêu cầu", "Khi phát sinh", "đột xuất": one occurrence a request, no date. */
export const onDemand: PhraseRule = {
  family: 'on-demand',
  read(cursor): Core | null {
    const from = cursor.at;
    const found = DEMAND.some((pattern) =>
      cursor.attempt(() => (cursor.pattern(pattern) !== null && cursor.end() ? true : null)),
    );
    return found ? { form: 'on-demand', words: cursor.slice(from, cursor.at) } : null;
  },
};

const SOURCE =
  '(kế hoạch|hướng dẫn|quy định|tiến độ|lịch|chương trình|chỉ đạo|đề án|quyết định|thông báo|lộ trình|văn bản|công văn|nghị quyết|thời gian|thời hạn|chỉ thị|thông tư|nghị định|luật)';

/** "Theo Kế hoạch", "Theo hướng dẫn của Sở Nội vụ": the time stands in another document. */
export const byReference: PhraseRule = {
  family: 'by-reference',
  read(cursor): Core | null {
    if (cursor.oneOf('thực hiện theo', 'theo đúng', 'theo') === null) return null;
    const from = cursor.at;
    if ((cursor.pattern(`${SOURCE} {rest}`) ?? cursor.pattern(SOURCE)) === null || !cursor.end()) return null;
    const words = cursor.slice(from, cursor.at);
    const anchor = guidanceAnchor(words);
    return { form: 'reference', words, ...(anchor ? { anchor } : {}) };
  },
};

const VAGUE = [
  '[trong] thời gian (tới|sớm nhất|nhanh nhất)',
  'trong (giai đoạn|những năm|các năm|năm) tới',
  'trong thời gian sớm nhất [có thể]',
  '(sớm|sớm nhất|càng sớm càng tốt|kịp thời|khẩn trương|trước mắt|lâu dài|đúng thời hạn|đúng tiến độ|ngay|ngay lập tức)',
  '(đúng|kịp) (thời gian|tiến độ|thời hạn) [quy định]',
  'khi có điều kiện',
  'trong (ngắn hạn|dài hạn|trung hạn)',
];

/** "Trong thời gian tới", "kịp thời": words that name no day. */
export const vague: PhraseRule = {
  family: 'vague',
  read(cursor): Core | null {
    const from = cursor.at;
    const found = VAGUE.some((pattern) =>
      cursor.attempt(() => (cursor.pattern(pattern) !== null && cursor.end() ? true : null)),
    );
    return found ? { form: 'vague', words: cursor.slice(from, cursor.at) } : null;
  },
};

/** A blank cell, or one that only marks itself as blank. */
export const isBlank = (text: string): boolean =>
  /^[\s\-–—_.…/*]*$|^\(?\s*(?:ô trống|để trống|bỏ trống|trống|không ghi)\s*\)?$/iu.test(text);

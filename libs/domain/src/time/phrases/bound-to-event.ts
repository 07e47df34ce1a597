import type { PhraseCursor } from './cursor.js';
import { readEvent } from './events.js';
import type { Anchor, Core } from './meaning.js';
import { readSpan } from './points.js';
import type { PhraseRule } from './rule.js';

const UNTIL = ['cho đến khi', 'đến khi', 'cho tới khi', 'tới khi', 'cho đến ngày', 'đến ngày'];

function readUntil(cursor: PhraseCursor): Anchor | null {
  return cursor.attempt(() => {
    const until = cursor.oneOf(...UNTIL);
    return until === null ? null : readEvent(cursor, until.endsWith('khi') ? 'khi' : 'ngày');
  });
}

/** "Từ tháng 5/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy". */
export const fromUntilEvent: PhraseRule = {
  family: 'from-until-event',
  read(cursor, context): Core | null {
    if (cursor.oneOf('kể từ', 'từ') === null) return null;
    const from = readSpan(cursor, context);
    if (from === null || from.part !== undefined) return null;
    cursor.mark(',');
    const anchor = readUntil(cursor);
    return anchor === null || !cursor.end() ? null : { form: 'from-until-event', from, anchor };
  },
};

function readRegular(cursor: PhraseCursor): boolean {
  return cursor.oneOf('thường xuyên, liên tục', 'thường xuyên và liên tục', 'thường xuyên') !== null;
}

/** "(Thường xuyên) trong suốt quá trình sắp xếp tổ chức bộ máy … (cho đến khi hoàn thành)". */
export const duringProcess: PhraseRule = {
  family: 'during-process',
  read(cursor): Core | null {
    const regular = readRegular(cursor);
    if (cursor.oneOf('trong suốt quá trình', 'trong quá trình', 'suốt quá trình') === null) return null;
    const anchor = readEvent(cursor, 'quá trình');
    if (anchor === null) return null;
    cursor.mark(',');
    const until = cursor.oneOf('cho đến khi', 'đến khi', 'cho tới khi', 'tới khi') !== null;
    if (until) {
      const ended = readEvent(cursor, 'khi', false);
      if (ended === null ? !cursor.words('hoàn thành') : ended.event !== anchor.event) return null;
    }
    return cursor.end() ? { form: 'during', regular, endImplied: !until, anchor } : null;
  },
};

/** "Thường xuyên cho đến khi hoàn thành …", "Đến khi có hướng dẫn của Sở Nội vụ": no start is stated. */
export const untilEvent: PhraseRule = {
  family: 'until-event',
  read(cursor): Core | null {
    const regular = readRegular(cursor);
    cursor.mark(',');
    const anchor = readUntil(cursor);
    return anchor === null || !cursor.end() ? null : { form: 'until-event', regular, anchor };
  },
};

/** "Ngay sau khi hoàn thành …", "Sau khi hoàn thành …", "Ngay khi có hướng dẫn …", "Sau ngày bầu cử". */
export const afterEvent: PhraseRule = {
  family: 'after-event',
  read(cursor): Core | null {
    const opening = cursor.oneOf('ngay sau khi', 'ngay khi', 'sau khi', 'ngay sau ngày', 'sau ngày', 'khi');
    if (opening === null) return null;
    // A bare "khi" opens only what is known to be an event: "khi có yêu cầu" is another family.
    const anchor = readEvent(cursor, opening.endsWith('khi') ? 'khi' : 'ngày', opening !== 'khi');
    if (anchor === null || !cursor.end()) return null;
    return { form: 'after-event', immediate: opening.startsWith('ngay'), anchor };
  },
};

/** "Kể từ ngày quyết định có hiệu lực", "Từ ngày ký ban hành", "Từ khi hoàn thành …". */
export const fromEvent: PhraseRule = {
  family: 'from-event',
  read(cursor): Core | null {
    const opening = cursor.oneOf('kể từ ngày', 'kể từ khi', 'tính từ ngày', 'từ ngày', 'từ khi');
    if (opening === null) return null;
    const anchor = readEvent(cursor, opening.endsWith('khi') ? 'khi' : 'ngày');
    if (anchor === null) return null;
    cursor.oneOf('trở đi');
    return cursor.end() ? { form: 'from-event', anchor } : null;
  },
};

/** "Trước khi bàn giao", "Trước khi sắp xếp tổ chức bộ máy", "Trước ngày bầu cử". */
export const beforeEvent: PhraseRule = {
  family: 'before-event',
  read(cursor): Core | null {
    cursor.oneOf('chậm nhất', 'ngay');
    const opening = cursor.oneOf('trước khi', 'trước ngày');
    if (opening === null) return null;
    const anchor = readEvent(cursor, opening.endsWith('khi') ? 'khi' : 'ngày', opening === 'trước khi', true);
    return anchor === null || !cursor.end() ? null : { form: 'before-event', anchor };
  },
};

import { foldSpaces } from '../draft/fold.js';
import { afterEvent } from './phrases/after-event.js';
import { beforeDate } from './phrases/before-date.js';
import { PhraseCursor } from './phrases/cursor.js';
import { duringProcess } from './phrases/during-process.js';
import { fromUntilEvent } from './phrases/from-until-event.js';
import { period } from './phrases/period.js';
import type { PhraseContext, PhraseRule } from './phrases/rule.js';
import type { TimeReading } from './reading.js';

/** The families of phrases that are read. A new family is a new file and a line here. */
export const phraseRules: readonly PhraseRule[] = [beforeDate, period, fromUntilEvent, duringProcess, afterEvent];

/** Longer than any time cell of a plan: such a text is not a phrase of time. */
const MAX_PHRASE = 500;

function unreadable(phrase: string): TimeReading {
  const shown = foldSpaces(phrase);
  const ask =
    shown === ''
      ? 'Ô thời gian để trống. Đề nghị Văn phòng xác định thời gian thực hiện.'
      : `Chưa đọc được thời gian “${shown.length > 120 ? `${shown.slice(0, 120)}…` : shown}”. Đề nghị Văn phòng xác định ngày bắt đầu và thời hạn.`;
  return {
    phrase,
    spec: { kind: 'unreadable', ask },
    trace: ['Không khớp cách ghi thời gian nào đã biết; không suy đoán.'],
  };
}

/**
 * Reads a plan's phrase of time. Pure and total: what it cannot read comes back as `unreadable` with a question in
 * Vietnamese; it never guesses and never throws. `year` (of the plan) serves only phrases that print a day or a month
 * without its year.
 */
export function readPhrase(phrase: string, context: PhraseContext = {}): TimeReading {
  if (phrase.length > MAX_PHRASE) return unreadable(phrase);
  for (const rule of phraseRules) {
    const cursor = new PhraseCursor(phrase);
    const outcome = rule.read(cursor, context);
    if (outcome === null) continue;
    const marks = cursor.missingMarks ? ['Cụm từ viết thiếu dấu: đọc theo chữ có dấu.'] : [];
    return { phrase, spec: outcome.spec, trace: [...marks, ...outcome.trace] };
  }
  return unreadable(phrase);
}

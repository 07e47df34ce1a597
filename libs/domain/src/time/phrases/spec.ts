import { REORGANIZATION_COMPLETED, type DeadlineSpec, type EventName } from '../reading.js';
import type { Meaning } from './meaning.js';
import { wordsFor } from './print.js';
import { effective } from './stretch.js';

/** The events that the page can be told of. Others are read and named, and asked about, until docs/adr/0007 is built. */
const TOLD_EVENTS: ReadonlySet<EventName> = new Set([REORGANIZATION_COMPLETED]);

/** What a task can run by today. What only a person can turn into days is asked, with the reason. */
export function specOf(meaning: Meaning, ask: string | null): DeadlineSpec {
  const { core } = meaning;
  if ('anchor' in core && core.anchor !== undefined && !TOLD_EVENTS.has(core.anchor.event)) return notYet(meaning);
  if (core.form === 'after-event') return { kind: 'after-event', event: core.anchor.event, immediate: core.immediate };
  if (ask !== null) return { kind: 'unreadable', ask };
  switch (core.form) {
    case 'limit':
      // The ladder counts days: an hour within the last one is for a person to keep.
      if (core.time !== undefined) return notYet(meaning);
      return core.strict
        ? { kind: 'before-date', date: effective(core.span).from }
        : { kind: 'by-date', lastDay: effective(core.span).lastDay };
    case 'span':
      return { kind: 'period', ...effective(core.span) };
    case 'from-until-event':
      return { kind: 'from-until-event', from: core.from.from, event: core.anchor.event };
    case 'during':
      return {
        kind: core.regular ? 'monthly-during-process' : 'during-process',
        event: core.anchor.event,
        endImplied: core.endImplied,
      };
    default:
      return notYet(meaning);
  }
}

/** Read, but nothing runs by it yet: the words are shown and a day is asked. */
function notYet(meaning: Meaning): DeadlineSpec {
  return {
    kind: 'unreadable',
    ask: `“${wordsFor(meaning)}” chưa chạy được tự động. Đề nghị Văn phòng ấn định ngày bắt đầu và thời hạn.`,
  };
}

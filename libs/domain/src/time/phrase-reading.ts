import { VN_CALENDAR_2025_2027 } from './vn-calendar.js';
import type { WorkCalendar } from './calendar.js';
import { formatDate } from './civil.js';
import { askOf, rivalsOf, type Rival } from './phrases/ask.js';
import { explain } from './phrases/explain.js';
import { kindOf } from './phrases/kind.js';
import { processStart } from './phrases/events.js';
import type { Anchor, Meaning, PeriodEnd, PhraseKind } from './phrases/meaning.js';
import { DEFAULT_PHRASE_POLICY, type PhraseFacts, type PhrasePolicy } from './phrases/policy.js';
import { wordsFor } from './phrases/print.js';
import { readMeaning } from './phrases/read-meaning.js';
import { PERIOD_ANCHORS, resolvePhrase, type PhraseDays } from './phrases/resolve.js';
import type { CivilDate, EventName } from './reading.js';

/** What is known when a phrase is read on its own. */
export interface PhraseSetting {
  /** S. Gives the plan's year where `year` does not. */
  readonly issuedOn?: CivilDate;
  readonly year?: number;
  readonly calendar?: WorkCalendar;
  readonly policy?: Partial<PhrasePolicy>;
  readonly events?: Readonly<Record<EventName, CivilDate>>;
}

/** An event on which a phrase hangs, with the plan's own words for it. */
export interface NamedAnchor {
  readonly code: string;
  readonly event: EventName;
  readonly words: string;
  readonly role: 'opens' | 'ends' | 'counts';
}

/** A phrase of time in full: its days as far as they are known, and what a person must still decide. */
export interface PhraseReading extends PhraseDays {
  readonly phrase: string;
  readonly kind: PhraseKind;
  /** The same in the office's usual words; read again, it gives the same. */
  readonly words: string;
  readonly anchors: readonly NamedAnchor[];
  /** A target, not an obligation ("phấn đấu", "dự kiến"). */
  readonly soft: boolean;
  /** "(nếu có)" */
  readonly conditional: boolean;
  /** Why a person must decide; null where nobody must. */
  readonly ask: string | null;
  readonly rivals: readonly Rival[];
  readonly warnings: readonly string[];
  /** The pieces of a cell that states several times. */
  readonly parts: readonly PhrasePart[];
  readonly trace: readonly string[];
}

export interface PhrasePart extends PhraseDays {
  readonly kind: PhraseKind;
  readonly label: string | null;
  readonly words: string;
  readonly soft: boolean;
  readonly conditional: boolean;
}

const PERIOD_WORDS: Readonly<Record<PeriodEnd, string>> = {
  month: 'kết thúc tháng',
  quarter: 'kết thúc quý',
  half: 'kết thúc 6 tháng',
  'nine-months': 'kết thúc 9 tháng',
  year: 'kết thúc năm',
};

/** Every event that a meaning names, each once, with what it does. The beginning of a process is named by its end. */
export function namedAnchors({ core }: Meaning): NamedAnchor[] {
  const named = ({ code, event, words }: Anchor, role: NamedAnchor['role']): NamedAnchor => ({
    code,
    event,
    words,
    role,
  });
  switch (core.form) {
    case 'parts': {
      const all = core.parts.flatMap(namedAnchors);
      return all.filter((one, i) => all.findIndex(({ event, role }) => event === one.event && role === one.role) === i);
    }
    case 'recurring-offset':
      return core.periods.map((period) => {
        const code = PERIOD_ANCHORS[period];
        return { code, event: code, words: PERIOD_WORDS[period], role: 'counts' };
      });
    case 'during': {
      const start = processStart(core.anchor);
      return [...(start ? [named(start, 'opens')] : []), named(core.anchor, 'ends')];
    }
    case 'from-until-event':
    case 'until-event':
    case 'before-event':
      return [named(core.anchor, 'ends')];
    case 'after-event':
    case 'from-event':
      return [named(core.anchor, 'opens')];
    case 'offset':
      return [named(core.anchor, 'counts')];
    case 'reference':
      return core.anchor ? [named(core.anchor, 'opens')] : [];
    default:
      return [];
  }
}

function partOf(meaning: Meaning, facts: PhraseFacts): PhrasePart {
  const { label, soft, conditional } = meaning;
  return {
    ...resolvePhrase(meaning, facts),
    kind: kindOf(meaning),
    label: label ?? null,
    words: wordsFor(meaning),
    soft: soft === true,
    conditional: conditional === true,
  };
}

/** A date before the plan itself: kept as written, and shown. */
function warningsOf(lastDay: CivilDate | null, issuedOn: CivilDate | null): string[] {
  if (lastDay === null || issuedOn === null || lastDay >= issuedOn) return [];
  return [`Ngày cuối cùng ${formatDate(lastDay)} ở trước ngày ban hành ${formatDate(issuedOn)}.`];
}

/**
 * Reads a phrase of time in full. Pure and total: it never throws and never guesses; what the words leave open comes back
 * in `ask` and `rivals`.
 */
export function readPhraseInFull(phrase: string, setting: PhraseSetting = {}): PhraseReading {
  const issuedOn = setting.issuedOn ?? null;
  const year = setting.year ?? (issuedOn === null ? undefined : Number(issuedOn.slice(0, 4)));
  const facts: PhraseFacts = {
    issuedOn,
    calendar: setting.calendar ?? VN_CALENDAR_2025_2027,
    policy: { ...DEFAULT_PHRASE_POLICY, ...setting.policy },
    events: setting.events ?? {},
  };
  const { meaning, missingMarks, slips, notes, rivals } = readMeaning(phrase, year === undefined ? {} : { year });
  const days = resolvePhrase(meaning, facts);
  const parts = meaning.core.form === 'parts' ? meaning.core.parts : [];
  const offered = rivals.map((other): Rival => {
    const { opensOn, lastDay, lateFrom, anchor } = resolvePhrase(other, facts);
    return { why: `Có thể là “${wordsFor(other)}”.`, opensOn, lastDay, lateFrom, anchor };
  });
  const warnings = warningsOf(days.lastDay, issuedOn);
  return {
    phrase,
    kind: kindOf(meaning),
    words: wordsFor(meaning),
    ...days,
    anchors: namedAnchors(meaning),
    soft: meaning.soft === true || parts.some((part) => part.soft === true),
    conditional: meaning.conditional === true || parts.some((part) => part.conditional === true),
    ask: askOf(meaning),
    rivals: [...offered, ...rivalsOf(meaning, facts)],
    warnings,
    parts: parts.map((part) => partOf(part, facts)),
    trace: [...toleranceLines(missingMarks, slips), ...notes, ...explain(meaning), ...warnings],
  };
}

/** What has to be overlooked to read a phrase: missing marks, misspelt words. Empty where it is written as it should be. */
export function toleratedIn(phrase: string): string[] {
  const { missingMarks, slips } = readMeaning(phrase, { year: ANY_YEAR });
  // "hàng tháng" is a spelling of its own, not a slip to be shown.
  return toleranceLines(missingMarks, slips).filter((line) => !line.includes('“hàng”'));
}
const ANY_YEAR = 2028;

/** What the reader had to overlook. */
export function toleranceLines(missingMarks: boolean, slips: readonly string[]): string[] {
  return [...(missingMarks ? ['Cụm từ viết thiếu dấu: đọc theo chữ có dấu.'] : []), ...slips];
}

import { foldSpaces } from '../../draft/fold.js';
import { afterEvent, beforeEvent, duringProcess, fromEvent, fromUntilEvent, untilEvent } from './bound-to-event.js';
import { PhraseCursor, type Refusal } from './cursor.js';
import { isFragment } from './fragment.js';
import { takeLabel } from './label.js';
import { limit } from './limit.js';
import type { Core, Meaning } from './meaning.js';
import { offset, offsetBehindEvent } from './offset.js';
import { recurring, timesAPeriod } from './recurring.js';
import { quarterHalfYear, reportPeriods, reportWindow } from './report-list.js';
import type { PhraseContext, PhraseRule } from './rule.js';
import { ongoing, openFrom, range, stretch } from './stretch.js';
import { byReference, isBlank, onDemand, vague } from './undated.js';

/** The families of phrases that are read. A new family is a new file and a line here. */
export const phraseRules: readonly PhraseRule[] = [
  limit,
  stretch,
  range,
  openFrom,
  ongoing,
  fromUntilEvent,
  duringProcess,
  untilEvent,
  onDemand,
  offset,
  offsetBehindEvent,
  afterEvent,
  fromEvent,
  beforeEvent,
  recurring,
  timesAPeriod,
  reportPeriods,
  quarterHalfYear,
  reportWindow,
  byReference,
  vague,
];

/** What was read, and what had to be tolerated or taken from outside to read it. */
export interface Outcome {
  readonly meaning: Meaning;
  readonly missingMarks: boolean;
  readonly slips: readonly string[];
  readonly notes: readonly string[];
  /** Other things that the words may mean: offered to a person, never taken. */
  readonly rivals: readonly Meaning[];
}

/** Longer than any time cell of a plan: such a text is not a phrase of time. */
const MAX_PHRASE = 500;
const MAX_PARTS = 8;

/** A plan says the same phrase in many rows, and each is read for its deadline, its events and its findings. Bounded. */
const KEPT = 256;
const recent = new Map<string, Outcome>();

/** Reads a phrase of time. Pure and total: what it cannot read comes back as such, with nothing guessed. */
export function readMeaning(phrase: string, context: PhraseContext = {}): Outcome {
  const key = `${context.year ?? ''}:${phrase.slice(0, MAX_PHRASE + 1)}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const outcome = readAfresh(phrase, context);
  if (recent.size >= KEPT) recent.clear();
  recent.set(key, outcome);
  return outcome;
}

function readAfresh(phrase: string, context: PhraseContext): Outcome {
  const text = foldSpaces(phrase.slice(0, MAX_PHRASE + 1));
  if (phrase.length > MAX_PHRASE) return plain({ form: 'unreadable', words: text });
  if (isBlank(text)) return plain({ form: 'empty' });
  const { bare, ...modifiers } = takeModifiers(text);
  const modified = (outcome: Outcome): Outcome => ({ ...outcome, meaning: { ...outcome.meaning, ...modifiers } });

  const whole = readOne(bare, context, 'known');
  if (whole !== null && 'meaning' in whole) return modified(whole);
  // In a cell of several phrases each keeps its own "(nếu có)".
  const parts = readParts(text, context);
  if (parts !== null) return parts;
  if (whole !== null) return plain(refused(whole, text));
  if (isFragment(bare)) return plain({ form: 'fragment', words: text });
  const rivals = [...alternatives(bare, context), ...anyLabel(bare, context)];
  return { ...plain({ form: 'unreadable', words: text }), rivals };
}

const plain = (core: Core): Outcome => ({ meaning: { core }, missingMarks: false, slips: [], notes: [], rivals: [] });

function refused({ kind, reason }: Refusal, words: string): Core {
  return kind === 'no-such-day' ? { form: 'invalid', reason, words } : { form: 'unreadable', words, ask: reason };
}

const CONDITIONAL = /[,\s]*(?:\(\s*(?:nếu có|neu co|nếu phát sinh)\s*\)|(?<=\s)(?:nếu có|neu co))(?=[.;,\s]*$)/iu;
const SOFT = /[,\s]*\(\s*(?:phấn đấu|phan dau|phấn đấu hoàn thành|dự kiến|du kien)\s*\)(?=[.;,\s]*$)/iu;
const SOFT_FIRST = /^(?:phấn đấu đến|phấn đấu|phan dau|dự kiến|du kien|cố gắng)(?=\s)(?:\s+là(?=\s))?\s*/iu;

/** "(nếu có)" and "(phấn đấu)" say how the obligation holds, not when. */
function takeModifiers(text: string): { bare: string; conditional?: true; soft?: true } {
  const unconditional = text.replace(CONDITIONAL, '');
  const hard = unconditional.replace(SOFT, '').replace(SOFT_FIRST, (found) => (/đến\s*$/iu.test(found) ? 'đến ' : ''));
  if (hard.trim() === '') return { bare: text };
  return {
    bare: hard.trim(),
    ...(unconditional === text ? {} : { conditional: true as const }),
    ...(hard === unconditional ? {} : { soft: true as const }),
  };
}

/** One phrase of one family, with words of the work in front of it or without. */
function readOne(text: string, context: PhraseContext, labels: 'known' | 'any' | 'none'): Outcome | Refusal | null {
  const direct = readAt(text, 0, context);
  if (direct !== null || labels === 'none') return direct;
  const length = new PhraseCursor(text).length;
  for (let taken = 1; taken < length && taken <= 30; taken += 1) {
    const taking = takeLabel(text, taken, labels);
    if (taking === 'never') return null;
    if (taking === 'not-yet') continue;
    const found = readAt(text, taken, context);
    if (found === null) continue;
    return 'meaning' in found ? { ...found, meaning: { ...found.meaning, label: taking.label } } : found;
  }
  return null;
}

function readAt(text: string, at: number, context: PhraseContext): Outcome | Refusal | null {
  let refusal: Refusal | null = null;
  for (const rule of phraseRules) {
    const cursor = new PhraseCursor(text, at);
    const core = rule.read(cursor, context);
    refusal ??= cursor.refusal;
    if (core === null) continue;
    const { missingMarks, slips, notes } = cursor;
    return { meaning: { core }, missingMarks, slips, notes, rivals: [] };
  }
  return refusal;
}

/** Several phrases in one cell: parted by semicolons, or by commas and "và" where every piece reads. */
function readParts(text: string, context: PhraseContext): Outcome | null {
  const bySemicolon = text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (bySemicolon.length > 1) return joined(bySemicolon.map((piece) => readPart(piece, context)));
  const pieces = text.split(/\s*,\s*|\s+(?:và|va)\s+/iu);
  const joints = [...text.matchAll(/\s*,\s*|\s+(?:và|va)\s+/giu)].map(([joint]) => joint);
  if (pieces.length < 2 || pieces.length > MAX_PARTS) return null;
  return joined(partition(pieces, joints, context));
}

function readPart(piece: string, context: PhraseContext): Outcome | null {
  const { bare, ...modifiers } = takeModifiers(piece);
  const found = readOne(bare, context, 'any');
  if (found === null || !('meaning' in found)) return null;
  return { ...found, meaning: { ...found.meaning, ...modifiers } };
}

/** The pieces as the fewest neighbours-joined groups, two at least, each of which reads. */
function partition(pieces: readonly string[], joints: readonly string[], context: PhraseContext): (Outcome | null)[] {
  const best: ((Outcome | null)[] | null)[] = [[]];
  for (let end = 1; end <= pieces.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      if (!before || (start === 0 && end === pieces.length)) continue;
      const text = pieces.slice(start, end).reduce((left, right, i) => left + (joints[start + i - 1] ?? ' ') + right);
      const found = readPart(text, context);
      if (found !== null && (best[end]?.length ?? Infinity) > before.length + 1) best[end] = [...before, found];
    }
  }
  return best[pieces.length] ?? [null];
}

function joined(outcomes: readonly (Outcome | null)[]): Outcome | null {
  const found = outcomes.flatMap((outcome) => outcome ?? []);
  if (found.length < 2 || found.length !== outcomes.length) return null;
  return {
    meaning: { core: { form: 'parts', parts: found.flatMap((outcome) => flat(outcome.meaning)) } },
    missingMarks: found.some((outcome) => outcome.missingMarks),
    slips: [...new Set(found.flatMap((outcome) => outcome.slips))],
    notes: [...new Set(found.flatMap((outcome) => outcome.notes))],
    rivals: [],
  };
}

const flat = (meaning: Meaning): readonly Meaning[] => (meaning.core.form === 'parts' ? meaning.core.parts : [meaning]);

/** "30/5/2025 hoặc 30/6/2025": each is offered, none is taken. */
function alternatives(text: string, context: PhraseContext): Meaning[] {
  const pieces = text.split(/\s+(?:hoặc|hoac)\s+/iu);
  if (pieces.length < 2) return [];
  const found = pieces.map((piece) => readOne(piece, context, 'known'));
  return found.flatMap((one) => (one !== null && 'meaning' in one ? [one.meaning] : []));
}

/** Words that are no known opening, and then a time: the time is offered, for the words may change it ("không trước …"). */
function anyLabel(text: string, context: PhraseContext): Meaning[] {
  const found = readOne(text, context, 'any');
  return found !== null && 'meaning' in found ? [found.meaning] : [];
}

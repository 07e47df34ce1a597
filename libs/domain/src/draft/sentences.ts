import { readPhraseInFull } from '../time/phrase-reading.js';
import { readPhrase } from '../time/read-phrase.js';
import { foldMarks, foldSpaces } from './fold.js';
import type { BodyItem, DraftSentence, Span, UnitLexicon, UnitRef } from './types.js';

/** Words with which a phrase of time begins, without diacritics. */
const BEGINS = new Set(
  'truoc trong tu den thang quy nam ngay cham muon sau thuong hang dinh ke xong dau giua cuoi khi'.split(' '),
);
/** Longer than the longest phrase of time within a sentence. */
const MAX_WORDS = 18;
/** How far before a date the document it belongs to is looked for. */
const LOOK_BACK = 60;
/** Longer than any sentence a person wrote: only its words are offered. */
const MAX_SENTENCE = 1_500;
/** A plan in prose is a few pages; beyond this only the words are offered. */
const MAX_READ = 400;
/** "Chỉ thị số 02/CT-UBND ngày 14/4/2025": the date of a document cited is no deadline. */
const CITED = /\d+\S*\/\S*\p{Lu}\S*\s+$/u;

/** Sentences and clauses of a paragraph, each with its end. */
const sentencesOf = (text: string): string[] =>
  foldSpaces(text)
    .split(/(?<=[.;:!?])\s+(?=[-–•+\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

/** Kinds that a stretch of any sentence may seem to be. */
const NO_TIME: readonly string[] = ['UNREADABLE', 'EMPTY', 'VAGUE', 'FRAGMENT', 'BY_REFERENCE'];
const isTime = (phrase: string): boolean => !NO_TIME.includes(readPhraseInFull(phrase).kind);

/** The longest phrases of time, from the left, none within another. */
function timesIn(text: string, year: number | null): DraftSentence['times'] {
  const words = [...text.matchAll(/\S+/gu)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const found: DraftSentence['times'][number][] = [];
  for (let i = 0; i < words.length; i += 1) {
    const start = words[i];
    if (
      !start ||
      !BEGINS.has(foldMarks(text.slice(start.from, start.to))) ||
      CITED.test(text.slice(Math.max(0, start.from - LOOK_BACK), start.from))
    )
      continue;
    // A comma ends what was said of the time: an event's name could go on with any words.
    const comma = words.findIndex((word, at) => at >= i && /,$/u.test(text.slice(word.from, word.to)));
    const last = Math.min(i + MAX_WORDS, words.length, comma < 0 ? Infinity : comma + 1) - 1;
    for (let j = last; j >= i; j -= 1) {
      const phrase = text.slice(start.from, words[j]?.to).replace(/[.,;:)]+$/u, '');
      if (!isTime(phrase)) continue;
      const reading = readPhrase(phrase, year === null ? {} : { year });
      found.push({ from: start.from, to: start.from + phrase.length, reading });
      i = j;
      break;
    }
  }
  return found;
}

/** Names of the directory in a text: the longest first, none within another. */
function unitsIn(text: string, lexicon: UnitLexicon): DraftSentence['units'] {
  const lower = text.toLowerCase();
  const names = lexicon.entries
    .flatMap(({ code, kind, name, aliases }) =>
      [name, ...aliases].map((alias) => ({ code, kind, alias: alias.toLowerCase() })),
    )
    .sort((a, b) => b.alias.length - a.alias.length);
  const found: (Span & { ref: UnitRef })[] = [];
  for (const { code, kind, alias } of names) {
    for (let from = lower.indexOf(alias); from >= 0; from = lower.indexOf(alias, from + 1)) {
      const to = from + alias.length;
      const whole = !/\p{L}/u.test(lower[from - 1] ?? '') && !/\p{L}/u.test(lower[to] ?? '');
      const free = found.every((other) => to <= other.from || other.to <= from);
      if (whole && free) found.push({ from, to, ref: { kind, code, text: text.slice(from, to) } });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A plan's body sentence by sentence, with the phrases of time and the units each one names: offered, nothing decided. */
export function markSentences(body: readonly BodyItem[], lexicon: UnitLexicon, year: number | null): DraftSentence[] {
  const sentences: DraftSentence[] = [];
  for (const item of body) {
    for (const { text, places } of item.paragraphs) {
      const [place] = places;
      if (place === undefined) continue;
      for (const sentence of sentencesOf(text)) {
        const times = sentences.length < MAX_READ && sentence.length <= MAX_SENTENCE ? timesIn(sentence, year) : [];
        sentences.push({ text: sentence, place, bodyNo: item.no, times, units: unitsIn(sentence, lexicon) });
      }
    }
  }
  return sentences;
}

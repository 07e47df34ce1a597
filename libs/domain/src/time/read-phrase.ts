import { toleranceLines } from './phrase-reading.js';
import { askOf } from './phrases/ask.js';
import { explain } from './phrases/explain.js';
import { readMeaning } from './phrases/read-meaning.js';
import type { PhraseContext } from './phrases/rule.js';
import { specOf } from './phrases/spec.js';
import type { TimeReading } from './reading.js';

/**
 * Reads a row's phrase of time as a task can run by it. Pure and total: what cannot be followed without a person comes
 * back as `unreadable` with a question in Vietnamese; it never guesses and never throws. `year` (of the plan) serves only
 * phrases that print a day or a month without its year.
 */
export function readPhrase(phrase: string, context: PhraseContext = {}): TimeReading {
  const { meaning, missingMarks, slips, notes } = readMeaning(phrase, context);
  const spec = specOf(meaning, askOf(meaning));
  return { phrase, spec, trace: [...toleranceLines(missingMarks, slips), ...notes, ...explain(meaning)] };
}

import { wordsOf } from '../draft/fold.js';

/** Shared runs shorter than this are phrases that any plan repeats ("của các"). */
const RUN = 4;

function runsOf(words: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i += 1) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}

/** The part (0 to 1) of a text's words that stand in runs of words shared with another text. */
export function coverage(text: string, other: string): number {
  const words = wordsOf(text);
  const length = Math.min(RUN, words.length);
  if (length === 0) return 0;
  const runs = runsOf(wordsOf(other), length);
  const covered = new Set<number>();
  for (let i = 0; i + length <= words.length; i += 1) {
    if (!runs.has(words.slice(i, i + length).join(' '))) continue;
    for (let j = i; j < i + length; j += 1) covered.add(j);
  }
  return covered.size / words.length;
}

/** Sentences and clauses of a paragraph, notes in parentheses left out. */
export function clausesOf(text: string): string[] {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[.;:](?:\s+|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => wordsOf(clause).length >= 5);
}

import { compareWord, foldCase } from '../../draft/fold.js';

interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
}

function tokenise(phrase: string): Token[] {
  const pieces = foldCase(phrase).match(/\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu) ?? [];
  return pieces.map((text) => ({
    kind: /^\d/u.test(text) ? 'number' : /^\p{L}/u.test(text) ? 'word' : 'mark',
    text,
  }));
}

/**
 * A place in a phrase that grammar rules move forward. Case, spacing and Unicode form are folded; missing diacritics
 * are accepted and remembered, so that the trace can say so. Each method either moves past what it names, or stays.
 */
export class PhraseCursor {
  private readonly tokens: readonly Token[];
  private at = 0;
  private missing = false;

  constructor(phrase: string) {
    this.tokens = tokenise(phrase);
  }

  /** True when some word was written with fewer diacritics than it has. */
  get missingMarks(): boolean {
    return this.missing;
  }

  /** Moves past these words, in this order. */
  words(expected: string): boolean {
    const wanted = expected.split(' ');
    let missing = false;
    for (const [i, word] of wanted.entries()) {
      const token = this.tokens[this.at + i];
      if (token?.kind !== 'word') return false;
      const match = compareWord(token.text, word);
      if (match === 'other') return false;
      if (match === 'fewer-marks') missing = true;
    }
    this.at += wanted.length;
    this.missing ||= missing;
    return true;
  }

  /** Moves past the first of these that stands here; longer ones first. */
  oneOf(...alternatives: readonly string[]): string | null {
    return alternatives.find((words) => this.words(words)) ?? null;
  }

  /** Moves past one of these marks and returns it. */
  mark(marks: string): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  /** Moves past a whole number of at most `digits` digits and returns its digits. */
  number(digits: number): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'number' || token.text.length > digits) return null;
    this.at += 1;
    return token.text;
  }

  /** True when nothing but closing punctuation is left. */
  end(): boolean {
    return this.tokens.slice(this.at).every((token) => token.kind === 'mark' && '.;,'.includes(token.text));
  }

  /** Runs a piece of grammar; where it fails (null or false) the cursor goes back. */
  attempt<T>(read: () => T | null): T | null {
    const { at, missing } = this;
    const result = read();
    if (result === null || result === false) {
      this.at = at;
      this.missing = missing;
      return null;
    }
    return result;
  }
}

import { compareWord, foldMarks } from '../../draft/fold.js';
import { compilePattern, type PatternNode } from './pattern.js';
import { misspellings } from './misspellings.js';
import { tokensOf, type Token } from './tokens.js';

/** The grammar's own words without diacritics: a small closed set, worked out once. */
const bareWords = new Map<string, string>();
function bareOf(word: string): string {
  let bare = bareWords.get(word);
  if (bare === undefined) bareWords.set(word, (bare = foldMarks(word)));
  return bare;
}

/** Why something of a known form cannot be taken: the calendar has no such day, or the words leave it open. */
export interface Refusal {
  readonly kind: 'no-such-day' | 'unclear';
  readonly reason: string;
}

interface Mood {
  readonly at: number;
  readonly missing: boolean;
  readonly slips: readonly string[];
  readonly notes: readonly string[];
}

/**
 * A place in a phrase that grammar rules move forward. Case, spacing and Unicode form are folded; missing diacritics and
 * usual misspellings are accepted and remembered, so that the trace can say so. Each method either moves past what it
 * names, or stays.
 */
export class PhraseCursor {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private mood: Mood = { at: 0, missing: false, slips: [], notes: [] };
  /** Why something of a known form can mean no day ("31/6"). The first stands: it outlives backtracking. */
  private refused: Refusal | null = null;

  constructor(phrase: string, at = 0) {
    const { text, tokens } = tokensOf(phrase);
    this.text = text;
    this.tokens = tokens;
    this.mood = { ...this.mood, at };
  }

  /** True when some word was written with fewer diacritics than it has. */
  get missingMarks(): boolean {
    return this.mood.missing;
  }

  /** Misspelt words that were read as another: "“quí” đọc là “quý”". */
  get slips(): readonly string[] {
    return this.mood.slips;
  }

  /** What was taken from outside the phrase ("không ghi năm: …"). */
  get notes(): readonly string[] {
    return this.mood.notes;
  }

  get refusal(): Refusal | null {
    return this.refused;
  }

  get length(): number {
    return this.tokens.length;
  }

  note(text: string): void {
    if (!this.mood.notes.includes(text)) this.mood = { ...this.mood, notes: [...this.mood.notes, text] };
  }

  /** Of a known form, and impossible: null, so that a rule can return it. */
  refuse(reason: string, kind: Refusal['kind'] = 'unclear'): null {
    this.refused ??= { reason, kind };
    return null;
  }

  /** Moves past these words, in this order. */
  words(expected: string): boolean {
    const before = this.mood;
    for (const word of expected.replaceAll(',', ' ,').split(' ')) {
      if (word === ',' ? this.mark(',') !== null : this.word(word)) continue;
      this.mood = before;
      return false;
    }
    return true;
  }

  private word(expected: string): boolean {
    const token = this.tokens[this.mood.at];
    if (token?.kind !== 'word') return false;
    if (misspellings[token.text] === expected) {
      const slip = `Chữ “${token.text}” đọc là “${expected}”.`;
      const slips = this.mood.slips.includes(slip) ? this.mood.slips : [...this.mood.slips, slip];
      this.mood = { ...this.mood, at: this.mood.at + 1, slips };
      return true;
    }
    const same = token.bare === bareOf(expected) ? compareWord(token.text, expected) : 'other';
    if (same === 'other') return false;
    const missing = this.mood.missing || same === 'fewer-marks';
    this.mood = { ...this.mood, at: this.mood.at + 1, missing };
    return true;
  }

  /** Moves past these words only with every mark: "sau" is no "sáu", though "thang" is "tháng". */
  exactWords(expected: string): boolean {
    const before = this.mood;
    if (this.words(expected) && this.mood.missing === before.missing && this.mood.slips === before.slips) return true;
    this.mood = before;
    return false;
  }

  /** Moves past the first of these that stands here; longer ones first. */
  oneOf(...alternatives: readonly string[]): string | null {
    return alternatives.find((words) => this.words(words)) ?? null;
  }

  /** Moves past one of these marks and returns it. */
  mark(marks: string): string | null {
    const token = this.tokens[this.mood.at];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return null;
    this.mood = { ...this.mood, at: this.mood.at + 1 };
    return token.text;
  }

  /** Moves past a whole number of at most `digits` digits and returns its digits. */
  number(digits: number): string | null {
    const token = this.tokens[this.mood.at];
    if (token?.kind !== 'number' || token.text.length > digits) return null;
    this.mood = { ...this.mood, at: this.mood.at + 1 };
    return token.text;
  }

  /** Moves past a word written exactly so, and returns it: Roman figures, "h" between figures. */
  exactly(...texts: readonly string[]): string | null {
    const token = this.tokens[this.mood.at];
    if (token?.kind !== 'word' || !texts.includes(token.text)) return null;
    this.mood = { ...this.mood, at: this.mood.at + 1 };
    return token.text;
  }

  /**
   * Moves past a pattern: words, "[a|b]" optional, "(a|b)" one of, "{name}" one or more words of any kind (the fewest that
   * let the rest match; the last one takes all up to a mark that ends a clause). Returns the words the slots took.
   */
  pattern(pattern: string): Readonly<Record<string, string>> | null {
    const slots: Record<string, string> = {};
    return this.attempt(() => (this.match(compilePattern(pattern), 0, slots) ? slots : null));
  }

  private match(nodes: readonly PatternNode[], i: number, slots: Record<string, string>): boolean {
    const node = nodes[i];
    if (node === undefined) return true;
    const before = this.mood;
    if (node.kind === 'choice') {
      for (const words of node.words) {
        if (this.words(words) && this.match(nodes, i + 1, slots)) return true;
        this.mood = before;
      }
      return node.optional && this.match(nodes, i + 1, slots);
    }
    const most = this.clauseEnd() - before.at;
    const first = i === nodes.length - 1 ? most : 1;
    for (let taken = Math.max(first, 1); taken <= most; taken += 1) {
      this.mood = { ...before, at: before.at + taken };
      if (this.match(nodes, i + 1, slots)) {
        slots[node.name] = this.slice(before.at, before.at + taken);
        return true;
      }
    }
    this.mood = before;
    return false;
  }

  /** The first token from here that ends a clause, or the end. */
  private clauseEnd(): number {
    let at = this.mood.at;
    for (; at < this.tokens.length; at += 1) {
      const token = this.tokens[at]!;
      if (token.kind === 'mark' && '.;:()'.includes(token.text)) break;
    }
    while (at > this.mood.at && this.tokens[at - 1]?.text === ',') at -= 1;
    return at;
  }

  /** The original words from one token to before another. */
  slice(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first && last ? this.text.slice(first.start, last.end) : '';
  }

  get at(): number {
    return this.mood.at;
  }

  /** True when nothing but closing punctuation is left. */
  end(): boolean {
    return this.tokens.slice(this.mood.at).every((token) => token.kind === 'mark' && '.;,'.includes(token.text));
  }

  /** Whether a piece of grammar would read from here; the cursor stays. */
  ahead(read: () => boolean): boolean {
    const before = this.mood;
    const reads = read();
    this.mood = before;
    return reads;
  }

  /** Runs a piece of grammar; where it fails (null or false) the cursor goes back. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.mood;
    const result = read();
    if (result === null || result === false) {
      this.mood = before;
      return null;
    }
    return result;
  }
}

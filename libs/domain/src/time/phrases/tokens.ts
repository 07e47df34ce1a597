import { foldMarks, foldSpaces } from '../../draft/fold.js';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** Lower case, NFC. */
  readonly text: string;
  /** As `text`, without diacritics: what two spellings must share to be compared at all. */
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

function tokenise(folded: string): Token[] {
  return [...folded.matchAll(/\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu)].map(({ 0: piece, index }) => {
    const text = piece.toLowerCase();
    const kind = /^\d/u.test(text) ? 'number' : /^\p{L}/u.test(text) ? 'word' : 'mark';
    return { kind, text, bare: kind === 'word' ? foldMarks(text) : text, start: index, end: index + piece.length };
  });
}

interface Tokenised {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** One phrase is read by many rules from many places: its tokens are made once. Bounded, so that it may serve for ever. */
const KEPT = 64;
const recent = new Map<string, Tokenised>();

/** The words, numbers and marks of a phrase, with the phrase itself in NFC and single spaces. */
export function tokensOf(phrase: string): Tokenised {
  let found = recent.get(phrase);
  if (found === undefined) {
    const text = foldSpaces(phrase);
    found = { text, tokens: tokenise(text) };
    if (recent.size >= KEPT) recent.clear();
    recent.set(phrase, found);
  }
  return found;
}

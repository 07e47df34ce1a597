import type { PhraseCursor } from './cursor.js';
import type { Core } from './meaning.js';

/** What is known outside the phrase: the plan's year, for a phrase that prints none. */
export interface PhraseContext {
  readonly year?: number;
}

/**
 * One family of phrases. A rule reads the whole phrase or returns null; it never takes a part and drops the rest.
 * Families are disjoint: no phrase is read by two.
 */
export interface PhraseRule {
  readonly family: string;
  read(cursor: PhraseCursor, context: PhraseContext): Core | null;
}

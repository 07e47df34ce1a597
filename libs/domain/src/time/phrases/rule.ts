import type { DeadlineSpec } from '../reading.js';
import type { PhraseCursor } from './cursor.js';

/** What is known outside the phrase: the plan's year, for a phrase that prints none. */
export interface PhraseContext {
  readonly year?: number;
}

/** A phrase understood: its meaning, and how it was reached, in order, for a person. */
export interface PhraseOutcome {
  readonly spec: DeadlineSpec;
  readonly trace: readonly string[];
}

/**
 * One family of phrases. A rule reads the whole phrase or returns null; it never takes a part and drops the rest.
 * Families are disjoint: no phrase is read by two.
 */
export interface PhraseRule {
  readonly family: string;
  read(cursor: PhraseCursor, context: PhraseContext): PhraseOutcome | null;
}

/** The phrase has a known form but cannot mean a day: say why and ask. */
export function refuse(reason: string): PhraseOutcome {
  return { spec: { kind: 'unreadable', ask: reason }, trace: [reason] };
}

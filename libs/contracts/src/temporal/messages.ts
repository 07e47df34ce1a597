import { defineQuery, defineSignal } from '@temporalio/workflow';

/**
 * "Look at the facts again." It carries nothing to act upon: lost, late or doubled pokes are harmless. The sequence (the
 * version of the task or plan that was written) only tells a reader of the history which change it came from.
 */
export interface Poke {
  readonly sequence: number;
}

export type LoopPhase = 'settling' | 'waiting' | 'failing' | 'closed';

/** What a workflow says of itself; the facts are in PostgreSQL. */
export interface LoopState {
  readonly phase: LoopPhase;
  /** The latest sequence a poke carried, 0 before the first. */
  readonly sequence: number;
  /** Settles that succeeded in this run. */
  readonly settles: number;
  /** Settles that failed since the last that succeeded. */
  readonly failures: number;
  /** Code of the last failure, null after a success. */
  readonly lastError: string | null;
  /** What the loop waits for at most, in ms; null while nothing but a poke ends the wait. */
  readonly waitMs: number | null;
}

/** Of the plan's workflow: also how many tasks have not applied the latest event yet. */
export interface PlanLoopState extends LoopState {
  readonly behind: number;
}

/** Of the digest's workflow: also whether mails are on their way. */
export interface DigestLoopState extends LoopState {
  readonly sending: boolean;
}

export const pokeSignal = defineSignal<[Poke]>('poke');
export const stateQuery = defineQuery<LoopState>('state');

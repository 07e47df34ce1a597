import type { LocalActivityOptions } from '@temporalio/workflow';

/**
 * A settle is one short transaction (statements end after 3 s). Three quick attempts heal a deadlock or a lost connection;
 * longer troubles are the loop's, whose wait, unlike a retry's, is ended by a poke.
 */
export const SETTLE_OPTIONS: LocalActivityOptions = {
  startToCloseTimeout: 4_000,
  scheduleToCloseTimeout: 5_000,
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumAttempts: 3 },
};

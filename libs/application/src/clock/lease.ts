/** A rehearsal's clock that nobody has kept for so long stands still. */
export const LEASE_SECONDS = 30;

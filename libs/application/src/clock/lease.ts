import type { AppContext } from '../context.js';

/** A rehearsal's clock that nobody has kept for so long stands still. */
export const LEASE_SECONDS = 30;

/** Lets a rehearsal's clock run on unkept for longer: a first start needs time between its seed and its worker. */
export async function lendLease(ctx: AppContext, planId: string, seconds: number): Promise<void> {
  await ctx.db.query(
    `UPDATE plan_clock SET lease_until = clock_timestamp() + $2 * interval '1 second' WHERE plan_id = $1`,
    [planId, seconds],
  );
}

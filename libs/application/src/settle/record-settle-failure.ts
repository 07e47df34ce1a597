import type { AppContext } from '../context.js';

const LONGEST_ERROR = 2_000;

/** Keeps what a settle failed with, for the Office and the operator; the next settle that succeeds clears it. */
export async function recordSettleFailure(
  ctx: AppContext,
  input: {
    readonly planId: string;
    /** null: the plan's own settle. */
    readonly taskId: string | null;
    readonly generation: string;
    readonly error: string;
  },
): Promise<void> {
  const table = input.taskId === null ? 'plan' : 'task';
  await ctx.db.query(
    `UPDATE ${table} SET last_error = $3, failing_since = coalesce(failing_since, clock_timestamp()),
       error_count = error_count + 1
     WHERE id = $1 AND generation = $2`,
    [input.taskId ?? input.planId, input.generation, input.error.slice(0, LONGEST_ERROR)],
  );
}

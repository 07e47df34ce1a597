import { planNow } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import { SYSTEM_ACTOR } from '../context.js';
import type { AppContext, PokeTarget } from '../context.js';
import { lockPlan } from '../core/locks.js';
import { appendPlanEvent } from '../core/plan-change.js';
import { loadFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';
import { appendSegment } from './change-clock.js';
import { LEASE_SECONDS } from './lease.js';

/**
 * The heartbeat of every rehearsal's clock: call it every few seconds. A clock whose lease ran out (all was stopped) is
 * reopened paused at its last instant, so that nobody comes back to a year that has gone by. Returns those reopened.
 */
export async function keepRehearsalClocks(ctx: AppContext): Promise<{ reopened: string[] }> {
  await ctx.db.query(
    `UPDATE plan_clock c SET lease_until = clock_timestamp() + $1 * interval '1 second'
     FROM plan p WHERE p.id = c.plan_id AND p.status IN ('running', 'suspended') AND c.lease_until >= clock_timestamp()`,
    [LEASE_SECONDS],
  );
  const expired = await sqlRows<{ planId: string }>(
    ctx.db,
    `SELECT c.plan_id AS "planId" FROM plan_clock c JOIN plan p ON p.id = c.plan_id
     WHERE p.status IN ('running', 'suspended') AND c.lease_until < clock_timestamp() ORDER BY c.plan_id`,
  );
  const reopened: string[] = [];
  for (const { planId } of expired) if (await reopenPaused(ctx, planId)) reopened.push(planId);
  return { reopened };
}

async function reopenPaused(ctx: AppContext, planId: string): Promise<boolean> {
  const targets = await inTransaction(ctx, async (em): Promise<PokeTarget[] | null> => {
    await lockPlan(em, planId, 'exclusive');
    const frame = await loadFrame(em, planId);
    const { leaseUntil } = frame.clock;
    if (frame.status === 'closed' || leaseUntil === null || leaseUntil >= frame.realNow) return null;
    await em.query(
      `UPDATE plan_clock SET lease_until = clock_timestamp() + $2 * interval '1 second' WHERE plan_id = $1`,
      [planId, LEASE_SECONDS],
    );
    // A clock that stood anyway has nothing to tell.
    if ((frame.clock.segments.at(-1)?.rate ?? 0) === 0) return null;
    const at = planNow(frame.clock, frame.realNow);
    await appendSegment(em, frame, { planFrom: at, rate: 0, realFrom: leaseUntil });
    const change = {
      kind: 'clock',
      data: { act: 'lease-ran-out', rate: 0, from: at, to: at },
      commandId: null,
    } as const;
    return (await appendPlanEvent(em, SYSTEM_ACTOR, frame, change)).targets;
  });
  if (targets === null) return false;
  ctx.poke?.(targets);
  return true;
}

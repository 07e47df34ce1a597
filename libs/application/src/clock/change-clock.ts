import { DomainError, planNow } from '@don-doc/domain';
import type { EpochMs } from '@don-doc/domain';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { loadTasks } from '../core/load-task.js';
import type { PlanChange } from '../core/plan-change.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { nextPlannedAt } from '../core/planned.js';
import { changePlan } from '../plan/change-plan.js';
import type { PlanActAnswer } from '../plan/change-plan.js';
import { LEASE_SECONDS } from './lease.js';

export type ClockAct =
  | { readonly act: 'pause' }
  | { readonly act: 'rate'; readonly rate: number }
  | { readonly act: 'jump'; readonly to: EpochMs }
  | { readonly act: 'jump-to-next-alarm' };

export type ChangeClockInput = ClockAct & { readonly commandId: string; readonly planId: string };

/**
 * A rehearsal's clock is paused, quickened or moved forward; never back.
 * @throws DomainError FORBIDDEN, CLOCK_IS_REAL, PLAN_CLOSED, CLOCK_BACKWARD, NO_NEXT_ALARM
 */
export async function changeClock(ctx: AppContext, actor: Actor, input: ChangeClockInput): Promise<PlanActAnswer> {
  requireRole(actor, 'office');
  return changePlan(ctx, actor, {
    kind: 'clock',
    commandId: input.commandId,
    planId: input.planId,
    change: (em, frame) => turn(em, frame, input),
  });
}

async function turn(em: EntityManager, frame: PlanFrame, act: ClockAct): Promise<Omit<PlanChange, 'commandId'>> {
  if (!frame.isRehearsal) throw new DomainError('CLOCK_IS_REAL', { planId: frame.id });
  if (frame.status === 'closed') throw new DomainError('PLAN_CLOSED', { planId: frame.id });
  const current = frame.clock.segments.at(-1)?.rate ?? 0;
  const rate = act.act === 'pause' ? 0 : act.act === 'rate' ? act.rate : current;
  // Where the lease ran out the clock stood; it goes on from there.
  const now = planNow(frame.clock, frame.realNow);
  const to = act.act === 'jump' ? act.to : act.act === 'jump-to-next-alarm' ? await nextAlarm(em, frame) : now;
  if (to < now) throw new DomainError('CLOCK_BACKWARD', { now, to });
  await appendSegment(em, frame, { planFrom: to, rate });
  await em.query(
    `UPDATE plan_clock SET lease_until = clock_timestamp() + $2 * interval '1 second' WHERE plan_id = $1`,
    [frame.id, LEASE_SECONDS],
  );
  return { kind: 'clock', data: { act: act.act, rate, from: now, to } };
}

/** Appended from the instant the frame was read at. */
export async function appendSegment(
  em: EntityManager,
  frame: PlanFrame,
  segment: { readonly planFrom: EpochMs; readonly rate: number; readonly realFrom?: EpochMs },
): Promise<void> {
  await em.query(
    `INSERT INTO clock_segment (plan_id, seq, real_from, plan_from, rate)
     SELECT $1, coalesce(max(seq), 0) + 1, ${fromEpochMs('$2')}, ${fromEpochMs('$3')}, $4
     FROM clock_segment WHERE plan_id = $1`,
    [frame.id, segment.realFrom ?? frame.realNow, segment.planFrom, segment.rate],
  );
}

/** The next instant at which anybody is reminded of anything. */
async function nextAlarm(em: EntityManager, frame: PlanFrame): Promise<EpochMs> {
  const tasks = (await loadTasks(em, frame.id)).filter(({ closed }) => !closed);
  const next = nextPlannedAt(
    frame,
    tasks.map(({ model }) => model),
  );
  if (next === null) throw new DomainError('NO_NEXT_ALARM', { planId: frame.id });
  return next;
}

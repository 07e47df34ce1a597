import { DomainError } from '@don-doc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { changePlan } from './change-plan.js';
import type { PlanActAnswer } from './change-plan.js';

export interface PlanActInput {
  readonly commandId: string;
  readonly planId: string;
  readonly reason: string;
}

type Status = PlanFrame['status'];

/** Deadlines run on; alarms are recorded as suppressed. @throws DomainError FORBIDDEN, PLAN_NOT_IN_STATE */
export const suspendPlan = (ctx: AppContext, actor: Actor, input: PlanActInput): Promise<PlanActAnswer> =>
  move(ctx, actor, input, 'suspend', 'suspended', ['running'], 'suspended');

/** Of what was suppressed only the gravest is sent. @throws DomainError FORBIDDEN, PLAN_NOT_IN_STATE */
export const resumePlan = (ctx: AppContext, actor: Actor, input: PlanActInput): Promise<PlanActAnswer> =>
  move(ctx, actor, input, 'resume', 'resumed', ['suspended'], 'running');

/** The end of every workflow of the plan. @throws DomainError FORBIDDEN, PLAN_NOT_IN_STATE */
export const closePlan = (ctx: AppContext, actor: Actor, input: PlanActInput): Promise<PlanActAnswer> =>
  move(ctx, actor, input, 'close', 'closed', ['running', 'suspended'], 'closed');

async function move(
  ctx: AppContext,
  actor: Actor,
  input: PlanActInput,
  act: 'suspend' | 'resume' | 'close',
  kind: 'suspended' | 'resumed' | 'closed',
  from: readonly Status[],
  to: Status,
): Promise<PlanActAnswer> {
  requireRole(actor, 'office', 'director');
  return changePlan(ctx, actor, {
    kind: act,
    commandId: input.commandId,
    planId: input.planId,
    change: async (em, frame) => {
      if (!from.includes(frame.status))
        throw new DomainError(frame.status === 'closed' ? 'PLAN_CLOSED' : 'PLAN_NOT_IN_STATE', {
          planId: frame.id,
          act,
          status: frame.status,
        });
      await setStatus(em, frame.id, to);
      return { kind, note: input.reason };
    },
  });
}

async function setStatus(em: EntityManager, planId: string, status: Status): Promise<void> {
  await em.query('UPDATE plan SET status = $2 WHERE id = $1', [planId, status]);
}

import type { EpochMs } from '@don-doc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { answeredBefore, recordCommand } from '../core/command-log.js';
import { lockPlan } from '../core/locks.js';
import { appendPlanEvent } from '../core/plan-change.js';
import type { PlanChange } from '../core/plan-change.js';
import { loadFrame } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';

export interface PlanActAnswer {
  readonly planId: string;
  readonly seq: number;
  /** On the plan's clock. */
  readonly at: EpochMs;
}

export interface PlanAct {
  readonly kind: string;
  readonly commandId: string;
  readonly planId: string;
  /** Checks the act against the plan as it stands, writes what goes with it, and says what the log keeps. */
  readonly change: (em: EntityManager, frame: PlanFrame) => Promise<Omit<PlanChange, 'commandId'>>;
}

/** The one way of what concerns a whole plan: the exclusive lock, the log, an outbox row for every task. */
export async function changePlan(ctx: AppContext, actor: Actor, act: PlanAct): Promise<PlanActAnswer> {
  const { answer, targets } = await inTransaction(ctx, async (em) => {
    await lockPlan(em, act.planId, 'exclusive');
    const before = await answeredBefore<PlanActAnswer>(em, actor, act.kind, act.commandId);
    if (before) return { answer: before, targets: [] };
    const frame = await loadFrame(em, act.planId);
    const change = await act.change(em, frame);
    const {
      at,
      seq,
      targets: woken,
    } = await appendPlanEvent(em, actor, frame, { ...change, commandId: act.commandId });
    const told: PlanActAnswer = { planId: frame.id, seq, at };
    await recordCommand(em, actor, {
      commandId: act.commandId,
      kind: act.kind,
      planId: frame.id,
      taskId: null,
      at,
      answered: { ...told },
    });
    return { answer: told, targets: woken };
  });
  if (targets.length > 0) ctx.poke?.(targets);
  return answer;
}

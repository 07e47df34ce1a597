import { DomainError } from '@don-doc/domain';
import type { AmendmentChange } from '@don-doc/contracts/http';
import { fromEpochMs, sqlRow, sqlRows } from '@don-doc/persistence';
import type { AmendmentDocumentKind, AmendmentStatus } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext, PokeTarget } from '../context.js';
import { requireRole } from '../core/authority.js';
import { answeredBefore, recordCommand } from '../core/command-log.js';
import { insertAudit } from '../core/history.js';
import { lockPlan } from '../core/locks.js';
import { appendPlanEvent } from '../core/plan-change.js';
import { loadFrame } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';
import { amendedRows, amendTasks, saveAmendment } from './apply-amendment.js';
import { drawAmendment } from './draw-amendment.js';

export interface DecideAmendmentInput {
  readonly commandId: string;
  readonly planId: string;
  readonly amendmentId: string;
  readonly note: string | null;
}

interface Proposal {
  readonly status: AmendmentStatus;
  readonly kind: AmendmentDocumentKind;
  readonly code: string;
  readonly on: string;
  readonly reason: string;
  readonly changes: readonly AmendmentChange[];
}

interface Answer extends Readonly<Record<string, unknown>> {
  readonly amendmentId: string;
}

/**
 * The Director confirms: the amendment is drawn anew against the plan as it now stands and applied to it in one
 * transaction; every task it touches is settled up to its instant first, and new tasks get a workflow each.
 * @throws DomainError FORBIDDEN, AMENDMENT_UNKNOWN, AMENDMENT_DECIDED, PLAN_CLOSED, those of drawAmendment and amendTask
 */
export async function confirmAmendment(ctx: AppContext, actor: Actor, input: DecideAmendmentInput): Promise<Answer> {
  const { answer, targets } = await decide(ctx, actor, 'confirm-amendment', input, async (em, proposal) => {
    const frame = await loadFrame(em, input.planId);
    if (frame.status === 'closed') throw new DomainError('PLAN_CLOSED', { planId: frame.id });
    const document = { documentKind: proposal.kind, code: proposal.code, issuedOn: proposal.on };
    const { at, targets } = await appendPlanEvent(em, actor, frame, {
      kind: 'amended',
      document: proposal.code,
      note: proposal.reason,
      data: { amendmentId: input.amendmentId, ...document },
      commandId: input.commandId,
    });
    const tasks = amendTasks(frame, await drawAmendment(em, frame, proposal.changes, proposal.code), at);
    const data = { ...document, reason: proposal.reason };
    const started = await saveAmendment(em, actor, frame, tasks, { id: input.amendmentId, data, at });
    const owed = await sqlRows<PokeTarget>(
      em,
      `INSERT INTO outbox (plan_id, task_id, version) SELECT plan_id, id, version FROM task WHERE id = ANY($1)
       RETURNING plan_id AS "planId", task_id AS "taskId", version`,
      [started],
    );
    await close(em, actor, input, 'confirmed', at, JSON.stringify(amendedRows(tasks)));
    return { at, targets: [...targets, ...owed] };
  });
  if (targets.length > 0) ctx.poke?.(targets);
  return answer;
}

/** The Director declines, with a reason; nothing of the plan changes. @throws DomainError as confirmAmendment */
export async function declineAmendment(ctx: AppContext, actor: Actor, input: DecideAmendmentInput): Promise<Answer> {
  const { answer } = await decide(ctx, actor, 'decline-amendment', input, async (em, proposal) => {
    const frame = await loadFrame(em, input.planId);
    await close(em, actor, input, 'declined', frame.now, await asDrawn(em, frame, proposal));
    return { at: frame.now, targets: [] };
  });
  return answer;
}

/** What a proposal would have changed, kept as it was refused; null where it no longer fits the plan. */
async function asDrawn(em: EntityManager, frame: PlanFrame, proposal: Proposal): Promise<string | null> {
  try {
    const drawn = await drawAmendment(em, frame, proposal.changes, proposal.code);
    const at = Math.max(frame.now, ...drawn.map(({ loaded }) => (loaded?.model.settledThrough ?? 0) + 1));
    return JSON.stringify(amendedRows(amendTasks(frame, drawn, at)));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

async function decide(
  ctx: AppContext,
  actor: Actor,
  kind: 'confirm-amendment' | 'decline-amendment',
  input: DecideAmendmentInput,
  act: (em: EntityManager, proposal: Proposal) => Promise<{ at: number; targets: readonly PokeTarget[] }>,
): Promise<{ answer: Answer; targets: readonly PokeTarget[] }> {
  requireRole(actor, 'director');
  return inTransaction(ctx, async (em) => {
    await lockPlan(em, input.planId, 'exclusive');
    const before = await answeredBefore<Answer>(em, actor, kind, input.commandId);
    if (before) return { answer: before, targets: [] };
    const proposal = await sqlRow<Proposal>(
      em,
      `SELECT status, document_kind AS kind, document_code AS code, document_on AS "on", reason, changes
       FROM amendment WHERE id = $1 AND plan_id = $2 FOR UPDATE`,
      [input.amendmentId, input.planId],
    );
    if (proposal === null) throw new DomainError('AMENDMENT_UNKNOWN', { amendmentId: input.amendmentId });
    if (proposal.status !== 'proposed')
      throw new DomainError('AMENDMENT_DECIDED', { code: proposal.code, status: proposal.status });
    const { at, targets } = await act(em, proposal);
    await insertAudit(em, {
      accountId: actor.accountId,
      action: kind,
      subject: input.amendmentId,
      data: { planId: input.planId, code: proposal.code, note: input.note },
    });
    const answer: Answer = { amendmentId: input.amendmentId };
    await recordCommand(em, actor, {
      commandId: input.commandId,
      kind,
      planId: input.planId,
      taskId: null,
      at,
      answered: answer,
    });
    return { answer, targets };
  });
}

async function close(
  em: EntityManager,
  actor: Actor,
  input: DecideAmendmentInput,
  status: 'confirmed' | 'declined',
  at: number,
  applied: string | null,
): Promise<void> {
  await em.query(
    `UPDATE amendment SET status = $2, decided_by = $3, decided_at = ${fromEpochMs('$4')}, decision_note = $5, applied = $6
     WHERE id = $1`,
    [input.amendmentId, status, actor.accountId, at, input.note, applied],
  );
}

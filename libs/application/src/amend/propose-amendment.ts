import { randomUUID } from 'node:crypto';
import { DomainError } from '@don-doc/domain';
import type { AmendmentChange } from '@don-doc/contracts/http';
import { fromEpochMs, sqlRow } from '@don-doc/persistence';
import type { AmendmentDocumentKind } from '@don-doc/persistence';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { answeredBefore, recordCommand } from '../core/command-log.js';
import { insertAudit } from '../core/history.js';
import { lockPlan } from '../core/locks.js';
import { loadFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';
import { amendTasks } from './apply-amendment.js';
import { drawAmendment } from './draw-amendment.js';

export interface ProposeAmendmentInput {
  readonly commandId: string;
  readonly planId: string;
  readonly document: {
    readonly kind: AmendmentDocumentKind;
    readonly code: string;
    readonly issuedOn: string;
  };
  readonly reason: string;
  readonly changes: readonly AmendmentChange[];
}

/**
 * The Office proposes a change of a plan under way, by a numbered document. It is tried against the plan as it stands and
 * kept; nothing changes until the Director confirms. @throws DomainError FORBIDDEN, PLAN_CLOSED, those of drawAmendment
 * and amendTask
 */
export async function proposeAmendment(
  ctx: AppContext,
  actor: Actor,
  input: ProposeAmendmentInput,
): Promise<{ amendmentId: string }> {
  requireRole(actor, 'office');
  return inTransaction(ctx, async (em) => {
    await lockPlan(em, input.planId, 'exclusive');
    const before = await answeredBefore<{ amendmentId: string }>(em, actor, 'propose-amendment', input.commandId);
    if (before) return before;
    const frame = await loadFrame(em, input.planId);
    if (frame.status === 'closed') throw new DomainError('PLAN_CLOSED', { planId: frame.id });
    const drawn = await drawAmendment(em, frame, input.changes);
    const at = Math.max(frame.now, ...drawn.map(({ loaded }) => (loaded?.model.settledThrough ?? 0) + 1));
    amendTasks(frame, drawn, at);
    const answer = { amendmentId: randomUUID() as string };
    const last = await sqlRow<{ seq: number }>(
      em,
      'SELECT coalesce(max(seq), 0)::int AS seq FROM amendment WHERE plan_id = $1',
      [frame.id],
    );
    const { document } = input;
    await em.query(
      `INSERT INTO amendment (id, plan_id, seq, status, document_kind, document_code, document_on, reason, changes,
         proposed_by, proposed_at)
       VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, ${fromEpochMs('$10')})`,
      [
        answer.amendmentId,
        frame.id,
        (last?.seq ?? 0) + 1,
        document.kind,
        document.code,
        document.issuedOn,
        input.reason,
        JSON.stringify(input.changes),
        actor.accountId,
        at,
      ],
    );
    await insertAudit(em, {
      accountId: actor.accountId,
      action: 'propose-amendment',
      subject: answer.amendmentId,
      data: { planId: frame.id, document, rows: drawn.flatMap(({ rows }) => rows.map(({ no }) => no)) },
    });
    await recordCommand(em, actor, {
      commandId: input.commandId,
      kind: 'propose-amendment',
      planId: frame.id,
      taskId: null,
      at,
      answered: answer,
    });
    return answer;
  });
}

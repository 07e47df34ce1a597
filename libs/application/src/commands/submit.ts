import type { CivilDate } from '@don-doc/domain';
import type { Actor, AppContext } from '../context.js';
import { submitsFinally } from '../core/authority.js';
import { setNote, setResult } from './record.js';
import { runTaskCommand } from './run-task-command.js';
import type { CommandAnswer } from './run-task-command.js';

export interface OnAssignment {
  readonly commandId: string;
  readonly assignmentId: string;
  /** The version the person saw; null: whatever it is now. */
  readonly version: number | null;
}

/** The unit's result. Where the Office itself leads, its head's is final and a clerk's waits for the head. */
export function submit(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & {
    readonly code?: string | null;
    readonly issuedOn?: CivilDate | null;
    readonly summary: string;
  },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId } = input;
  const result = { code: input.code ?? null, issuedOn: input.issuedOn ?? null, summary: input.summary };
  return runTaskCommand(ctx, actor, {
    kind: 'submit',
    commandId,
    subject: { assignmentId, version },
    command: (a) => ({ kind: 'submit', assignmentId, final: a !== null && submitsFinally(actor, a) }),
    told: result,
    also: (em) => setResult(em, assignmentId, result),
  });
}

/** "Không phát sinh", with its reason; the Office approves it, its head where the Office itself leads. */
export function claimNotArisen(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & { readonly reason: string },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId, reason } = input;
  return runTaskCommand(ctx, actor, {
    kind: 'claim-not-arisen',
    commandId,
    subject: { assignmentId, version },
    command: (a) => ({ kind: 'claim-not-arisen', assignmentId, final: a !== null && submitsFinally(actor, a) }),
    told: { reason },
    also: (em) => setNote(em, assignmentId, reason),
  });
}

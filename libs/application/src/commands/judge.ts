import type { Actor, AppContext } from '../context.js';
import { setNote } from './record.js';
import { runTaskCommand } from './run-task-command.js';
import type { CommandAnswer } from './run-task-command.js';
import type { OnAssignment } from './submit.js';

/** Ghi nhận. */
export function accept(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & { readonly note?: string | null },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId } = input;
  return runTaskCommand(ctx, actor, {
    kind: 'accept',
    commandId,
    subject: { assignmentId, version },
    command: () => ({ kind: 'accept', assignmentId }),
    told: { note: input.note ?? null },
  });
}

/** Đề nghị bổ sung. */
export function returnWork(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & { readonly reason: string },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId, reason } = input;
  return runTaskCommand(ctx, actor, {
    kind: 'return',
    commandId,
    subject: { assignmentId, version },
    command: () => ({ kind: 'return', assignmentId }),
    told: { reason },
    also: (em) => setNote(em, assignmentId, reason),
  });
}

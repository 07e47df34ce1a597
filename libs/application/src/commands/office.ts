import { dateOf, DomainError } from '@don-doc/domain';
import type { CivilDate } from '@don-doc/domain';
import { sqlRow } from '@don-doc/persistence';
import type { Actor, AppContext } from '../context.js';
import { setEvidence, setResult } from './record.js';
import { runTaskCommand } from './run-task-command.js';
import type { CommandAnswer } from './run-task-command.js';
import type { OnAssignment } from './submit.js';

/** The Office records a unit's result for it: number and date of its document, and the day it was actually done. */
export function recordResult(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & {
    readonly code: string;
    readonly issuedOn: CivilDate;
    readonly actualOn: CivilDate;
    readonly summary?: string | null;
  },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId, actualOn } = input;
  const result = { code: input.code, issuedOn: input.issuedOn, summary: input.summary ?? null };
  return runTaskCommand(ctx, actor, {
    kind: 'record-result',
    commandId,
    subject: { assignmentId, version },
    command: () => ({ kind: 'record-result', assignmentId, actualOn }),
    told: { ...result, actualOn },
    also: (em) => setResult(em, assignmentId, result),
  });
}

/** A month's evidence of continuing work. */
export function reportPeriod(
  ctx: AppContext,
  actor: Actor,
  input: OnAssignment & { readonly period: string; readonly evidence: string },
): Promise<CommandAnswer> {
  const { assignmentId, version, commandId, period, evidence } = input;
  return runTaskCommand(ctx, actor, {
    kind: 'report-period',
    commandId,
    subject: { assignmentId, version },
    command: () => ({ kind: 'report-period', assignmentId, period }),
    told: { period, evidence },
    also: (em) => setEvidence(em, assignmentId, period, evidence),
  });
}

/** Đôn đốc ngay: in the ledger too, once an assignment a day. @throws DomainError ALREADY_REMINDED { day } */
export function remind(
  ctx: AppContext,
  actor: Actor,
  input: { readonly commandId: string; readonly assignmentId: string; readonly note?: string | null },
): Promise<CommandAnswer> {
  const { assignmentId, commandId } = input;
  const note = input.note || null;
  return runTaskCommand(ctx, actor, {
    kind: 'remind',
    commandId,
    subject: { assignmentId, version: null },
    command: () => ({ kind: 'remind', assignmentId, ...(note === null ? {} : { note }) }),
    told: { note },
    guard: async (em, at) => {
      const day = dateOf(at);
      const given = await sqlRow(
        em,
        `SELECT id FROM alarm WHERE assignment_id = $1 AND rule = 'manual' AND period = $2`,
        [assignmentId, day],
      );
      if (given !== null) throw new DomainError('ALREADY_REMINDED', { assignmentId, day });
    },
  });
}

/** The date that the plan does not state, fixed by the Office and shown as "Văn phòng quy ước". */
export function fixDue(
  ctx: AppContext,
  actor: Actor,
  input: {
    readonly commandId: string;
    readonly rowId: string;
    readonly lastDay: CivilDate;
    readonly approvedBy: string;
    readonly reason: string;
  },
): Promise<CommandAnswer> {
  const { rowId, commandId, lastDay, approvedBy, reason } = input;
  return runTaskCommand(ctx, actor, {
    kind: 'fix-due',
    commandId,
    subject: { rowId },
    command: () => ({ kind: 'fix-due', rowId, lastDay, approvedBy }),
    told: { lastDay, approvedBy, reason },
  });
}

import { applyCommand, DomainError, isDone } from '@don-doc/domain';
import type { AssignmentModel, AssignmentStateName, EpochMs, TaskCommand } from '@don-doc/domain';
import { fromEpochMs, sqlRow } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { mayAct, requireRole } from '../core/authority.js';
import type { AssignmentAct } from '../core/authority.js';
import { answeredBefore, recordCommand } from '../core/command-log.js';
import { insertAudit, insertHistory } from '../core/history.js';
import { loadTask } from '../core/load-task.js';
import type { LoadedTask } from '../core/load-task.js';
import { lockPlan, lockTask } from '../core/locks.js';
import { loadFrame } from '../core/plan-frame.js';
import { saveTask } from '../core/save-task.js';
import { inTransaction } from '../core/transaction.js';
import { wakeTask } from '../core/wake.js';
import { wakeOf } from '../settle/settle-task.js';
import { workThrough } from '../settle/work-through.js';

/** The answer to every command on a task; a repeat of the command is answered the same. */
export interface CommandAnswer {
  readonly planId: string;
  readonly taskId: string;
  readonly rowId: string;
  readonly assignmentId: string | null;
  /** The instant at which it took effect, on the plan's clock. */
  readonly at: EpochMs;
  readonly state: AssignmentStateName | null;
  /** Of the assignment, or of the row where the command is about a row. */
  readonly version: number;
}

export type CommandSubject =
  { readonly assignmentId: string; readonly version: number | null } | { readonly rowId: string };

export interface CommandSpec {
  readonly kind: TaskCommand['kind'];
  readonly commandId: string;
  readonly subject: CommandSubject;
  /** The domain's command, once the assignment is known under its lock. */
  readonly command: (assignment: AssignmentModel | null) => TaskCommand;
  /** What is read in the history beside the change of state. */
  readonly told: Readonly<Record<string, unknown>>;
  /** What the record keeps beside the model: the result's number, the evidence. */
  readonly also?: (em: EntityManager, done: { at: EpochMs; byAccount: string | null }) => Promise<void>;
  readonly guard?: (em: EntityManager, at: EpochMs) => Promise<void>;
}

interface Found {
  readonly planId: string;
  readonly taskId: string;
  readonly rowId: string;
}

/**
 * The one way of a command: locks in order, the repeat answered, authority and version checked, the task settled up to
 * the command's instant, the pure transition applied, and fact, history, audit, log and outbox written together.
 * @throws DomainError FORBIDDEN, ASSIGNMENT_UNKNOWN, ROW_UNKNOWN, STALE_VERSION, PLAN_CLOSED, COMMAND_ID_REUSED and those
 * of applyCommand
 */
export async function runTaskCommand(ctx: AppContext, actor: Actor, spec: CommandSpec): Promise<CommandAnswer> {
  const { answer, target } = await inTransaction(ctx, async (em) => {
    const found = await findSubject(em, spec.subject);
    await lockPlan(em, found.planId, 'shared');
    await lockTask(em, found.planId, found.taskId);
    const before = await answeredBefore<CommandAnswer>(em, actor, spec.kind, spec.commandId);
    if (before) return { answer: before, target: null };
    const task = await loadTask(em, found.taskId);
    if (task === null) throw new DomainError('ROW_UNKNOWN', { rowId: found.rowId });
    const assignment = authorize(actor, spec, task);
    return perform(em, actor, spec, found, task, assignment);
  });
  if (target) ctx.poke?.([target]);
  return answer;
}

async function perform(
  em: EntityManager,
  actor: Actor,
  spec: CommandSpec,
  found: Found,
  task: LoadedTask,
  assignment: AssignmentModel | null,
) {
  const frame = await loadFrame(em, found.planId);
  if (frame.status === 'closed' || task.closed) throw new DomainError('PLAN_CLOSED', { planId: frame.id });
  const at = Math.max(frame.now, task.model.settledThrough + 1);
  await spec.guard?.(em, at);
  const settled = workThrough(frame, task.model, at, 'all');
  const command = spec.command(assignment);
  const done = applyCommand({ task: settled.task, facts: settled.facts, command, at });
  await saveTask(em, {
    planId: frame.id,
    directoryId: frame.directoryId,
    before: task.model,
    after: done.task,
    effects: [...settled.effects, ...done.effects],
    byAccount: actor.accountId,
  });
  await spec.also?.(em, { at, byAccount: actor.accountId });
  const wake = workThrough(frame, done.task, at, 'step').nextWakeAt;
  await em.query(
    `UPDATE task SET settled_through = ${fromEpochMs('$2')}, next_wake_at = ${fromEpochMs('$3')} WHERE id = $1`,
    [task.id, at, wakeOf(frame, wake)],
  );
  const after = done.task.assignments.find((a) => a.id === assignment?.id) ?? null;
  await insertHistory(em, [
    {
      planId: frame.id,
      taskId: task.id,
      rowId: found.rowId,
      assignmentId: assignment?.id ?? null,
      at,
      byAccount: actor.accountId,
      kind: spec.kind,
      data: spec.told,
      ...(assignment && after && after.state !== assignment.state
        ? { before: { state: assignment.state }, after: { state: after.state } }
        : {}),
    },
  ]);
  await insertAudit(em, {
    accountId: actor.accountId,
    action: spec.kind,
    subject: assignment?.id ?? found.rowId,
    data: { planId: frame.id, commandId: spec.commandId },
  });
  const answer: CommandAnswer = {
    ...found,
    assignmentId: assignment?.id ?? null,
    at,
    state: after?.state ?? null,
    version: await versionOf(em, assignment?.id ?? null, found.rowId),
  };
  await recordCommand(em, actor, {
    commandId: spec.commandId,
    kind: spec.kind,
    planId: frame.id,
    taskId: task.id,
    at,
    command,
    answered: { ...answer },
  });
  return { answer, target: await wakeTask(em, frame.id, task.id) };
}

function authorize(actor: Actor, spec: CommandSpec, task: LoadedTask): AssignmentModel | null {
  const { subject } = spec;
  if ('rowId' in subject) {
    requireRole(actor, 'office');
    return null;
  }
  const assignment = task.model.assignments.find((a) => a.id === subject.assignmentId);
  if (!assignment) throw new DomainError('ASSIGNMENT_UNKNOWN', { assignmentId: subject.assignmentId });
  const { unitId, officeLed, state } = assignment;
  if (!mayAct(actor, spec.kind as AssignmentAct, { unitId, officeLed, done: isDone(state) }))
    throw new DomainError('FORBIDDEN', { act: spec.kind });
  const version = task.assignmentVersions[assignment.id];
  if (subject.version !== null && subject.version !== version)
    throw new DomainError('STALE_VERSION', { assignmentId: assignment.id, given: subject.version, current: version });
  return assignment;
}

async function findSubject(em: EntityManager, subject: CommandSubject): Promise<Found> {
  const found =
    'rowId' in subject
      ? await sqlRow<Found>(
          em,
          'SELECT plan_id AS "planId", task_id AS "taskId", id AS "rowId" FROM plan_row WHERE id = $1',
          [subject.rowId],
        )
      : await sqlRow<Found>(
          em,
          'SELECT plan_id AS "planId", task_id AS "taskId", row_id AS "rowId" FROM assignment WHERE id = $1',
          [subject.assignmentId],
        );
  if (found === null) throw new DomainError('rowId' in subject ? 'ROW_UNKNOWN' : 'ASSIGNMENT_UNKNOWN', { ...subject });
  return found;
}

async function versionOf(em: EntityManager, assignmentId: string | null, rowId: string): Promise<number> {
  const row = await sqlRow<{ version: number }>(
    em,
    assignmentId === null
      ? 'SELECT version FROM plan_row WHERE id = $1'
      : 'SELECT version FROM assignment WHERE id = $1',
    [assignmentId ?? rowId],
  );
  return row?.version ?? 0;
}

import { DomainError } from '@don-doc/domain';
import type { EpochMs, TaskCommand } from '@don-doc/domain';
import { fromEpochMs, sqlRow } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../context.js';

export interface CommandRecord {
  readonly commandId: string;
  readonly kind: string;
  readonly planId: string | null;
  readonly taskId: string | null;
  /** The instant at which it took effect, on the plan's clock. */
  readonly at: EpochMs | null;
  readonly command?: TaskCommand;
  readonly answered: Readonly<Record<string, unknown>>;
}

/**
 * The answer a command was given when it first came, or null. Ask it under the lock that the command itself takes, so
 * that two that race are one. @throws DomainError COMMAND_ID_REUSED where the id belongs to another command.
 */
export async function answeredBefore<Answer>(
  em: EntityManager,
  actor: Actor,
  kind: string,
  commandId: string,
): Promise<Answer | null> {
  const row = await sqlRow<{ kind: string; account_id: string | null; answered: Answer }>(
    em,
    'SELECT kind, account_id, answered FROM command_log WHERE command_id = $1',
    [commandId],
  );
  if (row === null) return null;
  if (row.kind !== kind || row.account_id !== actor.accountId)
    throw new DomainError('COMMAND_ID_REUSED', { commandId });
  return row.answered;
}

export async function recordCommand(em: EntityManager, actor: Actor, record: CommandRecord): Promise<void> {
  await em.query(
    `INSERT INTO command_log (command_id, account_id, kind, plan_id, task_id, at, command, answered)
     VALUES ($1, $2, $3, $4, $5, ${fromEpochMs('$6')}, $7, $8)`,
    [
      record.commandId,
      actor.accountId,
      record.kind,
      record.planId,
      record.taskId,
      record.at,
      record.command ? JSON.stringify(record.command) : null,
      JSON.stringify(record.answered),
    ],
  );
}

import { randomUUID } from 'node:crypto';
import type { CivilDate, EpochMs } from '@don-doc/domain';
import { epochMs, fromEpochMs, sqlRow } from '@don-doc/persistence';
import type { PlanEventKind } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, PokeTarget } from '../context.js';
import { insertAudit, insertHistory } from './history.js';
import type { PlanFrame } from './plan-frame.js';
import { wakePlan } from './wake.js';

export interface PlanChange {
  readonly kind: PlanEventKind;
  readonly name?: string;
  readonly change?: 'expected' | 'confirmed' | 'moved' | 'revoked';
  readonly effectiveOn?: CivilDate | null;
  readonly calendarVersion?: number;
  readonly document?: string | null;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly commandId: string | null;
}

/**
 * Appends to the plan's log and wakes every task and the plan. Needs the exclusive lock and a frame read under it. The
 * instant lies after everything that has settled, so that no task has to look back.
 */
export async function appendPlanEvent(
  em: EntityManager,
  actor: Actor,
  frame: PlanFrame,
  change: PlanChange,
): Promise<{ at: EpochMs; seq: number; targets: PokeTarget[] }> {
  const settled = await sqlRow<{ through: EpochMs | null; seq: number }>(
    em,
    `SELECT ${epochMs('greatest(p.settled_through, (SELECT max(settled_through) FROM task WHERE plan_id = p.id))')}
         AS through, coalesce((SELECT max(seq) FROM plan_event WHERE plan_id = p.id), 0) AS seq
     FROM plan p WHERE p.id = $1`,
    [frame.id],
  );
  // Nor at the launch itself, where only what was told with the launch is in force: tasks look for the rest after it.
  const at = Math.max(frame.now, (settled?.through ?? frame.launchedAt) + 1, frame.launchedAt + 1);
  const seq = (settled?.seq ?? 0) + 1;
  await em.query(
    `INSERT INTO plan_event (id, plan_id, seq, kind, name, change, effective_on, calendar_version, document, note, data,
       at, by_account, command_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${fromEpochMs('$12')}, $13, $14)`,
    [
      randomUUID(),
      frame.id,
      seq,
      change.kind,
      change.name ?? null,
      change.change ?? null,
      change.effectiveOn ?? null,
      change.calendarVersion ?? null,
      change.document ?? null,
      change.note ?? null,
      change.data ? JSON.stringify(change.data) : null,
      at,
      actor.accountId,
      change.commandId,
    ],
  );
  const { kind, commandId: _commandId, ...told } = change;
  await insertHistory(em, [
    {
      planId: frame.id,
      taskId: null,
      rowId: null,
      assignmentId: null,
      at,
      byAccount: actor.accountId,
      kind: `plan-${kind}`,
      data: told,
    },
  ]);
  await insertAudit(em, {
    accountId: actor.accountId,
    action: `plan-${kind}`,
    subject: frame.id,
    data: { ...told, commandId: change.commandId },
  });
  return { at, seq, targets: await wakePlan(em, frame.id) };
}

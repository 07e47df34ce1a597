import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { PokeTarget } from '../context.js';

/** One task has something new: its version rises and a poke is owed. */
export async function wakeTask(em: EntityManager, planId: string, taskId: string): Promise<PokeTarget> {
  const row = await sqlRow<{ version: number }>(
    em,
    `WITH woken AS (UPDATE task SET version = version + 1 WHERE id = $2 AND NOT closed RETURNING version)
     INSERT INTO outbox (plan_id, task_id, version) SELECT $1, $2, version FROM woken RETURNING version`,
    [planId, taskId],
  );
  return { planId, taskId, version: row?.version ?? 0 };
}

/** Every task of the plan and the plan itself, from the tables, in one statement each. Needs the exclusive lock. */
export async function wakePlan(em: EntityManager, planId: string): Promise<PokeTarget[]> {
  const rows = await sqlRows<{ taskId: string | null; version: number }>(
    em,
    `WITH tasks AS (
       UPDATE task SET version = version + 1 WHERE plan_id = $1 AND NOT closed RETURNING id, version, position),
     own AS (UPDATE plan SET version = version + 1 WHERE id = $1 RETURNING version)
     INSERT INTO outbox (plan_id, task_id, version)
     SELECT $1, id, version FROM (
       SELECT NULL::uuid AS id, version, -1 AS position FROM own
       UNION ALL SELECT id, version, position FROM tasks) AS woken ORDER BY position
     RETURNING task_id AS "taskId", version`,
    [planId],
  );
  return rows.map((row) => ({ planId, ...row }));
}

import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

/**
 * The order in which everything locks: the calendar, the plan, then task rows by id, then rows by id. Only after that is an instant
 * read from the clock. Without it the preview and the ledger differ. Rows are locked FOR NO KEY UPDATE: nobody changes
 * an id, and an insert that refers to one need not wait.
 */
export async function lockPlan(em: EntityManager, planId: string, mode: 'shared' | 'exclusive'): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await em.query(`SELECT ${lock}(hashtextextended($1, 2025))`, [planId]);
}

/**
 * Taken before any plan's: a launch (shared) reads the newest calendar, and an edit of it (exclusive) tells every plan that
 * runs, so that no plan is launched with a version that it is never told is old.
 */
export async function lockCalendar(em: EntityManager, mode: 'shared' | 'exclusive'): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await em.query(`SELECT ${lock}(hashtextextended('work_calendar', 2025))`);
}

/** The task's row, then its plan rows by id. False when there is no such task. */
export async function lockTask(em: EntityManager, planId: string, taskId: string): Promise<boolean> {
  const rows = await sqlRows(
    em,
    `SELECT t.id FROM task t JOIN plan_row r ON r.task_id = t.id
     WHERE t.id = $1 AND t.plan_id = $2 ORDER BY r.id FOR NO KEY UPDATE OF t, r`,
    [taskId, planId],
  );
  return rows.length > 0;
}

/** The plan's own row, for what its workflow settles. */
export async function lockPlanRow(em: EntityManager, planId: string): Promise<boolean> {
  const rows = await sqlRows(em, 'SELECT id FROM plan WHERE id = $1 FOR NO KEY UPDATE', [planId]);
  return rows.length > 0;
}

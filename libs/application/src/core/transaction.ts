import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';

/** 40001 serialization_failure, 40P01 deadlock_detected: nothing happened, so it may be tried again. */
const RETRIED = new Set(['40001', '40P01']);
const RETRIES = 3;

/**
 * One transaction (READ COMMITTED: every statement sees what was committed before it, which the lock order relies upon),
 * tried again up to three times where PostgreSQL asks for it.
 */
export async function inTransaction<T>(ctx: AppContext, work: (em: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ctx.db.transaction(work);
    } catch (error) {
      if (attempt >= RETRIES || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
      // Two that met once would meet again at the same distance.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
    }
  }
}

/** PostgreSQL's code of an error, however TypeORM has wrapped it. */
export function sqlStateOf(error: unknown): string | null {
  return fieldOf(error, 'code');
}

/** The name of the constraint that an error is about. */
export function constraintOf(error: unknown): string | null {
  return fieldOf(error, 'constraint');
}

function fieldOf(error: unknown, field: 'code' | 'constraint'): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('driverError' in error) return fieldOf(error.driverError, field);
  const value: unknown = (error as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : null;
}

import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

/** "5.10" after "5.9", "8" between "7.1" and "9". */
export function compareNumbers(a: string, b: string): number {
  const [x, y] = [a, b].map((no) => no.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(x.length, y.length); i += 1) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The position of a new number in the order of the appendix; what comes after it moves on by one. */
export async function makeRoom(
  em: EntityManager,
  planId: string,
  table: 'task' | 'plan_row',
  no: string,
): Promise<number> {
  const rows = await sqlRows<{ no: string; position: number }>(
    em,
    `SELECT no, position FROM ${table} WHERE plan_id = $1 ORDER BY position`,
    [planId],
  );
  const position = 1 + Math.max(0, ...rows.filter((row) => compareNumbers(row.no, no) < 0).map((row) => row.position));
  await em.query(`UPDATE ${table} SET position = position + 1 WHERE plan_id = $1 AND position >= $2`, [
    planId,
    position,
  ]);
  return position;
}

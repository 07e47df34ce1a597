import type { DataSource, EntityManager } from 'typeorm';

type Runner = Pick<EntityManager | DataSource, 'query'>;

/** Rows of one statement. TypeORM answers an UPDATE or DELETE with [rows, count], anything else with rows. */
export async function sqlRows<Row>(db: Runner, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const raw: unknown = await db.query(text, [...parameters]);
  if (!Array.isArray(raw)) return [];
  const [first, count] = raw as unknown[];
  return (raw.length === 2 && Array.isArray(first) && typeof count === 'number' ? first : raw) as Row[];
}

/** The one row of a statement, or null. */
export async function sqlRow<Row>(db: Runner, text: string, parameters: readonly unknown[] = []): Promise<Row | null> {
  return (await sqlRows<Row>(db, text, parameters))[0] ?? null;
}

/** SQL for the epoch ms of a timestamptz expression, floored; null stays null. */
export const epochMs = (expression: string): string => `floor(extract(epoch FROM ${expression}) * 1000)::bigint`;

/** SQL for the timestamptz of an epoch-ms expression: exact, no floating point in between. */
export const fromEpochMs = (expression: string): string =>
  `(timestamptz 'epoch' + (${expression})::bigint * interval '1 millisecond')`;

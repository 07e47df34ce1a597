import type { UnitRef } from '@don-doc/domain';
import type { Actor } from '../context.js';
import type { Sql } from './sql.js';

/**
 * What a person reads of a plan: all of it; the whole table, but contents of its own unit only; or, as a guest, the rows
 * that its unit coordinates, and how they stand.
 */
export type Sight =
  | { readonly kind: 'whole' }
  | { readonly kind: 'unit'; readonly unitId: string | null }
  | { readonly kind: 'guest'; readonly unitCode: string | null };

const WHOLE: readonly Actor['roles'][number][] = ['office', 'admin', 'deputy-director', 'director'];
const OF_UNIT: readonly Actor['roles'][number][] = ['unit-head', 'unit-staff'];

export async function sightOf(sql: Sql, actor: Actor): Promise<Sight> {
  if (actor.roles.some((role) => WHOLE.includes(role))) return { kind: 'whole' };
  if (actor.roles.some((role) => OF_UNIT.includes(role))) return { kind: 'unit', unitId: actor.unitId };
  if (actor.unitId === null) return { kind: 'guest', unitCode: null };
  const [unit] = await sql.query<{ code: string }[]>('SELECT code FROM unit WHERE id = $1', [actor.unitId]);
  return { kind: 'guest', unitCode: unit?.code ?? null };
}

export const seesRow = (sight: Sight, row: { readonly coordinators: readonly UnitRef[] }): boolean =>
  sight.kind !== 'guest' ||
  row.coordinators.some((ref) => ref.kind !== 'unknown' && sight.unitCode !== null && ref.code === sight.unitCode);

/** Whether the words of one unit's work (its result, its evidence, what was said of it) are for this reader. */
export const readsWorkOf = (sight: Sight, unitId: string | null): boolean =>
  sight.kind === 'whole' || (sight.kind === 'unit' && unitId !== null && sight.unitId === unitId);

/** Addresses are for those who keep the directory and who write. */
export const seesAddresses = (actor: Actor): boolean => actor.roles.includes('office') || actor.roles.includes('admin');

import type { UnitRef } from '@don-doc/domain';
import { SYSTEM_ACTOR, type Actor } from '../context.js';
import { readsWorkOf, seesAddresses, seesRow, sightOf, type Sight } from './sight.js';
import type { Sql } from './sql.js';

const units: Sql = { query: <T>() => Promise.resolve([{ code: 'NOI_VU' }] as T) };
const actor = (roles: Actor['roles'], unitId: string | null = 'phong-1'): Actor => ({ ...SYSTEM_ACTOR, roles, unitId });
const ref = (code: string): UnitRef => ({ kind: 'unit', code, text: code });
const sight = (roles: Actor['roles'], unitId?: string | null): Promise<Sight> => sightOf(units, actor(roles, unitId));

describe('what a person reads of a plan', () => {
  it.each(['office', 'admin', 'deputy-director', 'director'] as const)('%s: the work of every unit', async (role) => {
    expect(readsWorkOf(await sight([role]), 'phong-9')).toBe(true);
  });

  it.each(['unit-head', 'unit-staff'] as const)('%s: every row, the work of its own unit only', async (role) => {
    const seen = await sight([role]);
    expect([seesRow(seen, { coordinators: [] }), readsWorkOf(seen, 'phong-1'), readsWorkOf(seen, 'phong-2')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a guest: rows that its unit coordinates, and nobody’s words', async () => {
    const seen = await sight(['observer']);
    expect([
      seesRow(seen, { coordinators: [ref('VAN_PHONG'), ref('NOI_VU')] }),
      seesRow(seen, { coordinators: [ref('VAN_PHONG'), { kind: 'unknown', text: 'Sở Nội vụ' }] }),
      readsWorkOf(seen, 'phong-1'),
    ]).toEqual([true, false, false]);
  });

  it('a guest of no unit: nothing', async () => {
    expect(seesRow(await sight(['observer'], null), { coordinators: [ref('NOI_VU')] })).toBe(false);
  });

  it('addresses: the Office and the administrator only', () => {
    const all: Actor['roles'] = [
      'office',
      'unit-head',
      'unit-staff',
      'deputy-director',
      'director',
      'observer',
      'admin',
    ];
    expect(all.filter((role) => seesAddresses(actor([role])))).toEqual(['office', 'admin']);
  });
});

import { randomUUID } from 'node:crypto';
import { words } from '@don-doc/api';
import { planToday, tellEvent } from '@don-doc/application';
import { jumpTo, settleAll } from './support/drive.js';
import { launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => {
  world = await makeWorld({ units: 1 });
});
afterAll(async () => world.end());

describe('“Cần đôn đốc hôm nay”', () => {
  it('has the continuing work that is still open after the end of its process', async () => {
    const plan = await launchRehearsal(world);
    await tellEvent(world.ctx, world.office, {
      commandId: randomUUID(),
      planId: plan.planId,
      kind: 'confirmed',
      effectiveOn: '2025-07-01',
    });
    const listed = async (at: string) => {
      await jumpTo(world, plan, at);
      await settleAll(world, plan);
      const { items } = await planToday({ ...world.ctx, words }, world.office, plan.planId);
      return Object.fromEntries(items.map((item) => [item.rowNo, item.workingDaysLeft]));
    };
    // Six working days before the end of the process nothing of 2 or 13 is near.
    expect(Object.keys(await listed('2025-06-23T09:00:00+07:00'))).not.toContain('13');
    expect(await listed('2025-07-01T23:00:00+07:00')).toMatchObject({ '2': 0, '13': 0 });
    expect(await listed('2025-07-03T09:00:00+07:00')).toMatchObject({ '1': expect.any(Number), '2': -2, '13': -2 });
  });
});

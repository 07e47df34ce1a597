import { addDays } from '@don-doc/domain';
import type { CivilDate, RowChange } from '@don-doc/domain';
import type { Random } from './random.js';

/** A change of row 3 or 2.2 of the model's world, as an amendment may make it; not every one is accepted. */
export function randomChange(random: Random, today: CivilDate): RowChange {
  switch (random.int(5)) {
    case 0:
    case 1: {
      const date = addDays(today, 1 + random.int(50));
      const time = {
        phrase: `Trước ${date}`,
        spec: { kind: 'before-date', date } as const,
        fixedLastDay: null,
        fixedBy: null,
      };
      return { kind: 'change-row', rowId: 'r3', time, join: [], leave: [] };
    }
    case 2:
      return {
        kind: 'change-row',
        rowId: 'r3',
        time: null,
        join: [{ id: 'a3w', rowId: 'r3', unitId: random.pick(['u', 'w']), officeLed: false }],
        leave: [],
      };
    case 3:
      return { kind: 'change-row', rowId: 'r3', time: null, join: [], leave: [random.pick(['a3u', 'a3v'])] };
    default:
      return { kind: 'withdraw-row', rowId: 'r22' };
  }
}

import type { DraftRow, UnitRef } from '@don-doc/domain';
import { planGroups } from './plan-groups.js';

const led = (...leads: UnitRef[]): DraftRow => ({ leads }) as unknown as DraftRow;
const group = (code: string, text: string): UnitRef => ({ kind: 'group', code, text });

describe('the groups of a plan', () => {
  it('are those that lead, each once, as the plan first names it', () => {
    const rows = [
      led({ kind: 'agency', code: 'SO', text: 'Sở' }, group('PHONG', 'Các phòng thuộc Sở')),
      led(group('PHONG', 'các phòng'), group('TRUNG_TAM', 'Các trung tâm')),
    ];
    expect(planGroups({ rows })).toEqual([
      { code: 'PHONG', name: 'Các phòng thuộc Sở' },
      { code: 'TRUNG_TAM', name: 'Các trung tâm' },
    ]);
  });

  it('are none where every lead is a unit or unknown', () => {
    expect(
      planGroups({ rows: [led({ kind: 'unit', code: 'VP', text: 'Văn phòng' }, { kind: 'unknown', text: '?' })] }),
    ).toEqual([]);
  });
});

import type { AssignmentStateName } from '@don-doc/domain';
import { SYSTEM_ACTOR, type Actor } from '../context.js';
import { assignmentCommands } from './permitted.js';

const STATES: readonly AssignmentStateName[] = [
  'waiting',
  'open',
  'submitted',
  'returned',
  'accepted',
  'not-arisen',
  'withdrawn',
];
type Row = Parameters<typeof assignmentCommands>[2];
const row = { spec: { kind: 'during-process' }, window: { follow: 'periods' } } as unknown as Row;
const actor = (...roles: Actor['roles']): Actor => ({ ...SYSTEM_ACTOR, roles, unitId: 'vp' });
const offered = (who: Actor, state: AssignmentStateName, officeLed: boolean) =>
  assignmentCommands(who, { state, officeLed, unitId: officeLed ? 'vp' : 'phong' }, row, 'running');
const returnable = (who: Actor, officeLed: boolean) =>
  STATES.filter((state) => offered(who, state, officeLed).includes('return'));

describe('what is offered', () => {
  it('to return: what was submitted, and the Office’s own work that is final, to a leader', () => {
    expect(returnable(actor('office'), false)).toEqual(['submitted']);
    expect(returnable(actor('unit-head'), true)).toEqual(['submitted']);
    for (const leader of ['director', 'deputy-director'] as const)
      expect([returnable(actor(leader), true), returnable(actor(leader), false)]).toEqual([
        ['submitted', 'accepted', 'not-arisen'],
        [],
      ]);
  });

  it('on work that an amendment withdrew: nothing, to anybody', () => {
    const everyRole = actor('office', 'unit-head', 'unit-staff', 'deputy-director', 'director', 'admin');
    for (const officeLed of [true, false]) expect(offered(everyRole, 'withdrawn', officeLed)).toEqual([]);
  });
});

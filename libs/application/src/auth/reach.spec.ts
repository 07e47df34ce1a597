import type { ActorRole } from '../context.js';
import { reachesPlan, rolesIn, type Belonging } from './reach.js';

const person = (directoryId: string, ...personRoles: ActorRole[]): Belonging => ({
  accountRoles: [],
  personRoles,
  directoryId,
});
const account = (...accountRoles: ActorRole[]): Belonging => ({ accountRoles, personRoles: [], directoryId: null });
const EVERY: readonly ActorRole[] = ['office', 'unit-head', 'unit-staff', 'deputy-director', 'director', 'observer'];

describe('which plans an account reaches', () => {
  it.each(EVERY)('a person who is %s: those of its own directory, and no other', (role) => {
    expect([reachesPlan(person('ours', role), 'ours'), reachesPlan(person('ours', role), 'theirs')]).toEqual([
      true,
      false,
    ]);
  });

  it('the administrator: all, whatever person it speaks for', () => {
    expect(reachesPlan({ ...person('ours', 'unit-head'), accountRoles: ['admin'] }, 'theirs')).toBe(true);
  });

  it('an account whose own role is of the house: all, whatever person it speaks for', () => {
    expect(reachesPlan({ ...person('ours', 'unit-head'), accountRoles: ['director'] }, 'theirs')).toBe(true);
    expect(reachesPlan({ ...person('ours', 'unit-head'), accountRoles: ['observer'] }, 'theirs')).toBe(false);
  });

  it('an account without a person: all where its role is of the house, none where it would be of some unit', () => {
    const reached = (['office', 'director', 'deputy-director', 'unit-head', 'unit-staff', 'observer'] as const).filter(
      (role) => reachesPlan(account(role), 'ours'),
    );
    expect(reached).toEqual(['office', 'director', 'deputy-director']);
  });

  it('a draft: the Office and the leaders, no unit and no guest', () => {
    expect(EVERY.filter((role) => reachesPlan(person('ours', role), null))).toEqual([
      'office',
      'deputy-director',
      'director',
    ]);
  });
});

describe('what an account is', () => {
  const who: Belonging = { ...person('ours', 'office', 'unit-head'), accountRoles: ['admin', 'office'] };

  it('to its person’s directory, and to a draft: its own roles and the person’s, each once', () => {
    expect([rolesIn(who, 'ours'), rolesIn(who, null)]).toEqual([
      ['admin', 'office', 'unit-head'],
      ['admin', 'office', 'unit-head'],
    ]);
  });

  it('to another directory: its own roles only', () => {
    expect(rolesIn(who, 'theirs')).toEqual(['admin', 'office']);
    expect(rolesIn(person('ours', 'office'), 'theirs')).toEqual([]);
  });
});

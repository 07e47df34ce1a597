import { DomainError } from '../errors.js';
import { TRANSITIONS, isArmed, isDone, transition } from './transitions.js';
import type { AssignmentAct } from './transitions.js';
import type { AssignmentStateName } from './types.js';

const STATES = Object.keys(TRANSITIONS) as AssignmentStateName[];
const ACTS = [...new Set(STATES.flatMap((s) => Object.keys(TRANSITIONS[s])))] as AssignmentAct[];

describe('the one transition table', () => {
  it('reaches every state from waiting', () => {
    const reached = new Set<AssignmentStateName>(['waiting']);
    for (const state of reached) for (const to of Object.values(TRANSITIONS[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('leaves a done state only by a return of what was final or a process that goes on, a withdrawn one by an amendment', () => {
    const ways = STATES.filter(isDone).map((state) => [state, Object.keys(TRANSITIONS[state])]);
    expect(ways).toEqual([
      ['accepted', ['return-final', 'process-resumed']],
      ['not-arisen', ['return-final']],
      ['withdrawn', ['reinstate']],
    ]);
  });

  it('refuses every pair that is not in the table, naming both', () => {
    for (const state of STATES)
      for (const act of ACTS) {
        const to = (TRANSITIONS[state] as Record<string, string>)[act];
        if (to !== undefined) expect(transition(state, act)).toBe(to);
        else expect(() => transition(state, act)).toThrow(new DomainError('ACT_NOT_ALLOWED', { state, act }));
      }
  });

  it('arms the ladder for open and returned work only', () => {
    expect(STATES.filter(isArmed)).toEqual(['open', 'returned']);
  });
});

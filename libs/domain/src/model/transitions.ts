import { DomainError } from '../errors.js';
import type { AssignmentStateName } from './types.js';

/** Acts that move an assignment. 'opened' … 'process-resumed' are time's, 'withdraw' and 'reinstate' an amendment's, the others people's. */
export type AssignmentAct =
  | 'opened'
  | 'window-withdrawn'
  | 'acknowledged-by-itself'
  | 'process-ended'
  | 'process-resumed'
  | 'submit'
  | 'submit-final'
  | 'claim-not-arisen'
  | 'claim-not-arisen-final'
  | 'accept'
  | 'accept-not-arisen'
  | 'return'
  | 'return-final'
  | 'record-result'
  | 'withdraw'
  | 'reinstate';

/** The one transition table: state × act → state. What is not here is refused. */
export const TRANSITIONS = {
  waiting: {
    opened: 'open',
    'record-result': 'accepted',
    'claim-not-arisen': 'submitted',
    'claim-not-arisen-final': 'not-arisen',
    withdraw: 'withdrawn',
  },
  open: {
    'window-withdrawn': 'waiting',
    'process-ended': 'accepted',
    submit: 'submitted',
    'submit-final': 'accepted',
    'claim-not-arisen': 'submitted',
    'claim-not-arisen-final': 'not-arisen',
    'record-result': 'accepted',
    withdraw: 'withdrawn',
  },
  submitted: {
    'acknowledged-by-itself': 'accepted',
    accept: 'accepted',
    'accept-not-arisen': 'not-arisen',
    return: 'returned',
    'record-result': 'accepted',
    withdraw: 'withdrawn',
  },
  returned: {
    'process-ended': 'accepted',
    submit: 'submitted',
    'submit-final': 'accepted',
    'claim-not-arisen': 'submitted',
    'claim-not-arisen-final': 'not-arisen',
    'record-result': 'accepted',
    withdraw: 'withdrawn',
  },
  accepted: { 'return-final': 'returned', 'process-resumed': 'open' },
  'not-arisen': { 'return-final': 'returned' },
  withdrawn: { reinstate: 'waiting' },
} as const satisfies Record<AssignmentStateName, Partial<Record<AssignmentAct, AssignmentStateName>>>;

/** The state after an act, or a refusal ACT_NOT_ALLOWED with both names. */
export function transition(from: AssignmentStateName, act: AssignmentAct): AssignmentStateName {
  const to = (TRANSITIONS[from] as Partial<Record<AssignmentAct, AssignmentStateName>>)[act];
  if (to === undefined) throw new DomainError('ACT_NOT_ALLOWED', { state: from, act });
  return to;
}

/** Work that the ladder still follows. */
export const isArmed = (state: AssignmentStateName): boolean => state === 'open' || state === 'returned';
/** Nothing more is owed: done, or withdrawn by an amendment. */
export const isDone = (state: AssignmentStateName): boolean =>
  state === 'accepted' || state === 'not-arisen' || state === 'withdrawn';

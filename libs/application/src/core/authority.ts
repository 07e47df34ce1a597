import { DomainError } from '@don-doc/domain';
import type { Actor, ActorRole } from '../context.js';

/** @throws DomainError FORBIDDEN where the actor has none of the roles. */
export function requireRole(actor: Actor, ...roles: readonly ActorRole[]): void {
  if (!roles.some((role) => actor.roles.includes(role))) throw new DomainError('FORBIDDEN', { needs: roles });
}

export type AssignmentAct =
  'submit' | 'claim-not-arisen' | 'accept' | 'return' | 'record-result' | 'report-period' | 'remind';

interface Subject {
  readonly unitId: string;
  readonly officeLed: boolean;
  readonly done: boolean;
}

/**
 * Who may do what to an assignment: a unit answers for its own share (where the Office leads, its people do), the Office
 * judges and urges. The Office's own work has one judge of its own, the head of the Office's unit (Chánh Văn phòng):
 * what a clerk sends waits for him, and once it is final only a leader returns it.
 */
export function mayAct(actor: Actor, act: AssignmentAct, subject: Subject): boolean {
  const has = (role: ActorRole): boolean => actor.roles.includes(role);
  const own = actor.unitId === subject.unitId;
  const head = own && has('unit-head');
  const leader = has('deputy-director') || has('director');
  switch (act) {
    case 'submit':
    case 'claim-not-arisen':
      return head || (subject.officeLed && has('office'));
    case 'report-period':
      return head || (subject.officeLed ? has('office') : own && has('unit-staff'));
    case 'accept':
    case 'record-result':
      return subject.officeLed ? head : has('office');
    case 'remind':
      return has('office');
    case 'return':
      return subject.officeLed ? leader || (head && !subject.done) : has('office');
  }
}

/** domain.md: "Where the Office itself leads, the Chánh Văn phòng's submission is final". */
export function submitsFinally(actor: Actor, subject: Pick<Subject, 'unitId' | 'officeLed'>): boolean {
  return subject.officeLed && actor.unitId === subject.unitId && actor.roles.includes('unit-head');
}

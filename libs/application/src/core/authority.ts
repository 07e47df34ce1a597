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
 * judges and urges, and what the Office led may be returned only by a leader.
 */
export function mayAct(actor: Actor, act: AssignmentAct, subject: Subject): boolean {
  const has = (role: ActorRole): boolean => actor.roles.includes(role);
  const own = actor.unitId === subject.unitId;
  const leader = has('deputy-director') || has('director');
  switch (act) {
    case 'submit':
    case 'claim-not-arisen':
      return subject.officeLed ? has('office') : own && has('unit-head');
    case 'report-period':
      return subject.officeLed ? has('office') : own && (has('unit-head') || has('unit-staff'));
    case 'accept':
    case 'record-result':
    case 'remind':
      return has('office');
    case 'return':
      return subject.officeLed ? leader || (has('office') && !subject.done) : has('office');
  }
}

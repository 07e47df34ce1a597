import { TRANSITIONS, isArmed, isDone } from '@don-doc/domain';
import type { AssignmentModel, RowState } from '@don-doc/domain';
import type { AssignmentCommand, PlanView } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { mayAct, type AssignmentAct } from '../core/authority.js';
import type { PlanHeadRow } from './picture.js';

type Asked = Pick<AssignmentModel, 'state' | 'officeLed' | 'unitId'>;

/** What this person may do to this work now: what the page offers. The use case asks again. */
export function assignmentCommands(
  actor: Actor,
  a: Asked,
  row: RowState,
  status: PlanHeadRow['status'],
): AssignmentCommand[] {
  if (status !== 'running' && status !== 'suspended') return [];
  const done = isDone(a.state);
  const possible: Readonly<Record<AssignmentAct, boolean>> = {
    submit: 'submit' in TRANSITIONS[a.state],
    'report-period': isArmed(a.state) && row.window.follow === 'periods',
    accept: a.state === 'submitted',
    return: 'return' in TRANSITIONS[a.state] || ('return-final' in TRANSITIONS[a.state] && a.officeLed),
    'record-result': 'record-result' in TRANSITIONS[a.state],
    'claim-not-arisen': 'claim-not-arisen' in TRANSITIONS[a.state],
    remind: isArmed(a.state),
  };
  const acts = Object.keys(possible) as AssignmentAct[];
  const commands: AssignmentCommand[] = acts.filter(
    (act) => possible[act] && mayAct(actor, act, { unitId: a.unitId, officeLed: a.officeLed, done }),
  );
  const undated = row.spec.kind === 'after-event' || row.spec.kind === 'unreadable';
  if (undated && !done && actor.roles.includes('office')) commands.push('fix-due');
  return commands;
}

/** Acts on the plan as a whole. */
export function planCommands(actor: Actor, plan: Pick<PlanHeadRow, 'status' | 'is_rehearsal'>): PlanView['commands'] {
  if (!actor.roles.includes('office')) return actor.roles.includes('director') ? directorCommands(plan.status) : [];
  switch (plan.status) {
    case 'draft':
      return ['launch', 'answer-findings'];
    case 'running':
      return plan.is_rehearsal
        ? ['suspend', 'close', 'event', 'amend', 'clock']
        : ['suspend', 'close', 'event', 'amend'];
    case 'suspended':
      return plan.is_rehearsal ? ['resume', 'close', 'event', 'amend', 'clock'] : ['resume', 'close', 'event', 'amend'];
    case 'closed':
      return [];
  }
}

function directorCommands(status: PlanHeadRow['status']): PlanView['commands'] {
  if (status === 'running') return ['suspend', 'close', 'event'];
  return status === 'suspended' ? ['resume', 'close', 'event'] : [];
}

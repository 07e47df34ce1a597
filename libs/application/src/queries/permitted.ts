import { TRANSITIONS, isArmed, isDone } from '@don-doc/domain';
import type { AssignmentModel, RowState } from '@don-doc/domain';
import type { AssignmentCommand, PlanView } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
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
  const may = (act: string): boolean => act in TRANSITIONS[a.state];
  const office = actor.roles.includes('office');
  const ownHead = actor.unitId === a.unitId && (actor.roles.includes('unit-head') || (a.officeLed && office));
  const leader = actor.roles.includes('deputy-director') || actor.roles.includes('director');
  const commands: AssignmentCommand[] = [];
  if (ownHead && may('submit')) commands.push('submit');
  if (ownHead && isArmed(a.state) && row.window.follow === 'periods') commands.push('report-period');
  if (office && a.state === 'submitted') commands.push('accept', 'return');
  if (leader && a.officeLed && (isDone(a.state) || a.state === 'submitted')) commands.push('return');
  if (office && may('record-result')) commands.push('record-result');
  if (ownHead && may('claim-not-arisen')) commands.push('claim-not-arisen');
  if (office && isArmed(a.state)) commands.push('remind');
  if (office && !isDone(a.state) && (row.spec.kind === 'after-event' || row.spec.kind === 'unreadable'))
    commands.push('fix-due');
  return [...new Set(commands)];
}

/** Acts on the plan as a whole. */
export function planCommands(actor: Actor, plan: Pick<PlanHeadRow, 'status' | 'is_rehearsal'>): PlanView['commands'] {
  if (!actor.roles.includes('office')) return [];
  switch (plan.status) {
    case 'draft':
      return ['launch', 'answer-findings'];
    case 'running':
      return plan.is_rehearsal ? ['suspend', 'close', 'event', 'clock'] : ['suspend', 'close', 'event'];
    case 'suspended':
      return plan.is_rehearsal ? ['resume', 'close', 'event', 'clock'] : ['resume', 'close', 'event'];
    case 'closed':
      return [];
  }
}

import { GRAVENESS } from '../alarm/ladder.js';
import { DomainError } from '../errors.js';
import { dateOf, firstOfMonth } from '../time/civil.js';
import type { CivilDate, EpochMs } from '../time/reading.js';
import { monthlyPeriods } from '../time/window.js';
import { amendTask } from './amend.js';
import { allPeriodsMet, makeAlarm, movedEffect } from './assignment-run.js';
import { changeDue } from './rearm.js';
import { comesLate } from './status.js';
import { isArmed, isDone, transition } from './transitions.js';
import type { AssignmentAct } from './transitions.js';
import type { AssignmentModel, Effect, PlanFacts, RowState, TaskCommand, TaskModel } from './types.js';

export interface CommandInput {
  /** Already settled up to `at`. */
  readonly task: TaskModel;
  readonly facts: PlanFacts;
  readonly command: TaskCommand;
  readonly at: EpochMs;
}

export interface CommandOutcome {
  readonly task: TaskModel;
  readonly effects: readonly Effect[];
}

/**
 * One command on a settled task. Throws DomainError: PLAN_CLOSED, ASSIGNMENT_UNKNOWN, ROW_UNKNOWN, ACT_NOT_ALLOWED
 * { state, act }, NOT_YET_OPEN, PERIOD_NOT_OWED, PERIOD_NOT_STARTED, PERIOD_ALREADY_REPORTED, DUE_ALREADY_STATED,
 * DUE_BEFORE_OPENING, ACTUAL_IN_FUTURE, and those of amendTask.
 */
export function applyCommand(input: CommandInput): CommandOutcome {
  const { task, facts, command, at } = input;
  if (facts.status === 'closed') throw new DomainError('PLAN_CLOSED');
  if (command.kind === 'fix-due') return fixDue(task, facts, command, at);
  if (command.kind === 'amend') return amendTask(task, facts, command.changes, at);
  const a = task.assignments.find((x) => x.id === command.assignmentId);
  if (!a) throw new DomainError('ASSIGNMENT_UNKNOWN', { assignmentId: command.assignmentId });
  const row = mustRow(task, a.rowId);
  const judged = (actualOn: CivilDate) => ({ actualOn, late: comesLate(a, row, facts.calendar, actualOn, at) });
  switch (command.kind) {
    case 'submit':
      if (a.state === 'waiting') throw new DomainError('NOT_YET_OPEN', { rowNo: row.no });
      if (command.actualOn && command.actualOn > dateOf(at))
        throw new DomainError('ACTUAL_IN_FUTURE', { actualOn: command.actualOn });
      return moveTo(task, row, a, command.final ? 'submit-final' : 'submit', at, {
        submittedAt: at,
        ...judged(command.actualOn ?? dateOf(at)),
        claimsNotArisen: false,
      });
    case 'claim-not-arisen':
      return moveTo(task, row, a, command.final ? 'claim-not-arisen-final' : 'claim-not-arisen', at, {
        submittedAt: at,
        ...judged(dateOf(at)),
        claimsNotArisen: true,
      });
    case 'accept':
      return moveTo(task, row, a, a.claimsNotArisen ? 'accept-not-arisen' : 'accept', at, {});
    case 'return': {
      if (isDone(a.state) && !a.officeLed) throw new DomainError('ACT_NOT_ALLOWED', { state: a.state, act: 'return' });
      const act = isDone(a.state) ? 'return-final' : 'return';
      return moveTo(task, row, a, act, at, {
        submittedAt: null,
        actualOn: null,
        claimsNotArisen: false,
        late: false,
      });
    }
    case 'record-result': {
      if (command.actualOn > dateOf(at)) throw new DomainError('ACTUAL_IN_FUTURE', { actualOn: command.actualOn });
      // A submission that was late stays so, unless the work was done on an earlier day than the submission says.
      const stays = a.late && a.actualOn !== null && command.actualOn >= a.actualOn;
      const judgement = judged(command.actualOn);
      return moveTo(task, row, a, 'record-result', at, {
        submittedAt: a.submittedAt ?? at,
        ...judgement,
        late: judgement.late || stays,
        claimsNotArisen: false,
      });
    }
    case 'report-period':
      return reportPeriod(task, facts, row, a, command.period, at);
    case 'remind': {
      if (!isArmed(a.state)) throw new DomainError('ACT_NOT_ALLOWED', { state: a.state, act: 'remind' });
      const alarm = {
        at,
        rule: 'manual',
        occurrence: 1,
        period: dateOf(at),
        to: ['unit-head'],
        channel: 'digest',
        grave: GRAVENESS.manual,
      } as const;
      // While the plan is suspended it is recorded like any other, and speaks at resume where nothing graver does.
      const { assignment, effects } = makeAlarm(facts, row, a, alarm, at);
      const { note } = command;
      return {
        task: replace(task, assignment),
        effects: note
          ? effects.map((effect): Effect => (effect.kind === 'alarm' ? { ...effect, note } : effect))
          : effects,
      };
    }
  }
}

function moveTo(
  task: TaskModel,
  row: RowState,
  a: AssignmentModel,
  act: AssignmentAct,
  at: EpochMs,
  change: Partial<AssignmentModel>,
): CommandOutcome {
  const to = transition(a.state, act);
  const next: AssignmentModel = { ...a, ...change, state: to, suppressed: isArmed(to) ? a.suppressed : null };
  return {
    task: replace(task, next),
    effects: [movedEffect(a, to, at, 'command')],
  };
}

function reportPeriod(
  task: TaskModel,
  facts: PlanFacts,
  row: RowState,
  a: AssignmentModel,
  period: string,
  at: EpochMs,
): CommandOutcome {
  if (!isArmed(a.state))
    throw new DomainError(a.state === 'waiting' ? 'NOT_YET_OPEN' : 'ACT_NOT_ALLOWED', {
      rowNo: row.no,
      state: a.state,
      act: 'report-period',
    });
  const { window } = row;
  if (window.follow !== 'periods' || window.opensOn === null)
    throw new DomainError('PERIOD_NOT_OWED', { rowNo: row.no, period });
  if (firstOfMonth(period) > dateOf(at)) throw new DomainError('PERIOD_NOT_STARTED', { rowNo: row.no, period });
  const owed = monthlyPeriods(window.opensOn, window.lastDay, facts.calendar, dateOf(at)).find(
    (p) => p.period === period,
  );
  if (owed === undefined) throw new DomainError('PERIOD_NOT_OWED', { rowNo: row.no, period });
  if (a.periods.some((p) => p.period === period))
    throw new DomainError('PERIOD_ALREADY_REPORTED', { rowNo: row.no, period });
  // A month that has its evidence is not spoken of when a suspended plan is resumed.
  const suppressed = a.suppressed?.period === period ? null : a.suppressed;
  const reported: AssignmentModel = {
    ...a,
    periods: [...a.periods, { period, metAt: at, late: at >= owed.lateFrom }],
    suppressed,
  };
  const ended = window.lateFrom !== null && at >= window.lateFrom && allPeriodsMet(facts, row, reported);
  if (!ended) return { task: replace(task, reported), effects: [] };
  const to = transition(a.state, 'process-ended');
  return {
    task: replace(task, {
      ...reported,
      state: to,
      actualOn: dateOf(at),
      late: reported.periods.some((p) => p.late),
      suppressed: null,
    }),
    effects: [movedEffect(a, to, at, 'process-ended')],
  };
}

/** The Office fixes the date the plan does not state; a stated one is changed only by an amendment. */
function fixDue(
  task: TaskModel,
  facts: PlanFacts,
  command: Extract<TaskCommand, { kind: 'fix-due' }>,
  at: EpochMs,
): CommandOutcome {
  const row = mustRow(task, command.rowId);
  if (row.spec.kind !== 'after-event' && row.spec.kind !== 'unreadable')
    throw new DomainError('DUE_ALREADY_STATED', { rowNo: row.no, phrase: row.phrase });
  const opensOn = row.window.opensOn;
  if (command.lastDay < dateOf(at) || (opensOn !== null && command.lastDay < opensOn))
    throw new DomainError('DUE_BEFORE_OPENING', {
      rowNo: row.no,
      lastDay: command.lastDay,
      opensOn: opensOn ?? dateOf(at),
    });
  const fixed: RowState = { ...row, fixedLastDay: command.lastDay, fixedBy: command.approvedBy ?? null };
  const effects: Effect[] = [];
  const withFixed = { ...task, rows: task.rows.map((r) => (r.id === row.id ? fixed : r)) };
  return { task: changeDue(facts, facts, withFixed, fixed, at, effects), effects };
}

function replace(task: TaskModel, next: AssignmentModel): TaskModel {
  return { ...task, assignments: task.assignments.map((a) => (a.id === next.id ? next : a)) };
}

function mustRow(task: TaskModel, id: string): RowState {
  const row = task.rows.find((r) => r.id === id);
  if (!row) throw new DomainError('ROW_UNKNOWN', { rowId: id });
  return row;
}

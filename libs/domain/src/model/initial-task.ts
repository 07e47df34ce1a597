import { startOfDay } from '../time/civil.js';
import type { CivilDate, DeadlineSpec, EpochMs } from '../time/reading.js';
import { windowOf } from './rearm.js';
import type { AssignmentModel, PlanFacts, RowState, TaskModel } from './types.js';

/** A row as it enters a plan, by the launch or by an amendment. */
export interface NewRow {
  readonly id: string;
  readonly no: string;
  readonly phrase: string;
  readonly spec: DeadlineSpec;
  readonly fixedLastDay: CivilDate | null;
  /** Who gave that date, or the document that did. */
  readonly fixedBy?: string | null;
}

export interface NewAssignment {
  readonly id: string;
  readonly rowId: string;
  readonly unitId: string;
  readonly officeLed: boolean;
}

export interface InitialTaskInput {
  readonly id: string;
  readonly rows: readonly NewRow[];
  readonly assignments: readonly (NewAssignment & {
    /** Completed before the launch (2.1 by the signing): accepted from the start. */
    readonly completedOn?: CivilDate | null;
  })[];
}

/** A task as the launch makes it: nothing worked through yet, so that instants equal to L are still made. */
export function initialTask(input: InitialTaskInput, facts: PlanFacts): TaskModel {
  // A date fixed with the launch is part of its policy.
  const fixedBy = facts.policy.approvedBy;
  const rows = input.rows.map((row) => newRow({ ...row, fixedBy }, facts, facts.launchedAt));
  const lastDays = new Map(rows.map((row) => [row.id, row.window.lastDay]));
  const late = (rowId: string, on: CivilDate | null | undefined): boolean => !!on && on > (lastDays.get(rowId) ?? on);
  const assignments = input.assignments.map((a): AssignmentModel => ({
    ...newAssignment(a),
    state: a.completedOn ? 'accepted' : 'waiting',
    submittedAt: a.completedOn ? startOfDay(a.completedOn) : null,
    actualOn: a.completedOn ?? null,
    late: late(a.rowId, a.completedOn),
  }));
  return { id: input.id, rows, assignments, settledThrough: facts.launchedAt - 1 };
}

/** The first due version of a row, from `at` on. */
export function newRow(row: NewRow, facts: PlanFacts, at: EpochMs): RowState {
  const fixed = { ...row, fixedBy: row.fixedLastDay === null ? null : (row.fixedBy ?? null) };
  const window = windowOf(fixed, facts);
  return {
    ...fixed,
    window,
    dueVersion: 1,
    dueVersionAt: at,
    firstLastDay: window.lastDay,
    openingTold: false,
    suppressed: null,
  };
}

export function newAssignment({ id, rowId, unitId, officeLed }: NewAssignment): AssignmentModel {
  return {
    id,
    rowId,
    unitId,
    officeLed,
    state: 'waiting',
    submittedAt: null,
    actualOn: null,
    claimsNotArisen: false,
    late: false,
    periods: [],
    suppressed: null,
  };
}

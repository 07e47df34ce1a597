import type { AssignmentModel, Effect, RowState, TaskModel } from '@don-doc/domain';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { insertHistory } from './history.js';
import type { HistoryEntry } from './history.js';
import { releaseAlarms, writeAlarms } from './save-alarms.js';

export interface SaveInput {
  readonly planId: string;
  readonly directoryId: string;
  readonly before: TaskModel;
  readonly after: TaskModel;
  readonly effects: readonly Effect[];
  /** Who gave the command; null for what time did. */
  readonly byAccount: string | null;
}

/** Writes what differs between two models, and the effects on the way. A few set-based statements, however many units. */
export async function saveTask(em: EntityManager, input: SaveInput): Promise<void> {
  const { planId, directoryId, before, after, effects, byAccount } = input;
  await saveRows(em, before.rows, changed(before.rows, after.rows));
  await saveAssignments(em, before.assignments, changed(before.assignments, after.assignments));
  await savePeriods(em, before.assignments, after.assignments, byAccount);
  const owner = { planId, taskId: after.id, directoryId, byAccount };
  await writeAlarms(em, owner, effects);
  await releaseAlarms(em, owner, effects);
  await insertHistory(
    em,
    effects.flatMap((effect) => historyOf(input, effect)),
  );
}

/** Models are immutable, so what is the same object has not changed. */
function changed<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return after.filter((item) => known.get(item.id) !== item);
}

async function saveRows(em: EntityManager, before: readonly RowState[], rows: readonly RowState[]): Promise<void> {
  if (rows.length === 0) return;
  const known = new Map(before.map((row) => [row.id, row]));
  await em.query(
    `UPDATE plan_row r SET fixed_last_day = x.fixed, fixed_by = x.fixed_by, due_window = x.due_window, opens_on = x.opens_on,
       last_day = x.last_day, late_from = ${fromEpochMs('x.late_from')}, due_version = x.due_version,
       due_version_at = ${fromEpochMs('x.due_version_at')}, first_last_day = x.first_last_day, opening_told = x.opening_told,
       suppressed = nullif(x.suppressed, 'null'::jsonb), version = r.version + x.step
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, fixed date, fixed_by text, due_window jsonb, opens_on date, last_day date,
       late_from bigint, due_version int, due_version_at bigint, first_last_day date, opening_told boolean,
       suppressed jsonb, step int)
     WHERE r.id = x.id`,
    [
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          fixed: row.fixedLastDay,
          fixed_by: row.fixedBy,
          due_window: row.window,
          opens_on: row.window.opensOn,
          last_day: row.window.lastDay,
          late_from: row.window.lateFrom,
          due_version: row.dueVersion,
          due_version_at: row.dueVersionAt,
          first_last_day: row.firstLastDay,
          opening_told: row.openingTold,
          suppressed: row.suppressed,
          // What only a resume reads changes no page.
          step: known.get(row.id)?.window === row.window ? 0 : 1,
        })),
      ),
    ],
  );
}

async function saveAssignments(
  em: EntityManager,
  before: readonly AssignmentModel[],
  assignments: readonly AssignmentModel[],
): Promise<void> {
  if (assignments.length === 0) return;
  const known = new Map(before.map((a) => [a.id, a]));
  await em.query(
    `UPDATE assignment a SET state = x.state, submitted_at = ${fromEpochMs('x.submitted_at')}, actual_on = x.actual_on,
       claims_not_arisen = x.claims, late = x.late, suppressed = nullif(x.suppressed, 'null'::jsonb), version = a.version + x.step
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, state text, submitted_at bigint, actual_on date, claims boolean,
       late boolean, suppressed jsonb, step int)
     WHERE a.id = x.id`,
    [
      JSON.stringify(
        assignments.map((a) => ({
          id: a.id,
          state: a.state,
          submitted_at: a.submittedAt,
          actual_on: a.actualOn,
          claims: a.claimsNotArisen,
          late: a.late,
          suppressed: a.suppressed,
          // A person's page is out of date only where something that a person reads has changed.
          step: readsTheSame(known.get(a.id), a) ? 0 : 1,
        })),
      ),
    ],
  );
}

function readsTheSame(before: AssignmentModel | undefined, after: AssignmentModel): boolean {
  return (
    before !== undefined &&
    before.state === after.state &&
    before.submittedAt === after.submittedAt &&
    before.actualOn === after.actualOn &&
    before.claimsNotArisen === after.claimsNotArisen &&
    before.late === after.late &&
    before.periods.length === after.periods.length
  );
}

async function savePeriods(
  em: EntityManager,
  before: readonly AssignmentModel[],
  after: readonly AssignmentModel[],
  byAccount: string | null,
): Promise<void> {
  const known = new Map(before.map((a) => [a.id, a.periods]));
  const made = after.flatMap((a) =>
    a.periods === known.get(a.id)
      ? []
      : a.periods
          .filter((p) => !known.get(a.id)?.some((q) => q.period === p.period))
          .map((p) => ({ assignment_id: a.id, period: p.period, met_at: p.metAt, late: p.late })),
  );
  if (made.length === 0) return;
  await em.query(
    `INSERT INTO assignment_period (assignment_id, period, met_at, late, reported_by)
     SELECT assignment_id, period, ${fromEpochMs('met_at')}, late, $2::uuid
     FROM jsonb_to_recordset($1::jsonb) AS x(assignment_id uuid, period text, met_at bigint, late boolean)`,
    [JSON.stringify(made), byAccount],
  );
}

/** What time did, for the reader of the history; a command writes its own entry. */
function historyOf(input: SaveInput, effect: Effect): HistoryEntry[] {
  const base = { planId: input.planId, taskId: input.after.id, byAccount: null };
  switch (effect.kind) {
    case 'assignment':
      if (effect.cause === 'command') return [];
      return [
        {
          ...base,
          rowId: effect.rowId,
          assignmentId: effect.assignmentId,
          at: effect.at,
          kind: effect.cause,
          data: {},
          before: { state: effect.from },
          after: { state: effect.to },
        },
      ];
    case 'late':
      return [
        {
          ...base,
          rowId: effect.rowId,
          assignmentId: effect.assignmentId,
          at: effect.at,
          kind: 'late',
          data: { period: effect.period },
        },
      ];
    case 'due-changed':
      return [
        {
          ...base,
          rowId: effect.rowId,
          assignmentId: null,
          at: effect.at,
          kind: 'due-changed',
          data: { dueVersion: effect.dueVersion },
          before: daysOf(effect.before),
          after: daysOf(effect.after),
        },
      ];
    case 'alarm':
    case 'alarm-released':
      return [];
  }
}

function daysOf(window: RowState['window']): Record<string, unknown> {
  const { follow, opensOn, lastDay, byPolicy } = window;
  return { follow, opensOn, lastDay, byPolicy };
}

import type { AssignmentModel, EpochMs, RowState, TaskModel } from '@don-doc/domain';
import { epochMs, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

/** A task as the pure model sees it, with what the record keeps beside. */
export interface LoadedTask {
  readonly id: string;
  readonly planId: string;
  readonly no: string;
  readonly generation: string;
  readonly version: number;
  readonly settledVersion: number;
  readonly closed: boolean;
  readonly failing: boolean;
  readonly model: TaskModel;
  readonly assignmentVersions: Readonly<Record<string, number>>;
}

interface TaskRow {
  id: string;
  planId: string;
  no: string;
  generation: string;
  version: number;
  settledVersion: number;
  settledThrough: EpochMs;
  closed: boolean;
  failing: boolean;
  rows: RowState[];
  assignments: (AssignmentModel & { version: number })[];
}

const SELECT = `
SELECT t.id, t.plan_id AS "planId", t.no, t.generation, t.version, t.settled_version AS "settledVersion",
  ${epochMs('t.settled_through')} AS "settledThrough", t.closed, t.error_count > 0 AS failing,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'no', r.no, 'phrase', r.time_text,
      'spec', r.reading->'spec', 'fixedLastDay', r.fixed_last_day, 'fixedBy', r.fixed_by, 'window', r.due_window, 'dueVersion', r.due_version,
      'dueVersionAt', ${epochMs('r.due_version_at')}, 'firstLastDay', r.first_last_day,
      'openingTold', r.opening_told, 'suppressed', r.suppressed) ORDER BY r.position), '[]')
    FROM plan_row r WHERE r.task_id = t.id) AS rows,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'rowId', a.row_id, 'unitId', a.unit_id,
      'officeLed', a.office_led, 'state', a.state, 'submittedAt', ${epochMs('a.submitted_at')},
      'actualOn', a.actual_on, 'claimsNotArisen', a.claims_not_arisen, 'late', a.late, 'suppressed', a.suppressed,
      'version', a.version, 'periods', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('period', p.period, 'metAt', ${epochMs('p.met_at')}, 'late', p.late)
          ORDER BY p.met_at, p.period), '[]')
        FROM assignment_period p WHERE p.assignment_id = a.id)) ORDER BY r.position, a.id), '[]')
    FROM assignment a JOIN plan_row r ON r.id = a.row_id WHERE a.task_id = t.id) AS assignments
FROM task t`;

/** Call it only when the task is locked, or inside a snapshot. */
export async function loadTask(em: EntityManager, taskId: string): Promise<LoadedTask | null> {
  const rows = await sqlRows<TaskRow>(em, `${SELECT} WHERE t.id = $1`, [taskId]);
  return rows[0] ? toLoaded(rows[0]) : null;
}

/** All tasks of a plan, in the order of the appendix. */
export async function loadTasks(em: EntityManager, planId: string): Promise<LoadedTask[]> {
  const rows = await sqlRows<TaskRow>(em, `${SELECT} WHERE t.plan_id = $1 ORDER BY t.position`, [planId]);
  return rows.map(toLoaded);
}

function toLoaded(row: TaskRow): LoadedTask {
  const { rows, assignments, settledThrough, ...head } = row;
  return {
    ...head,
    model: {
      id: row.id,
      rows,
      assignments: assignments.map(({ version: _version, ...model }) => model),
      settledThrough,
    },
    assignmentVersions: Object.fromEntries(assignments.map((a) => [a.id, a.version])),
  };
}

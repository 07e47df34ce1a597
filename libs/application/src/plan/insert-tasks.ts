import { randomUUID } from 'node:crypto';
import type { AssignmentModel, Place, RowState, TimeReading, UnitRef } from '@don-doc/domain';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Blueprint } from './blueprint.js';
import type { LaunchedTask } from './launch-plan.js';

/** Tasks, rows and assignments: one statement a table, however many units. */
export async function insertTasks(em: EntityManager, planId: string, blueprint: Blueprint): Promise<LaunchedTask[]> {
  const tasks = blueprint.tasks.map((task) => ({ task, generation: randomUUID() as string }));
  await em.query(
    `INSERT INTO task (id, plan_id, no, position, version, settled_version, settled_through, generation)
     SELECT id, $2, no, position, 1, 0, ${fromEpochMs('settled_through')}, generation
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, no text, position int, settled_through bigint, generation uuid)`,
    [
      JSON.stringify(
        tasks.map(({ task, generation }) => ({
          id: task.id,
          no: task.no,
          position: task.position,
          settled_through: task.model.settledThrough,
          generation,
        })),
      ),
      planId,
    ],
  );
  await insertRows(em, planId, blueprint.tasks.flatMap(rowsOf));
  await insertAssignments(
    em,
    planId,
    blueprint.tasks.flatMap((task) => task.model.assignments.map((model) => ({ taskId: task.id, model }))),
  );
  return tasks.map(({ task, generation }) => ({ taskId: task.id, no: task.no, generation }));
}

/** A row with what people read of it, as the launch or an amendment writes it. */
export interface RowToInsert {
  readonly taskId: string;
  readonly parentRowId: string | null;
  readonly position: number;
  readonly state: RowState;
  readonly text: {
    readonly content: string;
    readonly leadText: string;
    readonly coordinatorText: string;
    readonly timeText: string;
  };
  readonly leads: readonly UnitRef[];
  readonly coordinators: readonly UnitRef[];
  readonly places: readonly Place[];
  readonly stitched: boolean;
  readonly reading: TimeReading;
  readonly amendmentId: string | null;
}

export async function insertRows(em: EntityManager, planId: string, rows: readonly RowToInsert[]): Promise<void> {
  await em.query(
    `INSERT INTO plan_row (id, plan_id, task_id, parent_row_id, no, position, content, lead_text, coordinator_text,
       time_text, leads, coordinators, places, stitched, reading, fixed_last_day, fixed_by, due_window, opens_on, last_day, late_from,
       due_version, due_version_at, first_last_day, amendment_id)
     SELECT id, $2, task_id, parent_row_id, no, position, content, lead_text, coordinator_text, time_text, leads,
       coordinators, places, stitched, reading, fixed_last_day, fixed_by, due_window, opens_on, last_day,
       ${fromEpochMs('late_from')}, due_version, ${fromEpochMs('due_version_at')}, first_last_day, amendment_id
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, task_id uuid, parent_row_id uuid, no text, position int,
       content text, lead_text text, coordinator_text text, time_text text, leads jsonb, coordinators jsonb, places jsonb,
       stitched boolean, reading jsonb, fixed_last_day date, fixed_by text, due_window jsonb, opens_on date, last_day date,
       late_from bigint, due_version int, due_version_at bigint, first_last_day date, amendment_id uuid)`,
    [JSON.stringify(rows.map(columnsOf)), planId],
  );
}

export async function insertAssignments(
  em: EntityManager,
  planId: string,
  assignments: readonly { readonly taskId: string; readonly model: AssignmentModel }[],
): Promise<void> {
  if (assignments.length === 0) return;
  await em.query(
    `INSERT INTO assignment (id, plan_id, task_id, row_id, unit_id, office_led, state, submitted_at, actual_on, late)
     SELECT id, $2, task_id, row_id, unit_id, office_led, state, ${fromEpochMs('submitted_at')}, actual_on, late
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, task_id uuid, row_id uuid, unit_id uuid, office_led boolean,
       state text, submitted_at bigint, actual_on date, late boolean)`,
    [
      JSON.stringify(
        assignments.map(({ taskId, model }) => ({
          id: model.id,
          task_id: taskId,
          row_id: model.rowId,
          unit_id: model.unitId,
          office_led: model.officeLed,
          state: model.state,
          submitted_at: model.submittedAt,
          actual_on: model.actualOn,
          late: model.late,
        })),
      ),
      planId,
    ],
  );
}

function rowsOf(task: Blueprint['tasks'][number]): RowToInsert[] {
  const states = new Map(task.model.rows.map((row) => [row.id, row]));
  return task.rows.flatMap(({ id, parentRowId, position, draft }) => {
    const state = states.get(id);
    if (state === undefined) return [];
    return [
      {
        taskId: task.id,
        parentRowId,
        position,
        state,
        text: {
          content: draft.content.text,
          leadText: draft.leadText.text,
          coordinatorText: draft.coordinatorText.text,
          timeText: draft.timeText.text,
        },
        leads: draft.leads,
        coordinators: draft.coordinators,
        places: draft.content.places,
        stitched: draft.stitched,
        reading: draft.reading,
        amendmentId: null,
      },
    ];
  });
}

function columnsOf({ state, text, ...row }: RowToInsert): Record<string, unknown> {
  return {
    id: state.id,
    task_id: row.taskId,
    parent_row_id: row.parentRowId,
    no: state.no,
    position: row.position,
    content: text.content,
    lead_text: text.leadText,
    coordinator_text: text.coordinatorText,
    time_text: text.timeText,
    leads: row.leads,
    coordinators: row.coordinators,
    places: row.places,
    stitched: row.stitched,
    reading: row.reading,
    fixed_last_day: state.fixedLastDay,
    fixed_by: state.fixedBy,
    due_window: state.window,
    opens_on: state.window.opensOn,
    last_day: state.window.lastDay,
    late_from: state.window.lateFrom,
    due_version: state.dueVersion,
    due_version_at: state.dueVersionAt,
    first_last_day: state.firstLastDay,
    amendment_id: row.amendmentId,
  };
}

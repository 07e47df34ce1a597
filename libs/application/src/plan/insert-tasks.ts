import { randomUUID } from 'node:crypto';
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
  await em.query(
    `INSERT INTO plan_row (id, plan_id, task_id, parent_row_id, no, position, content, lead_text, coordinator_text,
       time_text, leads, coordinators, places, stitched, reading, fixed_last_day, fixed_by, due_window, opens_on, last_day,
       late_from, due_version, due_version_at, first_last_day)
     SELECT id, $2, task_id, parent_row_id, no, position, content, lead_text, coordinator_text, time_text, leads,
       coordinators, places, stitched, reading, fixed_last_day, fixed_by, due_window, opens_on, last_day,
       ${fromEpochMs('late_from')}, due_version, ${fromEpochMs('due_version_at')}, first_last_day
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, task_id uuid, parent_row_id uuid, no text, position int,
       content text, lead_text text, coordinator_text text, time_text text, leads jsonb, coordinators jsonb, places jsonb,
       stitched boolean, reading jsonb, fixed_last_day date, fixed_by text, due_window jsonb, opens_on date, last_day date,
       late_from bigint, due_version int, due_version_at bigint, first_last_day date)`,
    [JSON.stringify(blueprint.tasks.flatMap(rowsOf)), planId],
  );
  await em.query(
    `INSERT INTO assignment (id, plan_id, task_id, row_id, unit_id, office_led, state, submitted_at, actual_on, late)
     SELECT id, $2, task_id, row_id, unit_id, office_led, state, ${fromEpochMs('submitted_at')}, actual_on, late
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, task_id uuid, row_id uuid, unit_id uuid, office_led boolean,
       state text, submitted_at bigint, actual_on date, late boolean)`,
    [
      JSON.stringify(
        blueprint.tasks.flatMap((task) =>
          task.model.assignments.map((a) => ({
            id: a.id,
            task_id: task.id,
            row_id: a.rowId,
            unit_id: a.unitId,
            office_led: a.officeLed,
            state: a.state,
            submitted_at: a.submittedAt,
            actual_on: a.actualOn,
            late: a.late,
          })),
        ),
      ),
      planId,
    ],
  );
  return tasks.map(({ task, generation }) => ({ taskId: task.id, no: task.no, generation }));
}

function rowsOf(task: Blueprint['tasks'][number]): Record<string, unknown>[] {
  const states = new Map(task.model.rows.map((row) => [row.id, row]));
  return task.rows.map(({ id, parentRowId, position, draft }) => {
    const state = states.get(id);
    return {
      id,
      task_id: task.id,
      parent_row_id: parentRowId,
      no: draft.no,
      position,
      content: draft.content.text,
      lead_text: draft.leadText.text,
      coordinator_text: draft.coordinatorText.text,
      time_text: draft.timeText.text,
      leads: draft.leads,
      coordinators: draft.coordinators,
      places: draft.content.places,
      stitched: draft.stitched,
      reading: draft.reading,
      fixed_last_day: state?.fixedLastDay,
      fixed_by: state?.fixedBy,
      due_window: state?.window,
      opens_on: state?.window.opensOn,
      last_day: state?.window.lastDay,
      late_from: state?.window.lateFrom,
      due_version: state?.dueVersion,
      due_version_at: state?.dueVersionAt,
      first_last_day: state?.firstLastDay,
    };
  });
}

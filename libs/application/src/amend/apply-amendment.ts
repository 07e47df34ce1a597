import { randomUUID } from 'node:crypto';
import { addedTask, amendTask, DomainError } from '@don-doc/domain';
import type { Effect, EpochMs, RowState, TaskCommand, TaskModel } from '@don-doc/domain';
import type { AmendedRow } from '@don-doc/contracts/http';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../context.js';
import { recordCommand } from '../core/command-log.js';
import { insertHistory } from '../core/history.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { factsAt } from '../core/plan-frame.js';
import { saveTask } from '../core/save-task.js';
import { insertAssignments, insertRows } from '../plan/insert-tasks.js';
import { wakeOf } from '../settle/settle-task.js';
import { workThrough } from '../settle/work-through.js';
import type { DrawnTask } from './draw-amendment.js';
import { makeRoom } from './positions.js';

export interface AmendedTask {
  readonly drawn: DrawnTask;
  /** Settled up to the amendment's instant. */
  readonly before: TaskModel;
  readonly after: TaskModel;
  readonly settled: readonly Effect[];
  readonly effects: readonly Effect[];
}

/** The pure part: every task settled to the instant, then changed. @throws DomainError of amendTask, PLAN_CLOSED */
export function amendTasks(frame: PlanFrame, drawn: readonly DrawnTask[], at: EpochMs): AmendedTask[] {
  return drawn.map((task) => {
    if (task.loaded?.closed) throw new DomainError('PLAN_CLOSED', { planId: frame.id });
    const settled =
      task.loaded === null
        ? { task: addedTask(task.taskId, at), facts: factsAt(frame, at), effects: [] }
        : workThrough(frame, task.loaded.model, at, 'all');
    const done = amendTask(settled.task, settled.facts, task.changes, at);
    return {
      drawn: task,
      before: settled.task,
      after: done.task,
      settled: settled.effects,
      effects: done.effects,
    };
  });
}

/** Every row that the amendment touches, before and after, with its last day: what people compare. */
export function amendedRows(tasks: readonly AmendedTask[]): AmendedRow[] {
  return tasks.flatMap(({ drawn, before, after }) =>
    drawn.rows.map(({ kind, rowId, no, before: was, after: becomes }) => ({
      kind,
      no,
      before: was === null ? null : { ...was, lastDay: lastDayOf(before, rowId) },
      after: becomes === null ? null : { ...becomes, lastDay: lastDayOf(after, rowId) },
    })),
  );
}

const rowOf = (task: TaskModel, rowId: string): RowState | undefined => task.rows.find((row) => row.id === rowId);
const lastDayOf = (task: TaskModel, rowId: string): string | null => rowOf(task, rowId)?.window.lastDay ?? null;

export interface AmendmentStamp {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
}

/** Writes an amendment under the plan's exclusive lock; returns the tasks that are new, whose workflows are to be started. */
export async function saveAmendment(
  em: EntityManager,
  actor: Actor,
  frame: PlanFrame,
  tasks: readonly AmendedTask[],
  stamp: AmendmentStamp,
): Promise<string[]> {
  const { at } = stamp;
  const started: string[] = [];
  for (const task of tasks) {
    const { drawn, after, settled, effects } = task;
    if (drawn.loaded === null) {
      await insertTask(em, frame.id, drawn, stamp);
      started.push(drawn.taskId);
    }
    await insertAdded(em, frame.id, task, stamp.id);
    await forgetResults(em, task);
    await reword(em, drawn);
    await saveTask(em, {
      planId: frame.id,
      directoryId: frame.directoryId,
      before: drawn.loaded?.model ?? addedTask(drawn.taskId, at),
      after,
      effects: [...settled, ...effects],
      byAccount: actor.accountId,
    });
    const wake = workThrough(frame, after, at, 'step').nextWakeAt;
    await em.query(
      `UPDATE task SET settled_through = ${fromEpochMs('$2')}, next_wake_at = ${fromEpochMs('$3')} WHERE id = $1`,
      [drawn.taskId, at, wakeOf(frame, wake)],
    );
    await insertHistory(
      em,
      drawn.rows.map((row) => ({
        planId: frame.id,
        taskId: drawn.taskId,
        rowId: row.rowId,
        assignmentId: null,
        at,
        byAccount: actor.accountId,
        kind: 'amended',
        data: { ...stamp.data, change: row.kind },
        ...(row.before ? { before: { ...row.before, lastDay: lastDayOf(task.before, row.rowId) } } : {}),
        ...(row.after ? { after: { ...row.after, lastDay: lastDayOf(after, row.rowId) } } : {}),
      })),
    );
    // What a replay of the plan's life through the pure model needs: a command of this task at this instant.
    if (drawn.changes.length > 0) {
      const command: TaskCommand = { kind: 'amend', changes: drawn.changes };
      await recordCommand(em, actor, {
        commandId: randomUUID(),
        kind: 'amend',
        planId: frame.id,
        taskId: drawn.taskId,
        at,
        command,
        answered: { amendmentId: stamp.id },
      });
    }
  }
  return started;
}

async function insertTask(em: EntityManager, planId: string, drawn: DrawnTask, stamp: AmendmentStamp): Promise<void> {
  const position = await makeRoom(em, planId, 'task', drawn.no);
  await em.query(
    `INSERT INTO task (id, plan_id, no, position, version, settled_version, settled_through, generation, amendment_id)
     VALUES ($1, $2, $3, $4, 1, 0, ${fromEpochMs('$5')}, $6, $7)`,
    [drawn.taskId, planId, drawn.no, position, stamp.at, randomUUID(), stamp.id],
  );
}

/** Rows and work that were not there before. */
async function insertAdded(
  em: EntityManager,
  planId: string,
  { drawn, before, after }: AmendedTask,
  amendmentId: string,
): Promise<void> {
  for (const row of drawn.rows) {
    const state = rowOf(after, row.rowId);
    if (row.kind !== 'add-row' || row.after === null || state === undefined || row.reading === null) continue;
    const position = await makeRoom(em, planId, 'plan_row', row.no);
    const parent = row.no === drawn.no ? undefined : after.rows.find((one) => one.no === drawn.no);
    await insertRows(em, planId, [
      {
        taskId: drawn.taskId,
        parentRowId: parent?.id ?? null,
        position,
        state,
        text: row.after,
        leads: row.leads ?? [],
        coordinators: [],
        places: [],
        stitched: false,
        reading: row.reading,
        amendmentId,
      },
    ]);
  }
  const known = new Set(before.assignments.map((a) => a.id));
  await insertAssignments(
    em,
    planId,
    after.assignments.filter((a) => !known.has(a.id)).map((a) => ({ taskId: drawn.taskId, model: a })),
  );
}

/** Work that comes back begins anew; what was sent before stands in the history. */
async function forgetResults(em: EntityManager, { before, after }: AmendedTask): Promise<void> {
  const was = new Map(before.assignments.map((a) => [a.id, a.state]));
  const back = after.assignments.filter((a) => was.get(a.id) === 'withdrawn' && a.state !== 'withdrawn');
  if (back.length === 0) return;
  await em.query('UPDATE assignment SET result = NULL, note = NULL WHERE id = ANY($1)', [back.map(({ id }) => id)]);
}

/** The words of a changed row; the former ones stand in the history and in the amendment. */
async function reword(em: EntityManager, drawn: DrawnTask): Promise<void> {
  for (const { kind, rowId, after, leads, reading } of drawn.rows) {
    if (kind !== 'change-row' || after === null) continue;
    await em.query(
      `UPDATE plan_row SET content = $2, lead_text = $3, coordinator_text = $4, time_text = $5,
         leads = coalesce($6::jsonb, leads), reading = coalesce($7::jsonb, reading), version = version + 1
       WHERE id = $1`,
      [
        rowId,
        after.content,
        after.leadText,
        after.coordinatorText,
        after.timeText,
        leads === null ? null : JSON.stringify(leads),
        reading === null ? null : JSON.stringify(reading),
      ],
    );
  }
}

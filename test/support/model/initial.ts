import type { InitialTaskInput, PlanDraft, RecordedCommand, TaskModel } from '@don-doc/domain';

/**
 * The tasks as the launch made them, from how they stand now: without what amendments have added, with the times that they
 * have changed as the draft words them. `signed`: assignment → date, of work that the signing completed.
 */
export function tasksAtLaunch(
  tasks: readonly TaskModel[],
  commands: readonly RecordedCommand[],
  draft: PlanDraft,
  signed: ReadonlyMap<string, string>,
): { tasks: InitialTaskInput[]; added: { id: string; at: number }[] } {
  const changes = commands.flatMap(({ command }) => (command.kind === 'amend' ? command.changes : []));
  const later = new Set(
    changes.flatMap((change) => {
      if (change.kind === 'add-row') return [change.row.id, ...change.assignments.map(({ id }) => id)];
      return change.kind === 'change-row' ? change.join.map(({ id }) => id) : [];
    }),
  );
  const retimed = new Set(
    changes.flatMap((change) => (change.kind === 'change-row' && change.time ? [change.rowId] : [])),
  );
  const drafted = new Map(draft.rows.map((row) => [row.no, row]));
  const isAdded = (task: TaskModel): boolean => task.rows.every(({ id }) => later.has(id));
  return {
    tasks: tasks
      .filter((task) => !isAdded(task))
      .map((task) => ({
        id: task.id,
        rows: task.rows
          .filter(({ id }) => !later.has(id))
          .map(({ id, no, phrase, spec }) => {
            const row = retimed.has(id) ? drafted.get(no) : undefined;
            return row === undefined
              ? { id, no, phrase, spec, fixedLastDay: null }
              : { id, no, phrase: row.timeText.text, spec: row.reading.spec, fixedLastDay: null };
          }),
        assignments: task.assignments
          .filter(({ id }) => !later.has(id))
          .map(({ id, rowId, unitId, officeLed }) => ({
            id,
            rowId,
            unitId,
            officeLed,
            completedOn: signed.get(id) ?? null,
          })),
      })),
    added: tasks.filter(isAdded).map(({ id }) => ({ id, at: commands.find(({ taskId }) => taskId === id)?.at ?? 0 })),
  };
}

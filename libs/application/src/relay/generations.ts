import { sqlRow } from '@don-doc/persistence';
import type { AppContext } from '../context.js';
import type { WorkflowRef } from './refs.js';

const TOKEN_OF = {
  task: { table: 'task', column: 'generation' },
  plan: { table: 'plan', column: 'generation' },
  digest: { table: 'plan', column: 'digest_generation' },
} as const;

/**
 * A fresh token for a workflow that Temporal does not know (any more): should the old one come back with a restored
 * server, its settle is told `closed`. Null where another reconciler has been first.
 */
export async function renewGeneration<W extends WorkflowRef>(ctx: AppContext, workflow: W): Promise<W | null> {
  const { table, column } = TOKEN_OF[workflow.kind];
  const id = workflow.kind === 'task' ? workflow.ref.taskId : workflow.ref.planId;
  const row = await sqlRow<{ token: string }>(
    ctx.db,
    `UPDATE ${table} SET ${column} = gen_random_uuid() WHERE id = $1 AND ${column} = $2 RETURNING ${column} AS token`,
    [id, workflow.ref.generation],
  );
  return row === null ? null : { ...workflow, ref: { ...workflow.ref, generation: row.token } };
}

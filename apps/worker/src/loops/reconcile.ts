import { renewGeneration, workflowsThatShouldRun, type AppContext, type WorkflowRef } from '@don-doc/application';
import type { Logger } from 'pino';
import type { Messenger } from '../temporal/messenger.js';
import { inParallel } from './loop.js';

const AT_ONCE = 8;

/**
 * Where Temporal does not run a workflow that the facts ask for, a new generation of it is started. Says whether it was.
 * The old one, should it come back with a restored server, is told `closed`.
 */
export async function reconcileOne(
  ctx: AppContext,
  messenger: Messenger,
  log: Logger,
  workflow: WorkflowRef,
): Promise<boolean> {
  if (await messenger.isRunning(workflow)) return false;
  const renewed = await renewGeneration(ctx, workflow);
  if (renewed === null) return false;
  await messenger.poke({ ...renewed, sequence: 0 });
  log.info({ plan: workflow.ref.planId, kind: workflow.kind, ...rowOf(workflow) }, 'workflow started again');
  return true;
}

/** Everything that should run, of all plans or of one: a fresh Temporal begins again from the facts. */
export async function reconcileAll(
  ctx: AppContext,
  messenger: Messenger,
  log: Logger,
  planId?: string,
): Promise<number> {
  const wanted = (await workflowsThatShouldRun(ctx)).filter(({ ref }) => planId === undefined || ref.planId === planId);
  let started = 0;
  await inParallel(wanted, AT_ONCE, async (workflow) => {
    if (await reconcileOne(ctx, messenger, log, workflow)) started += 1;
  });
  return started;
}

function rowOf(workflow: WorkflowRef): { row?: string } {
  return workflow.kind === 'task' ? { row: workflow.ref.row } : {};
}

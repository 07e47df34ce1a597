import {
  digestStart,
  taskStart,
  WORKFLOW_TYPES,
  type PlanSettleResult,
  type StartOptions,
} from '@don-doc/contracts/temporal';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';

/**
 * Starts what has never settled yet, once a run. The relay may have been first (it pokes by signal-with-start): a child that
 * runs already is as good. A child outlives its parent: the plan's workflow can be started again without its tasks noticing.
 */
export async function startChildren(settled: PlanSettleResult, started: Set<string>): Promise<void> {
  const wanted: { readonly type: string; readonly options: StartOptions<unknown> }[] = settled.unstarted.map(
    (task) => ({
      type: WORKFLOW_TYPES.task,
      options: taskStart(task),
    }),
  );
  if (settled.unstartedDigest !== null) {
    wanted.push({ type: WORKFLOW_TYPES.digest, options: digestStart(settled.unstartedDigest) });
  }
  const fresh = wanted.filter(({ options }) => !started.has(options.workflowId));
  for (const { options } of fresh) started.add(options.workflowId);
  await Promise.all(fresh.map(({ type, options }) => startOnce(type, options)));
}

async function startOnce(type: string, options: StartOptions<unknown>): Promise<void> {
  try {
    await startChild(type, { ...options, parentClosePolicy: ParentClosePolicy.ABANDON });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

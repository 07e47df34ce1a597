import type { WorkflowView } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { inSnapshot, type QueryContext } from './context.js';
import { seesFailures } from './held-up.js';
import { loadHead, loadPicture } from './picture.js';
import { isoOrNull, msOrNull, iso } from './sql.js';
import { digestWorkflowId, planWorkflowId, taskWorkflowId } from '@don-doc/contracts/temporal';

/** A workflow as Temporal has it; state 'NOT_FOUND' before its start, 'UNREACHABLE' where Temporal did not answer. */
export interface Standing {
  readonly runId: string | null;
  readonly state: string;
}

export type Describe = (workflowIds: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;

/** Each workflow of a plan: what the facts say of it, and what Temporal says. A draft has none. */
export async function workflowViews(
  ctx: QueryContext,
  actor: Actor,
  planId: string,
  describe: Describe,
): Promise<WorkflowView[]> {
  const picture = await inSnapshot(ctx, async (sql) => {
    await loadHead(sql, planId);
    return loadPicture(sql, planId);
  });
  if (picture === null) return [];
  const { plan, tasks } = picture;
  const whole = {
    version: plan.version,
    settledVersion: plan.settled_version,
    settledThrough: isoOrNull(msOrNull(plan.settled_through)),
    failingSince: isoOrNull(plan.failing_since),
    lastError: plan.failing_since === null ? null : plan.last_error,
  };
  const known = [
    {
      ...whole,
      workflowId: planWorkflowId(plan.id, plan.generation),
      type: 'planWorkflow',
      taskNo: null,
      nextWakeAt: isoOrNull(msOrNull(plan.next_wake_at)),
    },
    {
      ...whole,
      workflowId: digestWorkflowId(plan.id, plan.digest_generation),
      type: 'digestWorkflow',
      taskNo: null,
      nextWakeAt: null,
      failingSince: null,
      lastError: null,
    },
    ...tasks.map((task) => ({
      workflowId: taskWorkflowId(task.id, task.generation),
      type: 'taskWorkflow',
      taskNo: task.no,
      nextWakeAt: isoOrNull(task.nextWakeAt),
      version: task.version,
      settledVersion: task.settledVersion,
      settledThrough: iso(task.model.settledThrough),
      failingSince: isoOrNull(task.failingSince),
      lastError: task.failingSince === null ? null : task.lastError,
    })),
  ];
  const standings = await describe(known.map((workflow) => workflow.workflowId));
  return known.map((workflow) => ({
    ...workflow,
    // In the machine's own words, for whoever mends it.
    lastError: seesFailures(actor) ? workflow.lastError : null,
    runId: standings.get(workflow.workflowId)?.runId ?? null,
    state: standings.get(workflow.workflowId)?.state ?? 'UNREACHABLE',
  }));
}

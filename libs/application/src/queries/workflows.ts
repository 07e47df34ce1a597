import type { WorkflowView } from '@don-doc/contracts/http';
import { readPicture, type QueryContext } from './context.js';
import { isoOrNull, msOrNull, iso } from './sql.js';
import { digestWorkflowId, planWorkflowId, taskWorkflowId } from '@don-doc/contracts/temporal';

export type Describe = (
  workflowIds: readonly string[],
) => Promise<ReadonlyMap<string, { runId: string | null; state: string }>>;

/** Each workflow of a plan: what the facts say of it, and what Temporal says. */
export async function workflowViews(ctx: QueryContext, planId: string, describe: Describe): Promise<WorkflowView[]> {
  const { plan, tasks } = await readPicture(ctx, planId);
  if (plan.launched_at === null) return [];
  const whole = {
    version: plan.version,
    settledVersion: plan.settled_version,
    settledThrough: isoOrNull(msOrNull(plan.settled_through)),
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
    },
    ...tasks.map((task) => ({
      workflowId: taskWorkflowId(task.id, task.generation),
      type: 'taskWorkflow',
      taskNo: task.no,
      nextWakeAt: isoOrNull(task.nextWakeAt),
      version: task.version,
      settledVersion: task.settledVersion,
      settledThrough: iso(task.settledThrough),
    })),
  ];
  const standings = await describe(known.map((workflow) => workflow.workflowId));
  return known.map((workflow) => ({
    ...workflow,
    runId: standings.get(workflow.workflowId)?.runId ?? null,
    state: standings.get(workflow.workflowId)?.state ?? 'UNREACHABLE',
  }));
}

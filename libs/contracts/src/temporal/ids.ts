/**
 * Ids of workflows. The generation is a fresh random token: a workflow of an older generation that comes back (a restored
 * Temporal) is told `closed` by the first settle, and never works beside the current one.
 */
export function taskWorkflowId(taskId: string, generation: string): string {
  return `task/${taskId}/${generation}`;
}

export function planWorkflowId(planId: string, generation: string): string {
  return `plan/${planId}/${generation}`;
}

export function digestWorkflowId(planId: string, generation: string): string {
  return `digest/${planId}/${generation}`;
}

import type { DigestWorkflowInput, PlanRef, PlanWorkflowInput, TaskRef, TaskWorkflowInput } from './activities.js';
import { digestWorkflowId, planWorkflowId, taskWorkflowId } from './ids.js';

export const TASK_QUEUE = 'don-doc';

/**
 * Set on every start and every startChild (children do not inherit it). It is the lease of a worker that died: with the
 * default of 10 s a task would wait 11–16 s after a kill, with 3 s it is settled again after 2–4 s.
 */
export const WORKFLOW_TASK_TIMEOUT_MS = 3_000;

export const WORKFLOW_TYPES = { task: 'taskWorkflow', plan: 'planWorkflow', digest: 'digestWorkflow' } as const;

/** What a start needs, by a client and by a parent alike. The memo and summary name the task on Temporal's own page. */
export interface StartOptions<Input> {
  readonly workflowId: string;
  readonly args: [Input];
  readonly workflowTaskTimeout: number;
  readonly memo: Record<string, unknown>;
  readonly staticSummary: string;
}

export function taskStart(ref: TaskRef): StartOptions<TaskWorkflowInput> {
  return {
    workflowId: taskWorkflowId(ref.taskId, ref.generation),
    args: [{ planId: ref.planId, taskId: ref.taskId, generation: ref.generation }],
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT_MS,
    memo: { plan: ref.plan, row: ref.row },
    staticSummary: summary(ref, `Nhiệm vụ ${ref.row}`),
  };
}

export function planStart(ref: PlanRef): StartOptions<PlanWorkflowInput> {
  return {
    workflowId: planWorkflowId(ref.planId, ref.generation),
    args: [{ planId: ref.planId, generation: ref.generation }],
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT_MS,
    memo: { plan: ref.plan },
    staticSummary: summary(ref, 'Cả kế hoạch'),
  };
}

export function digestStart(ref: PlanRef): StartOptions<DigestWorkflowInput> {
  return {
    workflowId: digestWorkflowId(ref.planId, ref.generation),
    args: [{ planId: ref.planId, generation: ref.generation, gatheredThrough: null }],
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT_MS,
    memo: { plan: ref.plan },
    staticSummary: summary(ref, 'Thư tổng hợp'),
  };
}

function summary(ref: { readonly plan: string; readonly isRehearsal: boolean }, what: string): string {
  return `${ref.isRehearsal ? 'DIỄN TẬP · ' : ''}${what} · Kế hoạch ${ref.plan}`;
}

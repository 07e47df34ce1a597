import type { PlanRef, TaskRef } from '@don-doc/contracts/temporal';

/** What the SELECTs below give of a task and of its plan. */
export const TASK_REF = `t.plan_id AS "planId", t.id AS "taskId", t.generation, coalesce(p.code, p.id::text) AS plan,
  t.no AS row, p.is_rehearsal AS "isRehearsal"`;
export const PLAN_REF = `p.id AS "planId", p.generation, p.digest_generation AS "digestGeneration",
  coalesce(p.code, p.id::text) AS plan, p.is_rehearsal AS "isRehearsal"`;

export interface PlanRefRow extends PlanRef {
  readonly digestGeneration: string;
}

/** One workflow and how to start it: whoever pokes it starts it where it does not run. */
export type WorkflowRef =
  | { readonly kind: 'task'; readonly ref: TaskRef }
  | { readonly kind: 'plan'; readonly ref: PlanRef }
  | { readonly kind: 'digest'; readonly ref: PlanRef };

export type Poked = WorkflowRef & { readonly sequence: number };

export function toTaskRef(row: TaskRef): TaskRef {
  const { planId, taskId, generation, plan, isRehearsal } = row;
  return { planId, taskId, generation, plan, row: row.row, isRehearsal };
}

export function toPlanRef({ planId, generation, plan, isRehearsal }: PlanRefRow): PlanRef {
  return { planId, generation, plan, isRehearsal };
}

export function toDigestRef({ planId, digestGeneration, plan, isRehearsal }: PlanRefRow): PlanRef {
  return { planId, generation: digestGeneration, plan, isRehearsal };
}

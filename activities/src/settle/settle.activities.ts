import type {
  PlanSettleResult,
  PlanWorkflowInput,
  SettleActivities,
  SettleResult,
  TaskWorkflowInput,
} from '@don-doc/contracts/temporal';
import { toFailure } from '../failure.js';

/** Who a settle was for. */
export type SettleSubject = PlanWorkflowInput & { readonly taskId: string | null };

export interface SettlePorts {
  settleTask(input: TaskWorkflowInput): Promise<SettleResult>;
  settlePlan(input: PlanWorkflowInput): Promise<PlanSettleResult>;
  /** Told of every failed attempt, so that the Office sees it. Must not throw and is not waited for. */
  settleFailed(subject: SettleSubject, error: unknown): void;
  settleSucceeded(subject: SettleSubject): void;
}

export function createSettleActivities(ports: SettlePorts): SettleActivities {
  async function watched<T>(subject: SettleSubject, settle: () => Promise<T>): Promise<T> {
    try {
      const result = await settle();
      ports.settleSucceeded(subject);
      return result;
    } catch (error) {
      ports.settleFailed(subject, error);
      throw toFailure(error);
    }
  }
  return {
    settleTask: (input) => watched(input, () => ports.settleTask(input)),
    settlePlan: (input) => watched({ ...input, taskId: null }, () => ports.settlePlan(input)),
  };
}

/** Ids only: every fact is read from PostgreSQL by the settle itself. */
export interface TaskWorkflowInput {
  readonly planId: string;
  readonly taskId: string;
  readonly generation: string;
}

export interface PlanWorkflowInput {
  readonly planId: string;
  readonly generation: string;
}

export interface DigestWorkflowInput extends PlanWorkflowInput {
  /** The last day that was gathered ('YYYY-MM-DD'); null at the first start. */
  readonly gatheredThrough: string | null;
}

/** What a settle says of the time to come. */
export interface SettleResult {
  /** Real milliseconds until the next instant; null: only a poke can bring anything. */
  readonly sleepMs: number | null;
  /** Instants are left that have come already: settle again at once. */
  readonly more: boolean;
  /** The plan is closed, or another generation has taken over: end. */
  readonly closed: boolean;
}

/** A task as its workflow is named on Temporal's page. */
export interface TaskRef extends TaskWorkflowInput {
  /** The plan's number, or its id while it has none. */
  readonly plan: string;
  /** The appendix number: '2'. */
  readonly row: string;
  readonly isRehearsal: boolean;
}

export interface PlanRef extends PlanWorkflowInput {
  readonly plan: string;
  readonly isRehearsal: boolean;
}

export interface PlanSettleResult extends SettleResult {
  /** Tasks whose workflow has never settled yet: to be started. */
  readonly unstarted: readonly TaskRef[];
  /** The digest's workflow, where it has never settled yet. */
  readonly unstartedDigest: PlanRef | null;
  /** Tasks that have not applied the latest event of the plan. */
  readonly behind: number;
}

export interface DigestSettleResult extends SettleResult {
  /** Mails are waiting to be sent. */
  readonly unsent: boolean;
  /** The last day that is gathered now ('YYYY-MM-DD'). */
  readonly gatheredThrough: string | null;
}

export interface SettleActivities {
  /** Brings one task up to now in one transaction, at most 200 instants a call. */
  settleTask(input: TaskWorkflowInput): Promise<SettleResult>;
  settlePlan(input: PlanWorkflowInput): Promise<PlanSettleResult>;
}

export interface DigestActivities {
  /** Gathers what is due into one mail a person a working day. */
  gatherDigests(input: DigestWorkflowInput): Promise<DigestSettleResult>;
  /** Sends every mail that waits; fails (to be tried again) while one is left that could be sent later. */
  sendMails(input: PlanWorkflowInput): Promise<void>;
}

export type WorkerActivities = SettleActivities & DigestActivities;

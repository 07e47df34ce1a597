import { randomUUID } from 'node:crypto';
import type {
  DigestSettleResult,
  DigestWorkflowInput,
  LoopState,
  PlanSettleResult,
  PlanWorkflowInput,
  SettleResult,
  TaskWorkflowInput,
  WorkerActivities,
} from '@don-doc/contracts/temporal';
import { bundleWorkflows, createWorker } from '@don-doc/worker';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  type Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

// One line a worker start would drown the results; what goes wrong is still said.
Runtime.install({ logger: new DefaultLogger('ERROR') });

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The production bundle, made once a test file. */
export function productionBundle(): Promise<WorkflowBundleWithSourceMap> {
  bundle ??= bundleWorkflows(new DefaultLogger('ERROR'));
  return bundle;
}

export const WAIT: SettleResult = { sleepMs: null, more: false, closed: false };
export const CLOSED: SettleResult = { sleepMs: null, more: false, closed: true };
export const QUIET_PLAN: PlanSettleResult = { ...WAIT, unstarted: [], unstartedDigest: null, behind: 0 };
export const QUIET_DIGEST: DigestSettleResult = { ...WAIT, unsent: false, gatheredThrough: null };

export type Fakes = {
  -readonly [K in keyof WorkerActivities]: jest.Mock<ReturnType<WorkerActivities[K]>, Parameters<WorkerActivities[K]>>;
};

/** Activities that a test scripts: nothing is due unless it says so. */
export function fakeActivities(): Fakes {
  return {
    settleTask: jest.fn((_: TaskWorkflowInput) => Promise.resolve(WAIT)),
    settlePlan: jest.fn((_: PlanWorkflowInput) => Promise.resolve(QUIET_PLAN)),
    gatherDigests: jest.fn((_: DigestWorkflowInput) => Promise.resolve(QUIET_DIGEST)),
    sendMails: jest.fn((_: PlanWorkflowInput) => Promise.resolve()),
  };
}

export interface Bench {
  readonly client: Client;
  readonly fakes: Fakes;
  readonly taskQueue: string;
  /** Ends the worker only: what it held stays with the server. */
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** A worker with scripted activities on a server that runs already. */
export async function startBench(address: string, namespace = 'default'): Promise<Bench> {
  const fakes = fakeActivities();
  const taskQueue = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  let running: { worker: Worker; done: Promise<void> } | undefined;
  const startWorker = async (): Promise<void> => {
    const worker = await createWorker({
      connection: native,
      namespace,
      taskQueue,
      activities: fakes as unknown as WorkerActivities,
      workflowBundle: await productionBundle(),
      limits: { shutdownGraceMs: 1_000 },
    });
    running = { worker, done: worker.run() };
  };
  const stopWorker = async (): Promise<void> => {
    running?.worker.shutdown();
    await running?.done;
    running = undefined;
  };
  await startWorker();
  return {
    client: new Client({ connection, namespace }),
    fakes,
    taskQueue,
    startWorker,
    stopWorker,
    stop: async () => {
      await stopWorker();
      await native.close();
      await connection.close();
    },
  };
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > ms) throw new Error(`did not come within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function stateOf<S extends LoopState>(handle: WorkflowHandle): Promise<S> {
  return handle.query<S>('state');
}

export async function eventsOf(handle: WorkflowHandle): Promise<string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).map((event) => Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? 'unknown');
}

/** A handle on the current run, whichever it is after continue-as-new. */
export function current(client: Client, workflowId: string): WorkflowHandle {
  return client.workflow.getHandle(workflowId);
}

import type { WorkerActivities } from '@don-doc/contracts/temporal';
import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { BUNDLE_PATH } from './workflow-bundle.js';

export interface WorkerSettings {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: WorkerActivities;
  /** Default: the prebuilt one. */
  readonly workflowBundle?: WorkflowBundleOption;
  readonly limits?: Partial<WorkerLimits>;
}

export interface WorkerLimits {
  /** Settles at once: never more than PostgreSQL connections. */
  readonly localActivities: number;
  readonly maxCachedWorkflows: number;
  readonly shutdownGraceMs: number;
}

const DEFAULTS: WorkerLimits = { localActivities: 8, maxCachedWorkflows: 300, shutdownGraceMs: 5_000 };

/** Not running yet: `await worker.run()`, and await it again at the end. */
export function createWorker(settings: WorkerSettings): Promise<Worker> {
  const limits = { ...DEFAULTS, ...settings.limits };
  return Worker.create({
    connection: settings.connection,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    workflowBundle: settings.workflowBundle ?? { codePath: BUNDLE_PATH },
    activities: settings.activities,
    // A worker that dies is noticed after this long by the tasks it held.
    stickyQueueScheduleToStartTimeout: '1 second',
    // 0 by default: what runs at the stop would be cut.
    shutdownGraceTime: limits.shutdownGraceMs,
    shutdownForceTime: limits.shutdownGraceMs + 5_000,
    maxCachedWorkflows: limits.maxCachedWorkflows,
    maxConcurrentLocalActivityExecutions: limits.localActivities,
    // Digests: one plan's mails at a time each.
    maxConcurrentActivityTaskExecutions: 8,
  });
}

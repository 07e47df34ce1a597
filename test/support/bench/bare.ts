import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { endChild, spawnGuarded } from '@don-doc/infra';
import { WORKFLOW_TASK_TIMEOUT_MS } from '@don-doc/contracts/temporal';
import type { Client } from '@temporalio/client';
import type { TestTemporal } from '../servers/index.js';

const ROOT = join(import.meta.dirname, '../../..');
const gentle = { signal: 'SIGTERM', graceMs: 10_000 } as const;

/** The baseline of a launch: bare workflows, started in parallel by a client, taken by a warm worker of their own. */
export interface Bare {
  /** The ids of what was started. */
  startInParallel(count: number): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startBare(client: Client, temporal: TestTemporal): Promise<Bare> {
  const taskQueue = `bare-${randomUUID()}`;
  const child = spawnGuarded(
    process.execPath,
    ['--import', join(ROOT, 'infra/house/ts-hooks.mjs'), join(ROOT, 'test/bench/bare-worker.ts')],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        NODE_ENV: 'production',
        BARE_ADDRESS: temporal.address,
        BARE_NAMESPACE: temporal.namespace,
        BARE_TASK_QUEUE: taskQueue,
      },
    },
    gentle,
  );
  const ended = once(child, 'exit').then(() => {
    throw new Error('the bare worker did not start');
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return {
    startInParallel: (count) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const workflowId = `bare/${randomUUID()}`;
          await client.workflow.start('bareWorkflow', {
            workflowId,
            taskQueue,
            workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT_MS,
          });
          return workflowId;
        }),
      ),
    stop: () => endChild(child, gentle),
  };
}

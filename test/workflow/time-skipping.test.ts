import { randomUUID } from 'node:crypto';
import { taskStart, WORKFLOW_TYPES, type WorkerActivities } from '@don-doc/contracts/temporal';
import { createWorker } from '@don-doc/worker';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTestServer } from '../support/servers/index.js';
import { CLOSED, eventsOf, fakeActivities, productionBundle, WAIT } from './support.js';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let env: TestWorkflowEnvironment;

beforeAll(async () => {
  env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await findTestServer() } },
  });
});
afterAll(async () => env?.teardown());

/** Runs one task to its end on the server's own clock; `settle` is told the minutes that have gone by. */
async function run(settle: (afterMs: number) => ReturnType<WorkerActivities['settleTask']>): Promise<string[]> {
  const taskQueue = randomUUID();
  const since = await env.currentTimeMs();
  const fakes = fakeActivities();
  fakes.settleTask.mockImplementation(async () => settle((await env.currentTimeMs()) - since));
  const worker = await createWorker({
    connection: env.nativeConnection,
    namespace: 'default',
    taskQueue,
    activities: fakes as unknown as WorkerActivities,
    workflowBundle: await productionBundle(),
  });
  return worker.runUntil(async () => {
    const ref = { planId: 'p', taskId: randomUUID(), generation: 'g', plan: '15/KH-STP', row: '1', isRehearsal: false };
    const handle = await env.client.workflow.start(WORKFLOW_TYPES.task, { ...taskStart(ref), taskQueue });
    await handle.result();
    return eventsOf(handle);
  });
}

it('sleeps for months and wakes at the instant, not before', async () => {
  const woken: number[] = [];
  await run(async (after) => {
    woken.push(after);
    if (after >= 97 * DAY) return CLOSED;
    return { ...WAIT, sleepMs: (after >= 40 * DAY ? 97 : 40) * DAY - after };
  });
  expect(woken).toHaveLength(3);
  expect(woken[1]! - 40 * DAY).toBeGreaterThanOrEqual(0);
  expect(woken[1]! - 40 * DAY).toBeLessThan(MINUTE);
  expect(woken[2]! - 97 * DAY).toBeLessThan(MINUTE);
});

it('outlives ten minutes without a database at 1, 2, 4 … 60 s and at most 10 events a minute', async () => {
  const tried: number[] = [];
  const events = await run(async (after) => {
    if (after >= 10 * MINUTE) return CLOSED;
    tried.push(after);
    throw ApplicationFailure.nonRetryable('ECONNREFUSED', 'ECONNREFUSED');
  });
  const waits = tried.slice(1).map((at, n) => Math.round((at - tried[n]!) / 1_000));
  // The skipping clock runs on while the worker works, so that a wait may come out longer on a busy machine, never shorter.
  for (const [n, least] of [1, 2, 4, 8, 16, 32, 60].entries()) {
    expect(waits[n]).toBeGreaterThanOrEqual(least);
    expect(waits[n]).toBeLessThan(2 * least + 5);
  }
  expect(events.length).toBeLessThanOrEqual(100);
});

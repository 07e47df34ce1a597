import { randomUUID } from 'node:crypto';
import { digestStart, pokeSignal, WORKFLOW_TYPES, type DigestLoopState } from '@don-doc/contracts/temporal';
import { ApplicationFailure } from '@temporalio/common';
import type { WorkflowHandle } from '@temporalio/client';
import { startTestTemporal, type TestTemporal } from '../support/servers/index.js';
import { eventsOf, QUIET_DIGEST, startBench, stateOf, until, type Bench } from './support.js';

let server: TestTemporal;
let bench: Bench;

beforeAll(async () => {
  server = await startTestTemporal();
  bench = await startBench(server.address);
});

afterAll(async () => {
  await bench?.stop();
  await server?.stop();
});

beforeEach(() => {
  bench.fakes.gatherDigests.mockReset().mockResolvedValue(QUIET_DIGEST);
  bench.fakes.sendMails.mockReset().mockResolvedValue(undefined);
});

function start(): Promise<WorkflowHandle> {
  const plan = { planId: randomUUID(), generation: randomUUID(), plan: '12/KH-STP', isRehearsal: false };
  return bench.client.workflow.start(WORKFLOW_TYPES.digest, { ...digestStart(plan), taskQueue: bench.taskQueue });
}

const { gatherDigests, sendMails } = new Proxy({} as Bench['fakes'], {
  get: (_, name) => () => bench.fakes[name as keyof Bench['fakes']].mock.calls.length,
}) as unknown as { gatherDigests: () => number; sendMails: () => number };

describe('a digest’s workflow', () => {
  it('gathers, sends what was gathered, and looks again after sending', async () => {
    bench.fakes.gatherDigests.mockResolvedValueOnce({ ...QUIET_DIGEST, unsent: true });
    const handle = await start();
    await until('it has looked again', () => gatherDigests() === 2);
    expect(sendMails()).toBe(1);
    await until('nothing is on its way', async () => !(await stateOf<DigestLoopState>(handle)).sending);
  });

  it('keeps gathering while the mail server is down, without a history event for each attempt', async () => {
    bench.fakes.gatherDigests.mockResolvedValue({ ...QUIET_DIGEST, unsent: true });
    bench.fakes.sendMails.mockRejectedValue(ApplicationFailure.retryable('2 mails wait', 'MAILS_LEFT'));
    const handle = await start();
    await until('sending was tried twice', () => sendMails() >= 2);
    const before = (await eventsOf(handle)).length;
    await until('sending was tried a third time', () => sendMails() >= 3);
    expect((await eventsOf(handle)).length).toBe(before);
    await handle.signal(pokeSignal, { sequence: 1 });
    await until('it gathered meanwhile', () => gatherDigests() === 2);
    bench.fakes.gatherDigests.mockResolvedValue(QUIET_DIGEST);
    bench.fakes.sendMails.mockResolvedValue(undefined);
    await until('all is sent', async () => !(await stateOf<DigestLoopState>(handle)).sending, 20_000);
  });

  it('does not spin when sending fails for good', async () => {
    bench.fakes.gatherDigests.mockResolvedValue({ ...QUIET_DIGEST, unsent: true });
    bench.fakes.sendMails.mockRejectedValue(ApplicationFailure.nonRetryable('no', 'PLAN_NOT_FOUND'));
    const handle = await start();
    await until('sending failed', () => sendMails() >= 1);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(sendMails()).toBeLessThanOrEqual(3);
    await handle.terminate();
  });

  it('remembers the day it has gathered', async () => {
    bench.fakes.gatherDigests.mockResolvedValue({ ...QUIET_DIGEST, gatheredThrough: '2025-05-26' });
    const handle = await start();
    await until('it has gathered', () => gatherDigests() === 1);
    await handle.signal(pokeSignal, { sequence: 1 });
    await until('it has gathered again', () => gatherDigests() === 2);
    expect(bench.fakes.gatherDigests.mock.calls.map(([input]) => input.gatheredThrough)).toEqual([null, '2025-05-26']);
  });

  it('ends with its plan', async () => {
    bench.fakes.gatherDigests.mockResolvedValue({ ...QUIET_DIGEST, closed: true });
    await (await start()).result();
    expect(sendMails()).toBe(0);
  });
});

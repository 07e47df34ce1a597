import { randomUUID } from 'node:crypto';
import { pokeSignal, taskStart, WORKFLOW_TYPES, type TaskRef } from '@don-doc/contracts/temporal';
import { ApplicationFailure } from '@temporalio/common';
import type { WorkflowHandle, WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { startTestTemporal, type TestTemporal } from '../support/servers/index.js';
import { CLOSED, current, eventsOf, startBench, stateOf, until, WAIT, type Bench } from './support.js';

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
  bench.fakes.settleTask.mockReset().mockResolvedValue(WAIT);
});

const ref = (): TaskRef => ({
  planId: randomUUID(),
  taskId: randomUUID(),
  generation: randomUUID(),
  plan: '12/KH-STP',
  row: '2',
  isRehearsal: false,
});

function start(task = ref()): Promise<WorkflowHandleWithFirstExecutionRunId> {
  return bench.client.workflow.start(WORKFLOW_TYPES.task, { ...taskStart(task), taskQueue: bench.taskQueue });
}

const settles = (): number => bench.fakes.settleTask.mock.calls.length;
const settled = (n: number) => until(`${n} settles`, () => settles() >= n);
const waiting = (handle: WorkflowHandle) =>
  until('the loop waits', async () => (await stateOf(handle)).phase === 'waiting');

/** The history once nothing is added to it any more. */
async function quiet(handle: WorkflowHandle): Promise<string[]> {
  await waiting(handle);
  let last = (await eventsOf(handle)).length;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const events = await eventsOf(handle);
    if (
      events.length === last &&
      !events.at(-1)?.startsWith('workflowTaskSch') &&
      !events.at(-1)?.startsWith('workflowTaskSta')
    )
      return events;
    last = events.length;
  }
}

describe('a task’s workflow', () => {
  it('settles at its start with the ids it was given, then waits without a timer while nothing is to come', async () => {
    const task = ref();
    const handle = await start(task);
    const events = await quiet(handle);
    expect(bench.fakes.settleTask.mock.calls).toEqual([
      [{ planId: task.planId, taskId: task.taskId, generation: task.generation }],
    ]);
    expect(events.filter((event) => event.startsWith('timer'))).toEqual([]);
  });

  it('writes at most 8 events for a poke', async () => {
    bench.fakes.settleTask.mockResolvedValue({ ...WAIT, sleepMs: 3_600_000 });
    const handle = await start();
    const before = (await quiet(handle)).length;
    await handle.signal(pokeSignal, { sequence: 7 });
    await settled(2);
    const added = (await quiet(handle)).slice(before);
    expect(added.length).toBeLessThanOrEqual(8);
    expect((await stateOf(handle)).sequence).toBe(7);
  });

  it('writes at most 6 events for an instant that comes', async () => {
    bench.fakes.settleTask
      .mockResolvedValueOnce({ ...WAIT, sleepMs: 1_500 })
      .mockResolvedValue({ ...WAIT, sleepMs: 3_600_000 });
    const handle = await start();
    const before = (await quiet(handle)).length;
    await settled(2);
    expect((await quiet(handle)).slice(before).length).toBeLessThanOrEqual(6);
  });

  it('settles once more for a poke that came during a settle', async () => {
    let release: () => void = () => undefined;
    bench.fakes.settleTask.mockImplementationOnce(() => new Promise((resolve) => (release = () => resolve(WAIT))));
    const handle = await start();
    await settled(1);
    await handle.signal(pokeSignal, { sequence: 1 });
    release();
    await settled(2);
    await quiet(handle);
    expect(settles()).toBe(2);
  });

  it('settles again at once while more has come', async () => {
    bench.fakes.settleTask
      .mockResolvedValueOnce({ ...WAIT, more: true })
      .mockResolvedValueOnce({ ...WAIT, more: true })
      .mockResolvedValue(WAIT);
    const handle = await start();
    await settled(3);
    expect((await quiet(handle)).filter((event) => event.startsWith('timer'))).toEqual([]);
  });

  it('outlives a settle that fails, says so, and recovers at a poke without waiting for its next attempt', async () => {
    bench.fakes.settleTask.mockRejectedValue(ApplicationFailure.nonRetryable('down', 'ECONNREFUSED'));
    const handle = await start();
    await until('it has failed three times', async () => (await stateOf(handle)).failures >= 3);
    expect(await stateOf(handle)).toMatchObject({ phase: 'failing', lastError: 'ECONNREFUSED' });
    bench.fakes.settleTask.mockResolvedValue(WAIT);
    await handle.signal(pokeSignal, { sequence: 1 });
    await waiting(handle);
    // The wait of its next attempt was called off, not lived through.
    expect((await quiet(handle)).filter((event) => event.startsWith('timer')).at(-1)).toMatch(/^timerCancel/u);
    expect(await stateOf(handle)).toMatchObject({ failures: 0, lastError: null });
  });

  it('tries a passing failure three times within one settle', async () => {
    bench.fakes.settleTask
      .mockRejectedValueOnce(new Error('deadlock'))
      .mockRejectedValueOnce(new Error('deadlock'))
      .mockResolvedValue(WAIT);
    const handle = await start();
    await waiting(handle);
    expect(settles()).toBe(3);
    expect((await stateOf(handle)).settles).toBe(1);
  });

  it('ends when its plan is closed or another generation has taken over', async () => {
    bench.fakes.settleTask.mockResolvedValue(CLOSED);
    const handle = await start();
    await handle.result();
    expect((await handle.describe()).status.name).toBe('COMPLETED');
  });

  it('continues as new past 250 events, keeping its name, its memo and its short lease', async () => {
    const task = ref();
    bench.fakes.settleTask.mockResolvedValue({ ...WAIT, sleepMs: 1 });
    const first = await start(task);
    const handle = current(bench.client, first.workflowId);
    await until('another run', async () => (await handle.describe()).runId !== first.firstExecutionRunId, 60_000);
    bench.fakes.settleTask.mockResolvedValue(WAIT);
    await waiting(handle);
    const run = await handle.describe();
    expect(run.memo).toEqual({ plan: '12/KH-STP', row: '2' });
    const { events } = await handle.fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(Number(started?.workflowTaskTimeout?.seconds)).toBe(3);
    await handle.terminate();
  });

  it('is taken up by the next worker within seconds', async () => {
    const handle = await start();
    await waiting(handle);
    await bench.stopWorker();
    await handle.signal(pokeSignal, { sequence: 1 });
    await bench.startWorker();
    await until('the poke is settled', async () => (await stateOf(handle)).sequence === 1 && settles() >= 2, 5_000);
  });

  it('refuses to run without its ids', async () => {
    const handle = await start({ ...ref(), taskId: '' });
    await expect(handle.result()).rejects.toMatchObject({ cause: { type: 'INPUT_INVALID' } });
  });
});

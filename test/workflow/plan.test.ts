import { randomUUID } from 'node:crypto';
import {
  digestWorkflowId,
  planStart,
  pokeSignal,
  taskStart,
  taskWorkflowId,
  WORKFLOW_TYPES,
  type PlanLoopState,
  type PlanRef,
  type TaskRef,
} from '@don-doc/contracts/temporal';
import type { WorkflowHandle } from '@temporalio/client';
import { startTestTemporal, type TestTemporal } from '../support/servers/index.js';
import {
  current,
  eventsOf,
  QUIET_DIGEST,
  QUIET_PLAN,
  startBench,
  stateOf,
  until,
  WAIT,
  type Bench,
} from './support.js';

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
  bench.fakes.settlePlan.mockReset().mockResolvedValue(QUIET_PLAN);
  bench.fakes.gatherDigests.mockReset().mockResolvedValue(QUIET_DIGEST);
});

function aPlan(): { plan: PlanRef; tasks: TaskRef[] } {
  const plan: PlanRef = { planId: randomUUID(), generation: randomUUID(), plan: '12/KH-STP', isRehearsal: true };
  const tasks = ['1', '2', '13'].map((row) => ({ ...plan, taskId: randomUUID(), generation: randomUUID(), row }));
  return { plan, tasks };
}

function start(plan: PlanRef): Promise<WorkflowHandle> {
  return bench.client.workflow.start(WORKFLOW_TYPES.plan, { ...planStart(plan), taskQueue: bench.taskQueue });
}

const status = async (workflowId: string) => (await current(bench.client, workflowId).describe()).status.name;

describe('a plan’s workflow', () => {
  it('starts every task and the digest, named and with their short lease', async () => {
    const { plan, tasks } = aPlan();
    bench.fakes.settlePlan.mockResolvedValueOnce({ ...QUIET_PLAN, unstarted: tasks, unstartedDigest: plan });
    const handle = await start(plan);
    await until(
      'all settle',
      () => bench.fakes.settleTask.mock.calls.length === 3 && bench.fakes.gatherDigests.mock.calls.length === 1,
    );
    const child = current(bench.client, taskWorkflowId(tasks[2]!.taskId, tasks[2]!.generation));
    const run = await child.describe();
    expect(run.memo).toEqual({ plan: '12/KH-STP', row: '13' });
    const { events } = await child.fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(Number(started?.workflowTaskTimeout?.seconds)).toBe(3);
    expect(started?.parentWorkflowExecution?.workflowId).toBe(handle.workflowId);
    expect(await status(digestWorkflowId(plan.planId, plan.generation))).toBe('RUNNING');
  });

  it('accepts a task that a poke has started already, and starts none twice', async () => {
    const { plan, tasks } = aPlan();
    const [first] = tasks as [TaskRef];
    const already = await bench.client.workflow.start(WORKFLOW_TYPES.task, {
      ...taskStart(first),
      taskQueue: bench.taskQueue,
    });
    bench.fakes.settlePlan.mockResolvedValue({ ...QUIET_PLAN, unstarted: tasks });
    const handle = await start(plan);
    await until('the plan settles', () => bench.fakes.settlePlan.mock.calls.length === 1);
    await handle.signal(pokeSignal, { sequence: 1 });
    await until('it settles again', () => bench.fakes.settlePlan.mock.calls.length === 2);
    await until('it waits', async () => (await stateOf(handle)).phase === 'waiting');
    expect((await already.describe()).runId).toBe(already.firstExecutionRunId);
    const initiated = (await eventsOf(handle)).filter((event) =>
      event.startsWith('startChildWorkflowExecutionInitiated'),
    );
    expect(initiated).toHaveLength(3);
  });

  it('looks again by itself until every task has applied an event', async () => {
    const { plan } = aPlan();
    bench.fakes.settlePlan
      .mockResolvedValueOnce({ ...QUIET_PLAN, behind: 12 })
      .mockResolvedValueOnce({ ...QUIET_PLAN, behind: 2 })
      .mockResolvedValue(QUIET_PLAN);
    const handle = await start(plan);
    await until('behind is seen', async () => (await stateOf<PlanLoopState>(handle)).behind === 2);
    await until('all have applied it', async () => (await stateOf<PlanLoopState>(handle)).behind === 0);
    expect((await stateOf(handle)).waitMs).toBeNull();
  });

  it('ends with its plan, after its tasks have applied the closing, and leaves them alone', async () => {
    const { plan, tasks } = aPlan();
    bench.fakes.settlePlan
      .mockResolvedValueOnce({ ...QUIET_PLAN, unstarted: tasks })
      .mockResolvedValueOnce({ ...QUIET_PLAN, closed: true, behind: 3 })
      .mockResolvedValue({ ...QUIET_PLAN, closed: true });
    const handle = await start(plan);
    await until('its tasks run', () => bench.fakes.settleTask.mock.calls.length === 3);
    await handle.signal(pokeSignal, { sequence: 2 });
    await handle.result();
    expect(bench.fakes.settlePlan).toHaveBeenCalledTimes(3);
    for (const task of tasks) expect(await status(taskWorkflowId(task.taskId, task.generation))).toBe('RUNNING');
  });
});

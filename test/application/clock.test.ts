import { randomUUID } from 'node:crypto';
import {
  changeClock,
  clockView,
  keepRehearsalClocks,
  launchPlan,
  planHealth,
  recordSettleFailure,
  settleTask,
  tellEvent,
  type ClockAct,
  type LaunchAnswer,
} from '@don-doc/application';
import { jumpTo, ledger, settleAll } from './support/drive.js';
import { importRealPlan, launchInput, launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

let world: World;
let plan: LaunchAnswer;
beforeEach(async () => {
  world = await makeWorld();
  plan = await launchRehearsal(world);
  await settleAll(world, plan);
});
afterEach(async () => world.end());

const turn = (act: ClockAct) =>
  changeClock(world.ctx, world.office, { ...act, commandId: randomUUID(), planId: plan.planId });
const START = '2025-05-05T00:30:00.000Z';

describe("a rehearsal's clock", () => {
  it('stands while paused: nothing sleeps, nothing wakes', async () => {
    expect(await clockView(world.ctx, plan.planId)).toMatchObject({
      kind: 'rehearsal',
      now: START,
      paused: true,
      nextAlarmAt: '2025-05-05T01:00:00.000Z',
    });
    const [task] = plan.tasks;
    const settled = await settleTask(world.ctx, { planId: plan.planId, ...must(task) });
    expect(settled).toEqual({ sleepMs: null, more: false, closed: false });
  });

  it('runs at the rate it is given, and says how long to sleep in real time', async () => {
    await turn({ act: 'rate', rate: 3600 });
    const [task] = plan.tasks;
    const { sleepMs } = await settleTask(world.ctx, { planId: plan.planId, ...must(task) });
    // Half an hour of the plan is half a second.
    expect(sleepMs).toBeGreaterThan(0);
    expect(sleepMs).toBeLessThanOrEqual(500);
    await new Promise((resolve) => setTimeout(resolve, (sleepMs ?? 0) + 5));
    await settleTask(world.ctx, { planId: plan.planId, ...must(task) });
    expect((await ledger(world, plan.planId)).map((line) => line.rule)).toContain('opening');
    await turn({ act: 'pause' });
    const { now } = await clockView(world.ctx, plan.planId);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await clockView(world.ctx, plan.planId)).now).toBe(now);
  });

  it('jumps to the next alarm and makes it; it never goes back', async () => {
    await turn({ act: 'jump-to-next-alarm' });
    await settleAll(world, plan);
    const openings = await ledger(world, plan.planId);
    expect(new Set(openings.map((line) => `${line.rule} ${line.at}`))).toContain('opening 2025-05-05 08:00');
    await expect(turn({ act: 'jump', to: Date.parse(START) })).rejects.toMatchObject({ code: 'CLOCK_BACKWARD' });
  });

  it('jumps to the question about an expected event too, as soon as the event is told', async () => {
    await jumpTo(world, plan, '2025-07-05T09:00:00+07:00');
    await settleAll(world, plan);
    await world.rows(`UPDATE assignment SET state = 'accepted' WHERE plan_id = $1 RETURNING id`, [plan.planId]);
    const event = { planId: plan.planId, kind: 'expected', effectiveOn: '2026-03-10' } as const;
    await tellEvent(world.ctx, world.office, { ...event, commandId: randomUUID() });
    await turn({ act: 'jump-to-next-alarm' });
    const { now } = await clockView(world.ctx, plan.planId);
    expect(now).toBe('2026-03-10T01:00:00.000Z');
    await settleAll(world, plan);
    expect((await ledger(world, plan.planId)).at(-1)).toMatchObject({ rule: 'event-ask', at: '2026-03-10 08:00' });
  });

  it('a jump over weeks makes every alarm of them, each as of its own instant', async () => {
    await jumpTo(world, plan, '2025-06-10T09:00:00+07:00');
    await settleAll(world, plan);
    const row3 = (await ledger(world, plan.planId)).filter((line) => line.no === '3');
    expect(row3.map((line) => `${line.status} ${line.at}`)).toEqual([
      'recorded 2025-05-05 08:00',
      'recorded 2025-05-22 08:00',
      'recorded 2025-05-28 08:00',
      'recorded 2025-05-29 08:00',
      'recorded 2025-05-30 08:00',
      'recorded 2025-06-03 08:00',
      'recorded 2025-06-05 08:00',
      'recorded 2025-06-09 08:00',
    ]);
  });

  it('works through at most 200 instants a call and says that there is more', async () => {
    await jumpTo(world, plan, '2035-01-01T09:00:00+07:00');
    const task = must(plan.tasks.find((t) => t.no === '3'));
    const first = await settleTask(world.ctx, { planId: plan.planId, ...task });
    expect(first.more).toBe(true);
    const [half] = await world.rows<{ instants: number; behind: boolean }>(
      `SELECT count(DISTINCT a.made_at) AS instants, bool_or(t.settled_version < t.version) AS behind
       FROM alarm a JOIN task t ON t.id = a.task_id WHERE t.id = $1`,
      [task.taskId],
    );
    expect(half?.instants).toBeLessThanOrEqual(200);
    expect(half?.behind).toBe(true);
    for (let more = true; more;) more = (await settleTask(world.ctx, { planId: plan.planId, ...task })).more;
  }, 30_000);

  it('stopped for longer than its lease, reopens paused at its last instant and pokes every task', async () => {
    await turn({ act: 'rate', rate: 86_400 });
    await world.ctx.db.query(
      `UPDATE plan_clock SET lease_until = (SELECT max(real_from) + interval '10 milliseconds' FROM clock_segment)`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [task] = plan.tasks;
    expect((await settleTask(world.ctx, { planId: plan.planId, ...must(task) })).sleepMs).toBeNull();
    expect(await keepRehearsalClocks(world.ctx)).toEqual({ reopened: [plan.planId] });
    const stood = await clockView(world.ctx, plan.planId);
    // Ten milliseconds at a day a second.
    expect(stood).toMatchObject({ paused: true, now: new Date(Date.parse(START) + 864_000).toISOString() });
    expect(await keepRehearsalClocks(world.ctx)).toEqual({ reopened: [] });
    await turn({ act: 'rate', rate: 1 });
    expect((await clockView(world.ctx, plan.planId)).now >= stood.now).toBe(true);
  });

  it('is a right of rehearsals: the real clock cannot be turned', async () => {
    const planId = await importRealPlan(world);
    const real = await launchPlan(world.ctx, world.office, launchInput(world, planId));
    await expect(
      changeClock(world.ctx, world.office, { act: 'pause', commandId: randomUUID(), planId: real.planId }),
    ).rejects.toMatchObject({ code: 'CLOCK_IS_REAL' });
    expect((await clockView(world.ctx, real.planId)).rate).toBe(1);
  });

  it('launched for real long after its dates, each assignment hears one thing only', async () => {
    const planId = await importRealPlan(world);
    const real = await launchPlan(world.ctx, world.office, launchInput(world, planId));
    await settleAll(world, real);
    const sent = (await ledger(world, real.planId)).filter((line) => line.status === 'recorded');
    const perShare = new Map<string, number>();
    for (const line of sent)
      perShare.set(`${line.no}/${line.unit_id}`, (perShare.get(`${line.no}/${line.unit_id}`) ?? 0) + 1);
    expect(Math.max(...perShare.values())).toBe(1);
  });
});

describe('a settle that fails', () => {
  it('is kept with its count until one succeeds, and shows in the health of its plan', async () => {
    const task = must(plan.tasks[0]);
    const failure = { planId: plan.planId, taskId: task.taskId, generation: task.generation, error: 'hỏng' };
    await recordSettleFailure(world.ctx, failure);
    await recordSettleFailure(world.ctx, failure);
    const [health] = await planHealth(world.ctx);
    expect(health).toMatchObject({ planId: plan.planId, failing: [{ taskNo: '1', count: 2, error: 'hỏng' }] });
    await settleTask(world.ctx, { planId: plan.planId, ...task });
    expect((await planHealth(world.ctx))[0]?.failing).toEqual([]);
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

import type { Life } from '../life/life.js';
import type { Bare } from './bare.js';
import { firstTasks } from './histories.js';
import { median, pause, rounded } from './report.js';
import { launchPlan, TEN_UNITS, type Launched } from './ten-units.js';

/** 12 tasks and the plan. */
const WORKFLOWS = 13;
/** A launch is over long before; histories are read after it, so that the reading is not measured. */
const QUIET_MS = 1_500;

/** Real ms from the request on. */
interface LaunchRun {
  readonly answered: number;
  readonly planStarted: number;
  readonly planSettled: number;
  readonly lastStarted: number;
  readonly lastSettled: number;
}

export interface LaunchFigures {
  readonly ratio: number;
  readonly launchMs: number;
  readonly bareMs: number;
  readonly launches: readonly number[];
  readonly bares: readonly number[];
  /** Medians of the launch's steps, ms from the request. */
  readonly steps: Readonly<Record<keyof LaunchRun, number>>;
}

/** Launches by HTTP and parallel starts of bare workflows, in turn, each first as often as second. */
export async function measureLaunches(
  life: Life,
  bare: Bare,
  draftId: string,
  unitIds: readonly string[],
  runs: number,
): Promise<LaunchFigures> {
  const one = {
    launch: () => launchOnce(life, draftId, unitIds),
    bare: () => bareOnce(life, bare),
  };
  for (let n = 0; n < 2; n += 1) {
    await one.launch();
    await one.bare();
  }
  const launches: LaunchRun[] = [];
  const bares: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    if (n % 2 === 0) launches.push(await one.launch());
    bares.push(await one.bare());
    if (n % 2 === 1) launches.push(await one.launch());
  }
  const step = (name: keyof LaunchRun): number => rounded(median(launches.map((run) => run[name])));
  const launchMs = median(launches.map((run) => run.lastSettled));
  const bareMs = median(bares);
  return {
    ratio: launchMs / bareMs,
    launchMs: rounded(launchMs),
    bareMs: rounded(bareMs),
    launches: launches.map((run) => Math.round(run.lastSettled)),
    bares: bares.map(Math.round),
    steps: {
      answered: step('answered'),
      planStarted: step('planStarted'),
      planSettled: step('planSettled'),
      lastStarted: step('lastStarted'),
      lastSettled: step('lastSettled'),
    },
  };
}

async function launchOnce(life: Life, draftId: string, unitIds: readonly string[]): Promise<LaunchRun> {
  await pause(300);
  const since = Date.now();
  const launched: Launched = await launchPlan(life, draftId, unitIds, {
    startAt: '2025-05-05T08:00:00+07:00',
    rate: 1,
  });
  const answered = Date.now() - since;
  await pause(QUIET_MS);
  if (launched.taskWorkflowIds.length !== WORKFLOWS - 1) throw new Error(`${launched.taskWorkflowIds.length} tasks`);
  const [plan] = await firstTasks(life.client, [launched.planWorkflowId]);
  const tasks = await firstTasks(life.client, launched.taskWorkflowIds);
  if (!plan) throw new Error('no plan workflow');
  const all = [plan, ...tasks];
  return {
    answered,
    planStarted: plan.started - since,
    planSettled: plan.completed - since,
    lastStarted: Math.max(...all.map((each) => each.started)) - since,
    lastSettled: Math.max(...all.map((each) => each.completed)) - since,
  };
}

async function bareOnce(life: Life, bare: Bare): Promise<number> {
  await pause(300);
  const since = Date.now();
  const ids = await bare.startInParallel(WORKFLOWS);
  await pause(QUIET_MS);
  return Math.max(...(await firstTasks(life.client, ids)).map((each) => each.completed)) - since;
}

export const launchSettings = {
  units: TEN_UNITS,
  workflows: WORKFLOWS,
  clock: 'rehearsal from 2025-05-05 07:30, rate 1',
};

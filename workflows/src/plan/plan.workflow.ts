import {
  stateQuery,
  type PlanLoopState,
  type PlanSettleResult,
  type PlanWorkflowInput,
  type SettleActivities,
} from '@don-doc/contracts/temporal';
import { continueAsNew, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { attempt } from '../loop/attempt.js';
import { backoffMs } from '../loop/backoff.js';
import { handlersDone, historyIsLong } from '../loop/history.js';
import { Pokes } from '../loop/pokes.js';
import { SETTLE_OPTIONS } from '../loop/settle-options.js';
import { showTitle } from '../loop/title.js';
import { requireIds } from '../loop/validate.js';
import { startChildren } from './children.js';

const { settlePlan } = proxyLocalActivities<SettleActivities>(SETTLE_OPTIONS);

/**
 * A whole plan: it starts the workflows of its tasks and of its digest, settles what concerns the plan itself, watches that
 * every task has applied each event, and ends with the plan.
 */
export async function planWorkflow(input: PlanWorkflowInput): Promise<void> {
  requireIds(input, ['planId', 'generation']);
  showTitle();

  let state: PlanLoopState = {
    phase: 'settling',
    sequence: 0,
    settles: 0,
    failures: 0,
    lastError: null,
    waitMs: null,
    behind: 0,
  };
  /** Looks in a row that found a task behind: the next one comes later. */
  let looks = 0;
  const started = new Set<string>();
  const pokes = new Pokes();
  setHandler(stateQuery, () => ({ ...state, sequence: pokes.sequence }));

  for (;;) {
    const seen = pokes.count;
    state = { ...state, phase: 'settling', waitMs: null };
    const settled = await attempt(() => settlePlan(input));

    if (settled.ok) {
      const result = settled.value;
      await startChildren(result, started);
      looks = result.behind > 0 ? looks + 1 : 0;
      state = {
        ...state,
        phase: 'waiting',
        settles: state.settles + 1,
        failures: 0,
        lastError: null,
        waitMs: nextLook(result, looks),
        behind: result.behind,
      };
      // The plan ends last: after every task has applied its closing.
      if (result.closed && result.behind === 0) break;
      if (!result.more) await pokes.wait(seen, state.waitMs);
    } else {
      const failures = state.failures + 1;
      state = { ...state, phase: 'failing', failures, lastError: settled.code, waitMs: backoffMs(failures) };
      await pokes.wait(seen, state.waitMs);
    }

    if (historyIsLong()) {
      await handlersDone();
      await continueAsNew<typeof planWorkflow>(input);
    }
  }

  state = { ...state, phase: 'closed', waitMs: null };
}

function nextLook({ sleepMs }: PlanSettleResult, looks: number): number | null {
  if (looks === 0) return sleepMs;
  return sleepMs === null ? backoffMs(looks) : Math.min(sleepMs, backoffMs(looks));
}

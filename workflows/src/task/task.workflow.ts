import { stateQuery, type LoopState, type SettleActivities, type TaskWorkflowInput } from '@don-doc/contracts/temporal';
import { continueAsNew, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { attempt } from '../loop/attempt.js';
import { backoffMs } from '../loop/backoff.js';
import { handlersDone, historyIsLong } from '../loop/history.js';
import { Pokes } from '../loop/pokes.js';
import { SETTLE_OPTIONS } from '../loop/settle-options.js';
import { showTitle } from '../loop/title.js';
import { requireIds } from '../loop/validate.js';

const { settleTask } = proxyLocalActivities<SettleActivities>(SETTLE_OPTIONS);

/**
 * One appendix task, from launch until its plan closes. It settles (time's work is done and written down), then waits for
 * a poke or for the next instant. A task that is done waits without a timer, so that a return, a reopened row or a revoked
 * event need no restart.
 */
export async function taskWorkflow(input: TaskWorkflowInput): Promise<void> {
  requireIds(input, ['planId', 'taskId', 'generation']);
  showTitle();

  let state: LoopState = { phase: 'settling', sequence: 0, settles: 0, failures: 0, lastError: null, waitMs: null };
  const pokes = new Pokes();
  setHandler(stateQuery, () => ({ ...state, sequence: pokes.sequence }));

  for (;;) {
    const seen = pokes.count;
    state = { ...state, phase: 'settling', waitMs: null };
    const settled = await attempt(() => settleTask(input));

    if (settled.ok) {
      const { sleepMs, more, closed } = settled.value;
      state = { ...state, phase: 'waiting', settles: state.settles + 1, failures: 0, lastError: null, waitMs: sleepMs };
      if (closed) break;
      if (!more) await pokes.wait(seen, sleepMs);
    } else {
      const failures = state.failures + 1;
      state = { ...state, phase: 'failing', failures, lastError: settled.code, waitMs: backoffMs(failures) };
      await pokes.wait(seen, state.waitMs);
    }

    if (historyIsLong()) {
      await handlersDone();
      await continueAsNew<typeof taskWorkflow>(input);
    }
  }

  state = { ...state, phase: 'closed', waitMs: null };
}

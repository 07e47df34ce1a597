import {
  stateQuery,
  type DigestActivities,
  type DigestLoopState,
  type DigestWorkflowInput,
} from '@don-doc/contracts/temporal';
import {
  continueAsNew,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import { attempt } from '../loop/attempt.js';
import { backoffMs } from '../loop/backoff.js';
import { handlersDone, historyIsLong, historyIsTooLong } from '../loop/history.js';
import { Pokes } from '../loop/pokes.js';
import { SETTLE_OPTIONS } from '../loop/settle-options.js';
import { showTitle } from '../loop/title.js';
import { requireIds } from '../loop/validate.js';

const { gatherDigests } = proxyLocalActivities<DigestActivities>(SETTLE_OPTIONS);

/**
 * Sending goes over a wire that may be down for days: the server tries again without writing a history event, each attempt
 * begins with what then waits in the table, and each mail keeps its own Message-ID. A heartbeat after every mail tells a
 * dead worker from a slow server.
 */
const { sendMails } = proxyActivities<DigestActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '60 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/**
 * The mails of one plan: on each working day at 08:00 it gathers one digest a person, then sends. Gathering goes on while
 * the mail server is down, so that what could not be tried yet is merged into the newest digest.
 */
export async function digestWorkflow(input: DigestWorkflowInput): Promise<void> {
  requireIds(input, ['planId', 'generation']);
  showTitle();

  let state: DigestLoopState = {
    phase: 'settling',
    sequence: 0,
    settles: 0,
    failures: 0,
    lastError: null,
    waitMs: null,
    sending: false,
  };
  let { gatheredThrough } = input;
  const pokes = new Pokes();
  setHandler(stateQuery, () => ({ ...state, sequence: pokes.sequence }));

  /** Under way beside the loop. What fails for good is looked at by a person; here it must only not spin. */
  let refusals = 0;
  async function send(): Promise<void> {
    try {
      const sent = await attempt(() => sendMails({ planId: input.planId, generation: input.generation }));
      refusals = sent.ok ? 0 : refusals + 1;
      if (!sent.ok) await sleep(backoffMs(refusals));
      state = { ...state, sending: false };
    } catch (error) {
      // The main loop is cancelled by the same and ends the workflow.
      if (!isCancellation(error)) throw error;
    }
  }

  for (;;) {
    const seen = pokes.count;
    state = { ...state, phase: 'settling', waitMs: null };
    const gathered = await attempt(() => gatherDigests({ ...input, gatheredThrough }));

    if (gathered.ok) {
      const { sleepMs, more, closed, unsent } = gathered.value;
      gatheredThrough = gathered.value.gatheredThrough;
      state = { ...state, phase: 'waiting', settles: state.settles + 1, failures: 0, lastError: null, waitMs: sleepMs };
      if (closed) break;
      if (unsent && !state.sending) {
        state = { ...state, sending: true };
        void send();
      }
      // While mails are on their way, the end of sending is looked at too: what was gathered meanwhile goes next.
      const sentMeanwhile = state.sending ? () => !state.sending : undefined;
      if (!more) await pokes.wait(seen, sleepMs, sentMeanwhile);
    } else {
      const failures = state.failures + 1;
      state = { ...state, phase: 'failing', failures, lastError: gathered.code, waitMs: backoffMs(failures) };
      await pokes.wait(seen, state.waitMs);
    }

    if ((historyIsLong() && !state.sending) || historyIsTooLong()) {
      await handlersDone();
      await continueAsNew<typeof digestWorkflow>({ ...input, gatheredThrough });
    }
  }

  state = { ...state, phase: 'closed', waitMs: null };
}

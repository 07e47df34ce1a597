import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';

const EVENTS_A_RUN = 250;
const EVENTS_AT_MOST = 1_000;

/** True where the history should be cut: the server suggests it, or a replay would begin to cost. */
export function historyIsLong(): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength >= EVENTS_A_RUN;
}

/** True where a run may not wait for what it still has under way. */
export function historyIsTooLong(): boolean {
  return workflowInfo().historyLength >= EVENTS_AT_MOST;
}

/** Continue-as-new only from the main loop and after every handler. A poke lost by it is made good by the next run's settle. */
export async function handlersDone(): Promise<void> {
  await condition(allHandlersFinished);
}

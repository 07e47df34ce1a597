import { condition } from '@temporalio/workflow';

/** The least that waits: no settle, no timer, no handler. */
export async function bareWorkflow(): Promise<void> {
  await condition(() => false);
}

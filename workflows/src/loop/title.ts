import { setCurrentDetails, workflowInfo } from '@temporalio/workflow';

/** The summary of a start does not outlive continue-as-new; the memo does. Writes nothing into the history. */
export function showTitle(): void {
  const { plan, row } = workflowInfo().memo ?? {};
  if (typeof plan !== 'string') return;
  setCurrentDetails(typeof row === 'string' ? `Nhiệm vụ ${row} · Kế hoạch ${plan}` : `Kế hoạch ${plan}`);
}

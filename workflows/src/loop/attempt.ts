import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  TemporalFailure,
  TimeoutFailure,
} from '@temporalio/workflow';

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** Runs an activity and hands back its failure as a value: a settle that fails never fails the workflow. */
export async function attempt<T>(run: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    // Who cancels means the workflow itself; and anything but a failure handed over by Temporal is a fault of this code.
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error;
    // An activity's failure comes wrapped, a local activity's as it is.
    return { ok: false, code: codeOf(error instanceof ActivityFailure ? error.cause : error) };
  }
}

function codeOf(cause: unknown): string {
  if (cause instanceof ApplicationFailure) return cause.type ?? 'ACTIVITY_FAILED';
  if (cause instanceof TimeoutFailure) return 'ACTIVITY_TIMED_OUT';
  return 'ACTIVITY_FAILED';
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const LONGEST_MS = 2_000;

/** Tries until it succeeds: at a start, PostgreSQL and Temporal may come later than the worker. @throws when aborted */
export async function untilItAnswers<T>(
  what: string,
  log: Logger,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let n = 0; ; n += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (n === 0) log.info({ waitingFor: what, err: error }, `waiting for ${what}`);
      await sleep(Math.min(LONGEST_MS, 100 * 2 ** Math.min(n, 10)), undefined, signal ? { signal } : {});
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';

export interface Supervised {
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

const AGAIN_MS = 1_000;

/**
 * Keeps a worker running: one that ends by itself (its server came back as another, without the namespace for a moment) is
 * made again. Resolves with the first worker made, so that a start that can never succeed is told.
 */
export async function supervise(log: Logger, create: () => Promise<Worker>): Promise<Supervised> {
  let current = await create();
  let stopping = false;
  const waiting = new AbortController();

  async function run(): Promise<void> {
    for (;;) {
      try {
        await current.run();
      } catch (err) {
        log.error({ err }, 'temporal worker ended');
      }
      while (!stopping) {
        await sleep(AGAIN_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
        if (stopping) break;
        try {
          current = await create();
          break;
        } catch (err) {
          log.warn({ err }, 'temporal worker could not be made');
        }
      }
      if (stopping) return;
    }
  }

  const done = run();
  return {
    done,
    async stop() {
      stopping = true;
      waiting.abort();
      if (current.getState() === 'RUNNING') current.shutdown();
      await done;
    },
  };
}

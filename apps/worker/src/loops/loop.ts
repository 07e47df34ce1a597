import type { Logger } from 'pino';

export interface Loop {
  /** Look now instead of at the next turn. */
  wake(): void;
  /** After the turn under way. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly log: Logger;
  /** One turn. True: there was work, look again at once. */
  turn(): Promise<boolean | void>;
  /** Told when a turn succeeds after one that failed: what it needs is back. */
  onRecovered?(): void;
}

const LONGEST_PAUSE_MS = 2_000;

/** Turns one after the other; a turn that fails is said once, and tried again soon, not fast. */
export function startLoop(options: LoopOptions): Loop {
  const { name, everyMs, log } = options;
  let stopping = false;
  let woken = false;
  let rest: (() => void) | undefined;
  let failures = 0;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopping) return resolve();
      const timer = setTimeout(resolve, ms);
      rest = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      let again = false;
      try {
        again = (await options.turn()) === true;
        if (failures > 0) {
          log.info({ loop: name, failures }, 'loop recovered');
          options.onRecovered?.();
        }
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ loop: name, err: error }, 'loop failed');
      }
      if (again) continue;
      await pause(failures === 0 ? everyMs : Math.min(LONGEST_PAUSE_MS, everyMs, 100 * 2 ** Math.min(failures, 8)));
    }
  }

  const done = run();
  return {
    wake() {
      woken = true;
      rest?.();
    },
    async stop() {
      stopping = true;
      rest?.();
      await done;
    },
  };
}

/** Runs `work` for each item, at most `width` at once. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}

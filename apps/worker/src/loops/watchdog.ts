import {
  FAILING_TOO_LONG_MS,
  findStale,
  planHealth,
  sweepOutbox,
  workflowsThatShouldRun,
  type AppContext,
} from '@don-doc/application';
import type { Logger } from 'pino';
import { workflowIdOf, type Messenger } from '../temporal/messenger.js';
import { startLoop, type Loop } from './loop.js';
import { reconcileAll, reconcileOne } from './reconcile.js';

export interface WatchdogOptions {
  readonly ctx: AppContext;
  readonly messenger: Messenger;
  readonly log: Logger;
  readonly everyMs?: number;
  /** A task that is behind, or whose wake is late, by this much is poked; by twice as much, reconciled. */
  readonly patienceMs?: number;
}

const EVERY_MS = 5_000;
const PATIENCE_MS = 60_000;
const KEEP_OUTBOX_MS = 60 * 60_000;

/** Makes good what got lost: a poke that a restored Temporal forgot, a wake that never came, a workflow that is gone. */
export function startWatchdog(options: WatchdogOptions): Loop {
  const watch = createWatch(options);
  return startLoop({ name: 'watchdog', everyMs: options.everyMs ?? EVERY_MS, log: options.log, turn: watch });
}

interface Seen {
  readonly since: number;
  readonly pokedAt: number | null;
}

export function createWatch(
  { ctx, messenger, log, patienceMs = PATIENCE_MS }: WatchdogOptions,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let seen = new Map<string, Seen>();
  let missing = new Set<string>();
  let alarmed = new Set<string>();

  /** Behind for a minute: poked. A minute later still: is it there at all? */
  async function lookAtStale(): Promise<void> {
    const still = new Map<string, Seen>();
    for (const stale of await findStale(ctx, patienceMs)) {
      const id = workflowIdOf(stale);
      const known = seen.get(id) ?? { since: now(), pokedAt: null };
      still.set(id, known);
      if (!stale.late && now() - known.since < patienceMs) continue;
      if (known.pokedAt !== null && now() - known.pokedAt < patienceMs) continue;
      if (known.pokedAt === null || !(await reconcileOne(ctx, messenger, log, stale))) {
        log.warn({ plan: stale.ref.planId, kind: stale.kind, workflow: id }, 'behind or late: poked');
        await messenger.poke({ ...stale, sequence: 0 });
      }
      still.set(id, { ...known, pokedAt: now() });
    }
    seen = still;
  }

  /**
   * A plan's workflow that Temporal does not know, twice in a row (a launch may be on its way), stands for a server that
   * has lost its data: then all of the plan is begun again, not only what is late already. So does its digest's, which
   * keeps no wake in the record that could be seen to be late.
   */
  async function lookForLostPlans(): Promise<void> {
    const gone = new Set<string>();
    const ofPlans = (await workflowsThatShouldRun(ctx)).filter(({ kind }) => kind !== 'task');
    for (const workflow of ofPlans) {
      if (await messenger.isRunning(workflow)) continue;
      const id = workflowIdOf(workflow);
      if (missing.has(id)) await reconcileAll(ctx, messenger, log, workflow.ref.planId);
      else gone.add(id);
    }
    missing = gone;
  }

  /** A settle that has failed for so long does not heal by itself: an alarm of the operation, told once. */
  async function lookAtFailing(): Promise<void> {
    const still = new Set<string>();
    for (const { planId, failing } of await planHealth(ctx)) {
      for (const { taskNo, since, forMs, count, error } of failing) {
        if (forMs < FAILING_TOO_LONG_MS) continue;
        const key = [planId, taskNo, since].join('/');
        still.add(key);
        if (alarmed.has(key)) continue;
        log.error({ plan: planId, row: taskNo, code: error, count, forMs }, 'settle keeps failing');
      }
    }
    alarmed = still;
  }

  return async () => {
    await lookAtStale();
    await lookForLostPlans();
    await lookAtFailing();
    await sweepOutbox(ctx, KEEP_OUTBOX_MS);
  };
}

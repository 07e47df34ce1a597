import { randomUUID } from 'node:crypto';
import { completeOutbox, leaseOutbox, type AppContext } from '@don-doc/application';
import type { Logger } from 'pino';
import type { Messenger } from '../temporal/messenger.js';
import { inParallel, startLoop, type Loop } from './loop.js';

const BATCH = 500;
const LEASE_MS = 10_000;
const POLL_MS = 500;
const AT_ONCE = 16;

export interface RelayOptions {
  readonly ctx: AppContext;
  readonly messenger: Messenger;
  readonly log: Logger;
  /** PostgreSQL or Temporal answers again. */
  readonly onRecovered?: () => void;
}

/** Carries the outbox to Temporal: one poke a workflow for each batch, started where it does not run. */
export function startRelay({ ctx, messenger, log, onRecovered }: RelayOptions): Loop {
  const by = randomUUID();
  return startLoop({
    name: 'relay',
    everyMs: POLL_MS,
    log,
    turn: () => relayOnce(ctx, messenger, by),
    ...(onRecovered ? { onRecovered } : {}),
  });
}

/** One batch. What could not be delivered keeps its lease and comes again when that has run out. */
export async function relayOnce(ctx: AppContext, messenger: Messenger, by: string): Promise<boolean> {
  const batch = await leaseOutbox(ctx, { by, limit: BATCH, leaseMs: LEASE_MS });
  if (batch.rows.length === 0) return false;
  const failed = new Set<string>();
  let lastError: unknown;
  await inParallel(batch.pokes, AT_ONCE, async (poke) => {
    try {
      await messenger.poke(poke);
    } catch (error) {
      failed.add(poke.subject);
      lastError = error;
    }
  });
  const delivered = batch.rows.filter(({ subject }) => !failed.has(subject)).map(({ id }) => id);
  if (delivered.length > 0) await completeOutbox(ctx, by, delivered);
  if (failed.size > 0) throw lastError;
  return batch.rows.length === BATCH;
}

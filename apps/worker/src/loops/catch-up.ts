import { findStale, workflowsThatShouldRun, type AppContext } from '@don-doc/application';
import type { Messenger } from '../temporal/messenger.js';
import { inParallel } from './loop.js';

const AT_ONCE = 16;

/**
 * PostgreSQL is back: whoever waits for the next attempt of a failed settle is poked now, instead of up to a minute later.
 * Those are the tasks that are behind or past their wake, and every digest, which keeps no wake in the record.
 */
export async function pokeWhatWaits(ctx: AppContext, messenger: Messenger): Promise<number> {
  const stale = await findStale(ctx, 0);
  const digests = (await workflowsThatShouldRun(ctx)).filter(
    (one) =>
      one.kind === 'digest' && !stale.some((late) => late.kind === 'digest' && late.ref.planId === one.ref.planId),
  );
  const all = [...stale, ...digests];
  await inParallel(all, AT_ONCE, (workflow) => messenger.poke({ ...workflow, sequence: 0 }));
  return all.length;
}

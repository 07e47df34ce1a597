import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiPrefix } from './prefix.js';
import { planKey } from './queries.js';

export type LiveState = 'connecting' | 'live' | 'lost';

/** Changes come in bursts (one settle after another): the page reads again at most this often. */
const GATHER_MS = 250;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;

/**
 * Follows a plan's stream and renews what the page shows of it. The browser reconnects a broken stream by itself, but gives
 * up on an HTTP error (a proxy's 502 while the API restarts), so that case is retried here; whatever was missed
 * meanwhile is read again on return.
 */
export function usePlanStream(planId: string): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    let source: EventSource | null = null;
    let gather: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_RETRY_MS;
    let opened = false;

    // A reading under way is let come home before the next one starts: on a slow server a change a moment would otherwise
    // break off every reading, and the page would stand still under ever more requests.
    const renew = () => {
      gather ??= setTimeout(() => {
        gather = undefined;
        if (client.isFetching({ queryKey: planKey(planId) }) > 0) return renew();
        void client.invalidateQueries({ queryKey: planKey(planId) });
        void client.invalidateQueries({ queryKey: ['inbox'] });
      }, GATHER_MS);
    };
    const connect = () => {
      const stream = new EventSource(`${apiPrefix}/plans/${planId}/stream`);
      source = stream;
      stream.onopen = () => {
        wait = FIRST_RETRY_MS;
        setState('live');
        if (opened) renew();
        opened = true;
      };
      stream.addEventListener('changed', renew);
      stream.onerror = () => {
        setState('lost');
        if (stream.readyState !== EventSource.CLOSED) return;
        again = setTimeout(connect, wait);
        wait = Math.min(wait * 2, LAST_RETRY_MS);
      };
    };
    connect();
    return () => {
      source?.close();
      clearTimeout(gather);
      clearTimeout(again);
    };
  }, [client, planId]);

  return state;
}

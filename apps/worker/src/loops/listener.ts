import { OUTBOX_CHANNEL } from '@don-doc/application';
import pg from 'pg';
import type { Logger } from 'pino';

const RETRY_MS = 250;
const CONNECT_MS = 2_000;

export interface Listener {
  stop(): Promise<void>;
}

/**
 * One connection of its own that hears of new outbox rows, and of PostgreSQL itself: it breaks when the server goes, and is
 * tried again four times a second, so that the work that failed meanwhile can go on the moment it is back.
 */
export function startListener(options: {
  readonly url: string;
  readonly log: Logger;
  onNotice(): void;
  onBack(): void;
}): Listener {
  let stopping = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wasDown = false;
  let connecting: Promise<void> = Promise.resolve();

  const retry = (): void => {
    if (stopping) return;
    if (!wasDown) options.log.warn('postgres is away');
    wasDown = true;
    timer = setTimeout(() => {
      connecting = connect();
    }, RETRY_MS);
  };

  async function connect(): Promise<void> {
    const own = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'don-doc relay',
    });
    let over = false;
    const lost = (): void => {
      if (over) return;
      over = true;
      void own.end().catch(() => undefined);
      retry();
    };
    own.on('error', lost);
    own.on('end', lost);
    own.on('notification', () => options.onNotice());
    try {
      await own.connect();
      await own.query(`LISTEN ${OUTBOX_CHANNEL}`);
    } catch {
      return lost();
    }
    client = own;
    if (wasDown) {
      wasDown = false;
      options.log.info('postgres is back');
      options.onBack();
    }
  }

  connecting = connect();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}

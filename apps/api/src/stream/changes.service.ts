import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@don-doc/config';
import { PinoLogger } from 'nestjs-pino';
import pg from 'pg';
import { Subject, auditTime, filter, interval, map, merge, type Observable } from 'rxjs';
import { CONFIG } from '../tokens.js';

export const CHANGED_CHANNEL = 'don_doc_changed';
/** A rehearsal at speed changes many rows a second; a page is told at most four times. */
const TOLD_EVERY_MS = 250;
/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 1_000;
const EVERY_PLAN = '*';

/** Hears PostgreSQL say which plan changed, and tells the pages that show it. */
@Injectable()
export class ChangesService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly heard = new Subject<string>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: PinoLogger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    this.heard.complete();
    await this.client?.end().catch(() => undefined);
  }

  /** `changed` when the plan changed, `alive` now and then. */
  of(planId: string): Observable<{ type: 'changed' | 'alive'; at: string }> {
    const changed = this.heard.pipe(
      filter((id) => id === planId || id === EVERY_PLAN),
      auditTime(TOLD_EVERY_MS),
      map(() => ({ type: 'changed' as const, at: new Date().toISOString() })),
    );
    const alive = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'alive' as const, at: new Date().toISOString() })));
    return merge(changed, alive);
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.config.database.url,
      application_name: 'don-doc-changes',
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.heard.next(payload ?? EVERY_PLAN));
    client.on('error', () => this.again(client));
    client.on('end', () => this.again(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGED_CHANNEL}`);
      // What was said while nobody listened is not said again.
      this.heard.next(EVERY_PLAN);
    } catch (error) {
      this.logger.warn({ err: error }, 'not listening for changes yet');
      this.again(client);
    }
  }

  private again(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.listen(), RECONNECT_MS);
  }
}

import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { notifyRelay, type QueryContext } from '@don-doc/application';
import type { Config } from '@don-doc/config';
import { createDataSource } from '@don-doc/persistence';
import type { DataSource } from 'typeorm';
import { words } from './query/words.js';
import { APP_CONTEXT, CONFIG } from './tokens.js';

/** Where the use cases are given their database. */
export async function openContext(config: Config): Promise<QueryContext> {
  const db = await createDataSource({ ...config.database, applicationName: 'don-doc-api' }).initialize();
  return { db, words, poke: notifyRelay(db) };
}

/** Closes the pool when the last request is answered. */
@Injectable()
class ContextCloser implements OnApplicationShutdown {
  private readonly db: DataSource;

  constructor(@Inject(APP_CONTEXT) ctx: QueryContext) {
    this.db = ctx.db;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.db.isInitialized) await this.db.destroy();
  }
}

export const contextProviders: Provider[] = [
  { provide: APP_CONTEXT, useFactory: openContext, inject: [CONFIG] },
  ContextCloser,
];

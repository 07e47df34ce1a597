import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import * as entities from './entities/index.js';
import { migrations } from './migrations/index.js';
import { SnakeNaming } from './naming.js';

export interface DatabaseSettings {
  readonly url: string;
  readonly poolSize: number;
  /** How long a connection is waited for, in ms (2000 unless told). */
  readonly connectMs?: number;
  /** How long a statement may take, in ms (3000 unless told). */
  readonly statementMs?: number;
  /** Shown by PostgreSQL in pg_stat_activity. */
  readonly applicationName?: string;
}

const DATE_OID = 1082;
const INT8_OID = 20;

/**
 * A civil date is a name, not an instant: it stays the text PostgreSQL prints. Counts and identities stay well under
 * 2^53, so bigint is read as a number.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === DATE_OID) return (value) => value;
    if (oid === INT8_OID) return Number;
    return pg.types.getTypeParser(oid, format === 'binary' ? undefined : format) as (value: string) => unknown;
  },
};

const CONNECT_MS = 2_000;

/** Limits of a session that serves people and workflows: what takes longer is retried, not waited for. */
export const LOCK_TIMEOUT_MS = 2_000;
export const STATEMENT_TIMEOUT_MS = 3_000;

/** The pool of the application. Not connected yet: call `initialize()`, and `destroy()` at the end. */
export function createDataSource(settings: DatabaseSettings): DataSource {
  return build(settings, {
    lock_timeout: LOCK_TIMEOUT_MS,
    statement_timeout: settings.statementMs ?? STATEMENT_TIMEOUT_MS,
  });
}

/** For migrations and maintenance: waits two seconds for a lock, as long as it takes for a statement. */
export function createMaintenanceDataSource(settings: DatabaseSettings): DataSource {
  return build({ ...settings, poolSize: Math.min(settings.poolSize, 2) }, { lock_timeout: LOCK_TIMEOUT_MS });
}

function build(settings: DatabaseSettings, session: { lock_timeout: number; statement_timeout?: number }): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: settings.url,
    poolSize: settings.poolSize,
    connectTimeoutMS: settings.connectMs ?? CONNECT_MS,
    applicationName: settings.applicationName ?? 'don-doc',
    entities: Object.values(entities),
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    // Idle clients fail when PostgreSQL restarts; the pool replaces them, so there is nothing to crash for.
    poolErrorHandler: () => undefined,
    extra: { ...session, types, keepAlive: true },
  };
  return new DataSource(options);
}

import { randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createMaintenanceDataSource } from '@don-doc/persistence';
import { startPostgres, temporaryDir } from '@don-doc/infra';
import { adminUrlVariable } from './names.js';

export interface TestDatabase {
  readonly url: string;
  /** Cuts what is still connected. */
  drop(): Promise<void>;
}

export interface TestPostgres {
  readonly port: number;
  /** A database of its own, cloned from the migrated template. */
  createDatabase(): Promise<TestDatabase>;
  stop(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
  /** After stop() or kill(): the same data on the same port. */
  restart(): Promise<void>;
}

/** The database of one test file, on the server that the run's global setup has started. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = process.env[adminUrlVariable];
  if (!admin)
    throw new Error(`${adminUrlVariable} is not set: outside Jest's integration project, use startTestPostgres()`);
  return cloneTemplate(admin);
}

/** A server of one's own, for tests that stop or kill it. Durable, as the product's is. */
export async function startTestPostgres(options: { durable?: boolean } = {}): Promise<TestPostgres> {
  const dir = await temporaryDir('don-doc-pg-');
  // PostgreSQL may run as another user, who must be let through to its own folder.
  await chmod(dir.path, 0o755);
  const start = (port?: number) =>
    startPostgres({
      dataDir: join(dir.path, 'data'),
      durable: options.durable ?? true,
      database: 'postgres',
      ...(port ? { port } : {}),
    });
  let server = await start();
  return {
    port: server.port,
    createDatabase: () => cloneTemplate(server.urlFor('postgres')),
    stop: async () => {
      await server.stop();
      await dir.remove();
    },
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      server = await start(server.port);
    },
  };
}

const template = 'don_doc_template';
/** Any number, the same for all: whoever holds it makes the template, the others wait. */
const templateLock = 7_140_502;

async function cloneTemplate(adminUrl: string): Promise<TestDatabase> {
  await ensureTemplate(adminUrl);
  const name = `t_${process.pid}_${randomBytes(5).toString('hex')}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: at(adminUrl, name),
    drop: () =>
      withClient(adminUrl, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

async function ensureTemplate(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (rowCount) return;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
    const source = createMaintenanceDataSource({ url: at(adminUrl, template), poolSize: 2 });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    await client.query(`alter database ${template} with is_template true allow_connections false`);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Cut by a test that kills the server.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import getPort from 'get-port';
import pg from 'pg';
import { InfraError } from '../errors.js';
import { endChild, hasEnded, spawnGuarded } from '../process/guarded.js';
import { findPostgresBinaries } from './binaries.js';
import { clearLeftovers, ensureCluster, postgresEnv, superuser } from './cluster.js';
import { runAs } from './run-as.js';

export interface PostgresOptions {
  /** The cluster's folder; made on first use, reopened later. */
  readonly dataDir: string;
  readonly port?: number;
  /** False for tests only: no fsync, so a power cut loses the cluster. */
  readonly durable: boolean;
  /** Made when it is missing. */
  readonly database?: string;
  readonly onLog?: (line: string) => void;
}

export interface PostgresServer {
  /** Of the database asked for, with its password. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  urlFor(database: string): string;
  /** Fast shutdown: sessions are cut, data is flushed. */
  stop(): Promise<void>;
  /** kill -9, for fault tests; the next start recovers from the log. */
  kill(): Promise<void>;
}

const gentle = { signal: 'SIGINT', graceMs: 20_000 } as const;

/** Starts a real PostgreSQL on 127.0.0.1 that ends with this process, even by kill -9. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  await mkdir(dirname(resolve(options.dataDir)), { recursive: true });
  const dataDir = join(
    await realpath(dirname(resolve(options.dataDir))),
    resolve(options.dataDir).split(/[\\/]/).pop() ?? '',
  );
  const binaries = await findPostgresBinaries();
  const user = await runAs([binaries.initdb, binaries.postgres, dirname(dataDir)]);
  const { password } = await ensureCluster(dataDir, binaries, user, options.durable);
  await clearLeftovers(dataDir);

  const port = options.port ?? (await getPort({ host: '127.0.0.1' }));
  const { command, args, ...ids } = user.wrap(binaries.postgres, ['-D', dataDir, ...flags(port, options.durable)]);
  const child = spawnGuarded(
    command,
    args,
    { ...ids, cwd: '/', env: postgresEnv(), stdio: ['ignore', 'ignore', 'pipe'] },
    gentle,
  );
  const tail = collect(child, options.onLog);

  const database = options.database ?? 'don_doc';
  const urlFor = (name: string): string => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
  try {
    await untilReady(child, urlFor('postgres'), tail);
    await ensureDatabase(urlFor('postgres'), database);
  } catch (error) {
    await endChild(child, gentle);
    throw error;
  }
  return {
    url: urlFor(database),
    port,
    process: child,
    urlFor,
    stop: () => endChild(child, gentle),
    kill: () => endChild(child, { signal: 'SIGKILL', graceMs: 5_000 }),
  };
}

function flags(port: number, durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket: no folder for it to be missing, too long or owned by another.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Short statements only; compiling them costs more than it saves.
    jit: 'off',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          max_wal_size: '4GB',
          checkpoint_timeout: '1d',
        }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function collect(child: ChildProcess, onLog: ((line: string) => void) | undefined): () => string {
  const recent: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      recent.push(line);
      if (recent.length > 20) recent.shift();
      onLog?.(line);
    }
  });
  return () => recent.join('\n');
}

/** Recovery after a crash may take a while, so the limit is on a server that says nothing, not on one at work. */
async function untilReady(child: ChildProcess, url: string, tail: () => string): Promise<void> {
  const end = performance.now() + 120_000;
  for (;;) {
    if (hasEnded(child)) {
      throw new InfraError('POSTGRES_START', `PostgreSQL không khởi động được. Những dòng cuối của nó:\n${tail()}`);
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (cause) {
      if (performance.now() > end) {
        throw new InfraError(
          'POSTGRES_START',
          `PostgreSQL chưa trả lời sau hai phút. Những dòng cuối của nó:\n${tail()}`,
          { cause },
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((next) => setTimeout(next, 60));
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Client, Connection } from '@temporalio/client';
import { createDataSource, sqlRows } from '@don-doc/persistence';
import {
  createTestDatabase,
  startMailSink,
  startTestPostgres,
  startTestTemporal,
  temporaryDir,
  type MailSink,
  type TestPostgres,
  type TestTemporal,
} from '../servers/index.js';
import { seedDirectory, type TestDirectory, type Who } from './directory.js';
import { Person } from './person.js';
import { freePort, Program } from './program.js';

const DOCUMENT = join(import.meta.dirname, '../../fixtures/documents/ke-hoach-chi-thi-02.txt');

export interface LifeOptions {
  /** A PostgreSQL of its own and a Temporal that keeps its state in a file: both may then be killed. */
  readonly servers?: 'own' | 'shared';
}

/** The product as it runs: API and worker as processes of their own on a real PostgreSQL, Temporal server and mail sink. */
export interface Life {
  readonly db: DataSource;
  readonly postgres: TestPostgres | null;
  readonly temporal: TestTemporal;
  readonly client: Client;
  readonly sink: MailSink;
  readonly worker: Program;
  readonly api: Program;
  readonly directory: TestDirectory;
  as(who: Who): Person;
  /** How many copies of each command everyone sends from now on. */
  repeatCommands(copies: number): void;
  rows<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Imports the real plan by HTTP, as the Office: a draft with its findings. */
  importPlan(): Promise<string>;
  end(): Promise<void>;
}

const EVERYONE: readonly Who[] = [
  'office',
  'deputy',
  'director',
  'observer',
  'head-P1',
  'head-P2',
  'head-P3',
  'head-P4',
];

export async function startLife(options: LifeOptions = {}): Promise<Life> {
  const closing: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.reverse()) await close();
  };
  try {
    return await start(options, closing, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function start(
  { servers = 'shared' }: LifeOptions,
  closing: (() => Promise<unknown>)[],
  end: () => Promise<void>,
): Promise<Life> {
  const postgres = servers === 'own' ? await startTestPostgres() : null;
  if (postgres) closing.push(() => postgres.stop());
  const database = await (postgres?.createDatabase() ?? createTestDatabase());
  if (!postgres) closing.push(() => database.drop());
  const db = createDataSource({
    url: database.url,
    poolSize: 4,
    connectMs: 20_000,
    statementMs: 20_000,
    applicationName: 'test',
  });
  await db.initialize();
  closing.push(() => db.destroy());
  const directory = await seedDirectory(db);

  const temporal = await startTestTemporal({ persistent: servers === 'own' });
  closing.push(() => temporal.stop());
  const connection = Connection.lazy({ address: temporal.address });
  closing.push(() => connection.close());
  const client = new Client({ connection, namespace: temporal.namespace });

  const dir = await temporaryDir('don-doc-life-');
  closing.push(() => dir.remove());
  const sink = await startMailSink({ dir: join(dir.path, 'mails') });
  closing.push(() => sink.stop());

  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TZ: 'UTC',
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: sink.smtpUrl,
    REHEARSAL_SMTP_URL: sink.smtpUrl,
    MAIL_FROM: 'Đôn Đốc <don-doc@stp.example.invalid>',
    API_PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dir.path,
    LOG_LEVEL: 'warn',
    SEED_DEMO: 'false',
  };
  // Nobody retries a person's command: on a starved machine it takes its time.
  const patient = { DATABASE_CONNECT_TIMEOUT_MS: '20000', DATABASE_STATEMENT_TIMEOUT_MS: '20000' };
  const api = new Program('api', 'apps/api/dist/main.js', { ...env, ...patient });
  const worker = new Program('worker', 'apps/worker/dist/main.js', env);
  closing.push(() => worker.stop());
  closing.push(() => api.stop());
  api.start();
  worker.start();
  const base = `http://127.0.0.1:${port}/api`;
  await untilAnswers(api, `${base}/health/live`);

  const people = new Map<Who, Person>();
  for (const who of EVERYONE) {
    const person = new Person(base, who.toLowerCase());
    await person.logIn();
    people.set(who, person);
  }
  const as = (who: Who): Person => people.get(who)!;
  return {
    db,
    postgres,
    temporal,
    client,
    sink,
    worker,
    api,
    directory,
    as,
    repeatCommands: (copies) => people.forEach((person) => (person.copies = copies)),
    rows: (text, parameters) => sqlRows(db, text, parameters),
    importPlan: async () => {
      const bytes = new Uint8Array(await readFile(DOCUMENT));
      const { status, body } = await as('office').upload('/plans/import', 'ke-hoach-chi-thi-02.txt', bytes);
      if (status >= 300) throw new Error(`import: ${status} ${JSON.stringify(body)}`);
      return body['planId'] as string;
    },
    end,
  };
}

async function untilAnswers(api: Program, url: string): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    const answered = await fetch(url).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    if (!api.running) throw new Error(`the API did not start:\n${api.said}`);
    if (performance.now() > until) throw new Error(`the API does not answer:\n${api.said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

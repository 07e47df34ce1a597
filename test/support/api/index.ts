import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { argon2Hasher, createApp, openContext, runSeed } from '@don-doc/api';
import { createAccount, type QueryContext } from '@don-doc/application';
import { loadConfig, type Config } from '@don-doc/config';
import type { Role } from '@don-doc/contracts/http';
import { createTestDatabase, temporaryDir } from '../servers/index.js';

type App = Awaited<ReturnType<typeof createApp>>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON; throws where it is none. */
  json<T>(): T;
}

export interface TestClient {
  call(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  cookie(): string;
}

export interface TestApi {
  readonly app: App;
  readonly ctx: QueryContext;
  readonly config: Config;
  /** First passwords by username. */
  readonly passwords: Readonly<Record<string, string>>;
  anonymous(): TestClient;
  signIn(username: string, password?: string): Promise<TestClient>;
  /** An account with one role, signed in. */
  withRole(role: Role): Promise<TestClient>;
  stop(): Promise<void>;
}

/** The whole API on a database of its own with the demo directory and accounts; Temporal does not answer. */
export async function startTestApi(
  options: { rehearsal?: boolean; env?: Record<string, string> } = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const dir = await temporaryDir('don-doc-api-');
  const config = loadConfig({
    DATABASE_URL: database.url,
    DATA_DIR: dir.path,
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    WORKER_LOCAL_ACTIVITIES: '4',
    DATABASE_POOL_SIZE: '6',
    // What is asked here is what the API answers, not how quick a busy machine is.
    DATABASE_CONNECT_TIMEOUT_MS: '20000',
    DATABASE_STATEMENT_TIMEOUT_MS: '20000',
    ...options.env,
  });
  const ctx = await openContext(config);
  const passwords: Record<string, string> = {};
  await runSeed(ctx, argon2Hasher, {
    demo: true,
    rehearsal: options.rehearsal ?? false,
    mail: { from: config.mail.from, publicUrl: config.api.publicUrl },
    onAccounts: (made) => made.forEach(({ username, password }) => (passwords[username] = password)),
    onProgress: () => undefined,
  });
  const app = await createApp({ config });

  const signIn = async (username: string, password = passwords[username] ?? ''): Promise<TestClient> => {
    const client = clientOf(app);
    const answer = await client.call('POST', '/auth/login', { username, password });
    if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.text}`);
    return client;
  };
  return {
    app,
    ctx,
    config,
    passwords,
    anonymous: () => clientOf(app),
    signIn,
    withRole: async (role) => {
      const username = `chi-${role}-${randomUUID().slice(0, 8)}`;
      const password = randomUUID();
      const account = { username, password, roles: [role], person: null, mustChangePassword: false };
      await createAccount(ctx, argon2Hasher, account);
      return signIn(username, password);
    },
    stop: async () => {
      await app.close();
      await ctx.db.destroy();
      await database.drop();
      await rm(dir.path, { recursive: true, force: true });
    },
  };
}

function clientOf(app: App): TestClient {
  let cookie = '';
  const call: TestClient['call'] = async (method, path, body, headers = {}) => {
    const answer = await app.inject({
      method,
      url: path.startsWith('/api') ? path : `/api${path}`,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const set = answer.headers['set-cookie'];
    const first = Array.isArray(set) ? set[0] : set;
    if (typeof first === 'string') cookie = first.split(';')[0] ?? '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      json: <T>() => JSON.parse(answer.body) as T,
    };
  };
  const expectOk = async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json<T>();
  };
  return {
    call,
    get: (path) => expectOk('GET', path),
    post: (path, body) => expectOk('POST', path, body),
    cookie: () => cookie,
  };
}

/** A multipart body with one file. */
export function upload(name: string, bytes: Uint8Array): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startDevServer, temporaryDir, type DevServer } from '@don-doc/infra';

export { findTestServer } from '@don-doc/infra';

export interface TestTemporal {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  /** Temporal's command line, for tests that look with it. */
  readonly cli: string;
  /** Ends the server and throws its data away. */
  stop(): Promise<void>;
  /** kill -9; with `persistent`, restart() finds what was written. */
  kill(): Promise<void>;
  /** On the same port. `withoutData` begins with an empty server: Temporal's data thrown away. */
  restart(options?: { withoutData?: boolean }): Promise<void>;
}

export interface TestTemporalOptions {
  /** Keep its state in a file, as the product does; otherwise in memory. */
  readonly persistent?: boolean;
  readonly namespace?: string;
}

/** A development server of one's own on free ports. */
export async function startTestTemporal(options: TestTemporalOptions = {}): Promise<TestTemporal> {
  const dir = await temporaryDir('don-doc-temporal-');
  const dbFile = options.persistent ? join(dir.path, 'temporal.db') : undefined;
  const start = (port?: number): Promise<DevServer> =>
    startDevServer({
      ...(dbFile ? { dbFile } : {}),
      ...(port ? { port } : {}),
      ...(options.namespace ? { namespace: options.namespace } : {}),
    });
  let server = await start();
  return {
    address: server.address,
    namespace: server.namespace,
    cli: server.cli,
    stop: async () => {
      await server.stop();
      await dir.remove();
    },
    kill: () => server.kill(),
    restart: async ({ withoutData = false } = {}) => {
      await server.stop();
      if (withoutData && dbFile) for (const end of ['', '-wal', '-shm']) await rm(dbFile + end, { force: true });
      server = await start(server.port);
    },
  };
}

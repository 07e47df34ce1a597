import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import getPort from 'get-port';
import { InfraError } from '../errors.js';
import { endChild, endLeftover, hasEnded, spawnGuarded } from '../process/guarded.js';
import { processesNaming, until } from '../process/pids.js';
import { findTemporalCli } from './find.js';
import type { Progress } from './fetch.js';
import { runTool } from './tools.js';

export interface DevServerOptions {
  /** Absent: in memory, gone with the process. */
  readonly dbFile?: string;
  readonly port?: number;
  /** Absent: without its page. */
  readonly uiPort?: number;
  readonly metricsPort?: number;
  readonly namespace?: string;
  readonly onLog?: (line: string) => void;
  readonly onProgress?: Progress;
}

export interface DevServer {
  /** host:port for TEMPORAL_ADDRESS. */
  readonly address: string;
  readonly port: number;
  readonly uiUrl: string | undefined;
  readonly namespace: string;
  readonly cli: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
  /** kill -9, for fault tests. */
  kill(): Promise<void>;
}

const gentle = { signal: 'SIGTERM', graceMs: 10_000 } as const;
const localhost = '127.0.0.1';

/** Starts Temporal's development server; it ends with this process, even by kill -9. */
export async function startDevServer(options: DevServerOptions = {}): Promise<DevServer> {
  const cli = await findTemporalCli({ onProgress: options.onProgress });
  if (options.dbFile) {
    // Two servers on one SQLite file would each believe that they own the shards.
    for (const pid of processesNaming('start-dev', options.dbFile)) await endLeftover(pid, gentle);
  }
  const port = options.port ?? (await getPort({ host: localhost }));
  const namespace = options.namespace ?? 'default';
  const child = spawnGuarded(
    cli,
    flags(options, port, namespace),
    { stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnv() },
    gentle,
  );
  const tail = collect(child, options.onLog);
  const address = `${localhost}:${port}`;
  try {
    await untilReady(child, cli, address, port, namespace, tail);
  } catch (error) {
    await endChild(child, gentle);
    throw error;
  }
  return {
    address,
    port,
    uiUrl: options.uiPort === undefined ? undefined : `http://${localhost}:${options.uiPort}`,
    namespace,
    cli,
    process: child,
    stop: () => endChild(child, gentle),
    kill: () => endChild(child, { signal: 'SIGKILL', graceMs: 5_000 }),
  };
}

function flags(options: DevServerOptions, port: number, namespace: string): string[] {
  const file = options.dbFile
    ? ['--db-filename', options.dbFile, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']
    : [];
  const ui = options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)];
  const metrics = options.metricsPort === undefined ? [] : ['--metrics-port', String(options.metricsPort)];
  return [
    ...['server', 'start-dev', '--ip', localhost, '--port', String(port), '--namespace', namespace],
    ...file,
    ...ui,
    ...metrics,
    // A timer may otherwise be a second late; a clerk would not mind, a rehearsal at 30 seconds a day does.
    ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="50ms"'],
    // From the fourth attempt on the server adds 1, 2, 4 … s, up to ten minutes, to a workflow task's lease: after a row of
    // kills a task would wait for a dead worker that long. Never over ten seconds in all.
    ...['--dynamic-config-value', 'history.workflowTaskRetryMaxInterval="7s"'],
    ...['--log-level', 'error', '--color', 'never'],
  ];
}

/** The person's own TEMPORAL_* settings are for the clients; the server and its probe must not follow them elsewhere. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function untilReady(
  child: ChildProcess,
  cli: string,
  address: string,
  port: number,
  namespace: string,
  tail: () => string,
): Promise<void> {
  const listening = await until(async () => hasEnded(child) || (await accepts(port)), 60_000, 40);
  // Listening comes before serving: the namespace is what clients will ask for first.
  const probe = ['operator', 'namespace', 'describe', '-n', namespace, '--address', address, '--command-timeout', '3s'];
  const env = { TEMPORAL_ADDRESS: '', TEMPORAL_NAMESPACE: '' };
  const serving =
    listening && (await until(async () => hasEnded(child) || (await runTool(cli, probe, { env })).code === 0, 60_000));
  if (serving && !hasEnded(child)) return;
  throw new InfraError('TEMPORAL_START', `Máy chủ Temporal không khởi động được. Những dòng cuối của nó:\n${tail()}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, localhost);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function collect(child: ChildProcess, onLog: ((line: string) => void) | undefined): () => string {
  const recent: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter(Boolean)) {
        recent.push(line);
        if (recent.length > 20) recent.shift();
        onLog?.(line);
      }
    });
  }
  return () => recent.join('\n');
}

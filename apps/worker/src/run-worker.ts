import { errorCode } from '@don-doc/activities';
import { keepRehearsalClocks, type AppContext } from '@don-doc/application';
import type { Config } from '@don-doc/config';
import { createDataSource } from '@don-doc/persistence';
import type { WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { createActivities } from './activities.js';
import { createWorker } from './create-worker.js';
import { pokeWhatWaits } from './loops/catch-up.js';
import { SettleFailures } from './loops/failures.js';
import { startListener } from './loops/listener.js';
import { startLoop } from './loops/loop.js';
import { reconcileAll } from './loops/reconcile.js';
import { startRelay } from './loops/relay.js';
import { startWatchdog } from './loops/watchdog.js';
import { createSmtpMailer } from './mail/smtp-mailer.js';
import { serveMetrics } from './metrics.js';
import { supervise } from './supervise.js';
import { connectTemporal } from './temporal/connect.js';
import { createMessenger } from './temporal/messenger.js';
import { untilItAnswers } from './until-it-answers.js';

export interface RunOptions {
  readonly config: Config;
  readonly log: Logger;
  /** TEMPORAL_* is read from here by Temporal's own rules. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly workflowBundle?: WorkflowBundleOption;
  /** Aborted while it still waits for PostgreSQL or Temporal: it gives up. */
  readonly signal?: AbortSignal;
  readonly watchdog?: { readonly everyMs?: number; readonly patienceMs?: number };
}

export interface RunningWorker {
  /** Settles when the worker has ended; rejects when it could not go on. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

const KEEP_CLOCKS_MS = 5_000;
const BACKGROUND_LEAST = 4;

/** Everything that runs in the worker's process, put together. Resolves once it takes work. */
export async function runWorker(options: RunOptions): Promise<RunningWorker> {
  const { config, log, env = process.env, signal } = options;
  const settlingDb = poolOf(config, config.worker.localActivities, 'don-doc settle');
  const backgroundDb = poolOf(
    config,
    Math.max(BACKGROUND_LEAST, config.database.poolSize - config.worker.localActivities),
    'don-doc worker',
  );
  const open: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of open.reverse())
      await close().catch((err: unknown) => log.warn({ err }, 'did not close cleanly'));
  };
  try {
    for (const db of [settlingDb, backgroundDb]) {
      await untilItAnswers('postgres', log, signal, () => connect(db));
      open.push(() => db.destroy());
    }
    const temporal = await untilItAnswers('temporal', log, signal, () => connectTemporal(env, config.temporal));
    open.push(() => temporal.close());

    const background: AppContext = { db: backgroundDb };
    const settling: AppContext = { db: settlingDb };
    const messenger = createMessenger(temporal.client, config.temporal.taskQueue);
    const failures = new SettleFailures(background, log, errorCode);
    open.push(() => failures.settled());
    const mailer = createSmtpMailer(config.mail);
    open.push(async () => mailer.close());
    const mail = { from: config.mail.from, publicUrl: config.api.publicUrl };

    const worker = await supervise(log, () =>
      createWorker({
        connection: temporal.native,
        namespace: temporal.namespace,
        taskQueue: config.temporal.taskQueue,
        activities: createActivities({ settling, background, mailer, mail, failures }),
        ...(options.workflowBundle ? { workflowBundle: options.workflowBundle } : {}),
        limits: config.worker,
      }),
    );
    open.push(() => worker.stop());

    const catchUp = (): void => {
      failures.pay();
      pokeWhatWaits(background, messenger).then(
        (poked) => log.info({ poked }, 'poked what waited'),
        (err: unknown) => log.warn({ err }, 'could not poke what waited'),
      );
    };
    const relay = startRelay({ ctx: background, messenger, log, onRecovered: catchUp });
    open.push(() => relay.stop());
    const listener = startListener({ url: config.database.url, log, onNotice: relay.wake, onBack: catchUp });
    open.push(() => listener.stop());
    const clocks = startLoop({
      name: 'clocks',
      everyMs: KEEP_CLOCKS_MS,
      log,
      turn: async () => void (await keepRehearsalClocks({ ...background, poke: () => relay.wake() })),
    });
    open.push(() => clocks.stop());
    if (config.worker.metricsPort !== undefined) {
      const metrics = await serveMetrics(background, {
        host: config.worker.metricsHost,
        port: config.worker.metricsPort,
      });
      open.push(() => metrics.close());
    }
    const watchdog = startWatchdog({ ctx: background, messenger, log, ...options.watchdog });
    open.push(() => watchdog.stop());
    // What a new or emptied Temporal does not know begins again from the facts, without waiting for the watchdog.
    const started = await reconcileAll(background, messenger, log);
    // And what a killed worker had leased or begun, without waiting for its lease.
    catchUp();
    log.info({ started, taskQueue: config.temporal.taskQueue }, 'worker ready');

    let stopped: Promise<void> | undefined;
    return { done: worker.done, stop: () => (stopped ??= closeAll()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function poolOf(config: Config, poolSize: number, applicationName: string): DataSource {
  return createDataSource({ ...config.database, poolSize, applicationName });
}

/** Connected, and migrated: whoever migrates may be a moment behind. */
async function connect(db: DataSource): Promise<void> {
  if (!db.isInitialized) await db.initialize();
  await db.query('SELECT 1 FROM plan LIMIT 1');
}

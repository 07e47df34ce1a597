import { ConfigError, loadConfig } from '@don-doc/config';
import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { runWorker } from './run-worker.js';
import { temporalLogger } from './temporal/logger.js';

// Dates are read by named zones only; this keeps what is not ours (drivers, logs) on one clock as well.
process.env['TZ'] = 'UTC';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = pino({ name: 'worker', level: config.logLevel });
  Runtime.install({
    logger: temporalLogger(log),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} } },
    // This file stops everything in its own order.
    shutdownSignals: [],
  });
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  }).then(() => stopping.abort());
  const worker = await runWorker({ config, log, signal: stopping.signal }).catch((error: unknown) => {
    if (stopping.signal.aborted) return undefined;
    throw error;
  });
  if (worker === undefined) return;
  // For whoever started this process and waits for it.
  process.send?.('ready');
  await Promise.race([asked, worker.done]);
  await worker.stop();
  log.info('worker stopped');
}

let code = 0;
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`);
  code = 1;
}
// All of ours is closed by now. Temporal's native part ends with its last connection, and one that never had any would keep
// the process for ever.
process.exit(code);

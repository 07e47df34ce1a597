import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingName } from '@don-doc/config';
import { root, type Layout } from './layout.js';
import type { Ports } from './ports.js';

/** Reads `.env` of the checkout into the environment; what is set already wins. */
export function readDotEnv(): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The environment of worker, API, migrations and seed: the embedded servers, over which the person's settings win where that makes sense. */
export function childEnv(layout: Layout, ports: Ports, databaseUrl: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const embedded: Partial<Record<SettingName, string>> = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}`,
    REHEARSAL_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_PAGE_URL: `http://127.0.0.1:${ports.mail}`,
    API_PORT: String(ports.api),
    DATA_DIR: layout.dir,
    WORKER_METRICS_PORT: String(ports.workerMetrics),
  };
  const unlessChosen: Partial<Record<SettingName, string>> = {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    API_HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    SEED_DEMO: 'true',
  };
  const chosen = Object.fromEntries(Object.entries(unlessChosen).filter(([name]) => !env[name]));
  // A person's TEMPORAL_PROFILE or TEMPORAL_TLS is for another server than the embedded one.
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !/^TEMPORAL_(?!TASK_QUEUE)/.test(name)));
  // The host's zone must not be able to matter.
  return { NODE_ENV: 'production', ...own, ...chosen, ...embedded, TZ: 'UTC', FORCE_COLOR: '0' };
}

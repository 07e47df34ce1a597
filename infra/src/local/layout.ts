import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout; the same depth from src and from dist. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything of an embedded start lies in this one folder. */
export interface Layout {
  readonly dir: string;
  readonly lock: string;
  readonly ports: string;
  readonly children: string;
  readonly postgres: string;
  /** Inside the cluster, so that an empty cluster is an unseeded one. */
  readonly seeded: string;
  readonly temporal: string;
  readonly mail: string;
  readonly logs: string;
}

/** `.don-doc` in the checkout, or DON_DOC_DATA. */
export function dataLayout(dir?: string, env: NodeJS.ProcessEnv = process.env): Layout {
  const data = resolve(dir ?? (env['DON_DOC_DATA'] || join(root, '.don-doc')));
  return {
    dir: data,
    lock: join(data, 'start.lock'),
    ports: join(data, 'ports.json'),
    children: join(data, 'children.json'),
    postgres: join(data, 'postgres'),
    seeded: join(data, 'postgres', 'don-doc.seeded'),
    temporal: join(data, 'temporal', 'temporal.db'),
    mail: join(data, 'mail'),
    logs: join(data, 'logs'),
  };
}

export const programs = {
  migrate: join(root, 'libs/persistence/dist/migrate.js'),
  seed: join(root, 'apps/api/dist/seed.js'),
  api: join(root, 'apps/api/dist/main.js'),
  worker: join(root, 'apps/worker/dist/main.js'),
} as const;

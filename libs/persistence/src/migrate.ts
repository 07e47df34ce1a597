import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '@don-doc/config';
import { createMaintenanceDataSource } from './data-source.js';
import type { DatabaseSettings } from './data-source.js';

/** One migration at a time in the whole database, whoever starts it. */
const MIGRATION_LOCK = 7_020_514_042_025;
const LOCK_WAIT = '60s';

/** Brings the schema up to the newest migration; returns the names of those it ran. Safe to start twice at once. */
export async function migrate(settings: DatabaseSettings): Promise<string[]> {
  const db = createMaintenanceDataSource({ ...settings, applicationName: 'don-doc migrate' });
  await db.initialize();
  try {
    const guard = db.createQueryRunner();
    try {
      await guard.query(`SET lock_timeout = '${LOCK_WAIT}'`);
      await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      try {
        const ran = await db.runMigrations({ transaction: 'each' });
        return ran.map((migration) => migration.name);
      } finally {
        await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
        await guard.query('RESET lock_timeout');
      }
    } finally {
      await guard.release();
    }
  } finally {
    await db.destroy();
  }
}

async function main(): Promise<void> {
  const { database } = loadConfig(process.env);
  const ran = await migrate(database);
  process.stdout.write(ran.length === 0 ? 'Cơ sở dữ liệu đã ở bản mới nhất.\n' : `Đã nâng cấp: ${ran.join(', ')}\n`);
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(import.meta.url))) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}

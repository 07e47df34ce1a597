import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/**
 * One PostgreSQL for the whole run. Jest maps no module names here, so infra is taken from its build, made anew when it is
 * older than its source; what tests themselves import comes from source, the migrations of the template too.
 */
export default async function globalSetup(): Promise<void> {
  if (stale())
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'infra'], {
      cwd: root,
      stdio: 'inherit',
    });
  const { startPostgres, temporaryDir } = await import('@don-doc/infra');
  const dir = await temporaryDir('don-doc-test-');
  await chmod(dir.path, 0o755);
  const server = await startPostgres({ dataDir: join(dir.path, 'pg'), durable: false, database: 'postgres' });
  process.env['DON_DOC_TEST_POSTGRES'] = server.urlFor('postgres');
  (globalThis as { donDocTeardown?: () => Promise<void> }).donDocTeardown = async () => {
    await server.stop();
    await dir.remove();
  };
}

function stale(): boolean {
  const built = join(root, 'infra/dist/index.js');
  if (!existsSync(built)) return true;
  const source = join(root, 'infra/src');
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(source, file)).mtimeMs),
  );
  return newest > statSync(join(root, 'infra/dist/.tsbuildinfo')).mtimeMs;
}

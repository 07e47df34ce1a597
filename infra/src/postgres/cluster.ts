import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lchown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { InfraError } from '../errors.js';
import { endLeftover } from '../process/guarded.js';
import { commandLine, isAlive, processesIn, until } from '../process/pids.js';
import type { PostgresBinaries } from './binaries.js';
import type { RunAs } from './run-as.js';

const run = promisify(execFile);

export const superuser = 'don_doc';
/** Lies inside the cluster's folder, so that a copy of the folder is whole. PostgreSQL ignores files it does not know. */
const passwordFile = 'don-doc.password';

/** PostgreSQL's own variables must not leak in: a stray PGDATA or PGPORT would point it elsewhere. */
export function postgresEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes the cluster on first use; a first start that was killed half way leaves only `<dir>.new`, which is thrown away. */
export async function ensureCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  user: RunAs,
  durable: boolean,
): Promise<{ password: string }> {
  // First of all: another user's folder cannot even be looked into.
  if (await exists(dataDir)) await ownAll(dataDir, user);
  if (await exists(join(dataDir, 'PG_VERSION'))) {
    await checkMajor(dataDir, binaries);
    return { password: (await readFile(join(dataDir, passwordFile), 'utf8')).trim() };
  }
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  if (user.owner) await chown(fresh, user.owner.uid, user.owner.gid);
  const password = randomBytes(24).toString('base64url');
  const pwfile = join(dirname(dataDir), `.${randomBytes(6).toString('hex')}.pw`);
  await writeFile(pwfile, `${password}\n`, { mode: 0o600 });
  if (user.owner) await chown(pwfile, user.owner.uid, user.owner.gid);
  try {
    const { command, args, ...ids } = user.wrap(binaries.initdb, [
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      `--pwfile=${pwfile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of letters on every machine; Vietnamese order is asked for where it matters (COLLATE "vi-x-icu").
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await run(command, args, { ...ids, cwd: '/', env: postgresEnv(), maxBuffer: 1 << 24 });
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    throw new InfraError('POSTGRES_INIT', `Không tạo được cơ sở dữ liệu ở ${dataDir}.\n${stderr.trim()}`, { cause });
  } finally {
    await rm(pwfile, { force: true });
  }
  await writeFile(join(fresh, passwordFile), `${password}\n`, { mode: 0o600 });
  await ownAll(fresh, user);
  await rename(fresh, dataDir);
  return { password };
}

async function checkMajor(dataDir: string, binaries: PostgresBinaries): Promise<void> {
  const data = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  const program = binaries.version.split('.')[0];
  if (data === program) return;
  throw new InfraError(
    'POSTGRES_MAJOR',
    `Dữ liệu ở ${dataDir} của PostgreSQL ${data}, chương trình là PostgreSQL ${program}. Chạy lại bằng bản Đôn Đốc cũ để sao lưu, rồi khôi phục vào bản này.`,
  );
}

/** Data copied back from a backup, or once used by another user, belongs to someone else: PostgreSQL then refuses it. */
async function ownAll(dir: string, user: RunAs): Promise<void> {
  const { uid } = await stat(dir);
  const wanted = user.owner?.uid ?? process.getuid?.() ?? uid;
  if (user.owner) {
    const password = await stat(join(dir, passwordFile)).catch(() => undefined);
    if (uid === wanted && password?.uid === wanted) return;
    await chownTree(dir, user.owner.uid, user.owner.gid);
  } else if (uid !== wanted) {
    throw new InfraError(
      'POSTGRES_OWNER',
      `Thư mục ${dir} thuộc người dùng khác (uid ${uid}). Chạy bằng người dùng ấy, hoặc đổi chủ: sudo chown -R "$(id -u)" "${dir}"`,
    );
  }
}

async function chownTree(path: string, uid: number, gid: number): Promise<void> {
  await lchown(path, uid, gid);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await chownTree(child, uid, gid);
    else await lchown(child, uid, gid);
  }
}

/**
 * Clears what a kill -9 has left: a postmaster that still runs on this folder is stopped, orphaned backends are waited for,
 * and a stale postmaster.pid (its number may by now belong to another program, or to a zombie) is removed. The caller holds
 * the lock of the data folder, so nothing of a living start is touched.
 */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  const first = (await readFile(lock, 'utf8').catch(() => '')).split('\n')[0] ?? '';
  const pid = Number.parseInt(first, 10);
  const ours = () => processesIn(dataDir).filter((found) => isAlive(found));
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandLine(pid).includes('postgres')) {
    const standsHere = process.platform === 'linux' ? ours().includes(pid) : commandLine(pid).includes(dataDir);
    if (standsHere) await endLeftover(pid, { signal: 'SIGINT', graceMs: 10_000 });
  }
  if (!(await until(() => ours().length === 0, 5_000))) {
    for (const orphan of ours()) await endLeftover(orphan, { signal: 'SIGQUIT', graceMs: 1_000 });
  }
  await rm(lock, { force: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

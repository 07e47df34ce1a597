import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { InfraError } from '../errors.js';

const run = promisify(execFile);

/** How to start a program of PostgreSQL, which refuses to run as root. */
export interface RunAs {
  /** Owner of the data folder; undefined when we are not root and need nothing of this. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  wrap(command: string, args: readonly string[]): { command: string; args: string[]; uid?: number; gid?: number };
}

const asOurselves: RunAs = { owner: undefined, wrap: (command, args) => ({ command, args: [...args] }) };

/**
 * As root, the programs run as the system's `postgres` user, made when it is missing. A checkout under /root cannot be
 * entered by that user: then setpriv gives the one capability to pass such folders, and nothing else of root's.
 */
export async function runAs(mustReach: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return asOurselves;
  const owner = (await idsOf('postgres')) ?? (await createUser());
  if (await reaches(owner, mustReach, (command, args) => ({ command, args: [...args], ...owner }))) {
    return { owner, wrap: (command, args) => ({ command, args: [...args], ...owner }) };
  }
  const privileged: RunAs['wrap'] = (command, args) => ({
    command: 'setpriv',
    args: [
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      // Without this, access(2), by which initdb looks for its own program, forgets the capability.
      '--securebits=+no_setuid_fixup',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=-all,+dac_override',
      '--bounding-set=-all,+dac_override',
      command,
      ...args,
    ],
  });
  if (await reaches(owner, mustReach, privileged)) return { owner, wrap: privileged };
  throw new InfraError(
    'POSTGRES_UNREACHABLE',
    [
      'PostgreSQL không chạy bằng người dùng root, và người dùng "postgres" không vào được các thư mục sau:',
      ...mustReach.map((path) => `  ${path}`),
      'Đặt mã nguồn và dữ liệu ở nơi mọi người dùng đi qua được (ví dụ /srv/don-doc), hoặc chạy bằng một người dùng thường.',
    ].join('\n'),
  );
}

async function reaches(
  owner: { uid: number; gid: number },
  paths: readonly string[],
  wrap: (command: string, args: readonly string[]) => { command: string; args: string[]; uid?: number; gid?: number },
): Promise<boolean> {
  const { command, args, ...ids } = wrap('/bin/sh', [
    '-c',
    'for p; do [ -e "$p" ] && [ -x "$p" ] || exit 1; done',
    'sh',
    ...paths,
  ]);
  // "/" because our own working folder may be one that the user cannot enter.
  return run(command, args, { ...ids, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    );
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<{ uid: number; gid: number }> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (cause) {
    // Another start may have made it at the same moment.
    const ids = await idsOf('postgres');
    if (ids) return ids;
    throw new InfraError(
      'POSTGRES_USER',
      'Đang chạy bằng root, mà PostgreSQL cần một người dùng thường. Không tạo được người dùng "postgres": hãy tạo bằng "useradd --system postgres", hoặc chạy lại bằng một người dùng thường.',
      { cause },
    );
  }
  const ids = await idsOf('postgres');
  if (!ids)
    throw new InfraError('POSTGRES_USER', 'Đã tạo người dùng "postgres" nhưng hệ thống chưa nhận. Chạy lại lần nữa.');
  return ids;
}

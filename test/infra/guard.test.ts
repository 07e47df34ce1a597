import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isAlive, startPostgres, until } from '@don-doc/infra';

/** A parent of its own, in the built infra, that tells a line of JSON and then stays. */
async function parent(script: string): Promise<{ process: ChildProcess; told: Record<string, string | number> }> {
  const code = `const infra = await import('@don-doc/infra');\n${script}\nsetInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, told: JSON.parse(line) as Record<string, string | number> };
}

describe('the guard', () => {
  it('ends PostgreSQL and removes its folder when the parent is killed with -9', async () => {
    const { process: child, told } = await parent(`
      const dir = await infra.temporaryDir('don-doc-guard-');
      (await import('node:fs')).chmodSync(dir.path, 0o755);
      const server = await infra.startPostgres({ dataDir: dir.path + '/pg', durable: false });
      console.log(JSON.stringify({ pid: server.process.pid, dir: dir.path }));`);
    expect(isAlive(Number(told['pid']))).toBe(true);
    child.kill('SIGKILL');
    expect(await until(() => !isAlive(Number(told['pid'])), 15_000)).toBe(true);
    expect(await until(() => !existsSync(String(told['dir'])), 15_000)).toBe(true);
  });

  it('is started again when it is killed, and still ends the child', async () => {
    const { process: child, told } = await parent(`
      const sleeper = infra.spawnGuarded(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' }, { signal: 'SIGTERM', graceMs: 2000 });
      const { execFileSync } = await import('node:child_process');
      const guard = Number(execFileSync('pgrep', ['-P', String(process.pid), '-f', 'guard.mjs'], { encoding: 'utf8' }));
      process.kill(guard, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 500));
      console.log(JSON.stringify({ pid: sleeper.pid, guard }));`);
    expect(isAlive(Number(told['guard']))).toBe(false);
    child.kill('SIGKILL');
    expect(await until(() => !isAlive(Number(told['pid'])), 15_000)).toBe(true);
  });
});

describe('PostgreSQL after a kill -9 of everything', () => {
  it('opens again over a stale postmaster.pid that names a living stranger', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'don-doc-stale-'));
    const { chmod, readFile, writeFile } = await import('node:fs/promises');
    await chmod(dir, 0o755);
    const options = { dataDir: join(dir, 'pg'), durable: false };
    try {
      const first = await startPostgres(options);
      const lock = join(options.dataDir, 'postmaster.pid');
      const left = await readFile(lock, 'utf8');
      await first.kill();
      await writeFile(lock, left.replace(/^\d+/, String(process.pid)));
      const second = await startPostgres(options);
      expect(second.url).toContain(`:${second.port}/don_doc`);
      await second.stop();
      expect(isAlive(process.pid)).toBe(true);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

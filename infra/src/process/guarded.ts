import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, until } from './pids.js';

export interface HowToEnd {
  /** What asks it to end in good order: SIGINT for PostgreSQL (fast shutdown), SIGTERM elsewhere. */
  readonly signal: NodeJS.Signals;
  /** How long it may take before SIGKILL. */
  readonly graceMs: number;
}

const children = new Map<number, HowToEnd>();
const folders = new Set<string>();
let guard: ChildProcess | undefined;

/** One guard per process of ours; see guard.mjs. It is started with the first child and started again if it is killed. */
function tellGuard(line: string): void {
  if (guard?.stdin && guard.exitCode === null && guard.signalCode === null && guard.stdin.writable) {
    guard.stdin.write(line);
    return;
  }
  if (children.size === 0 && folders.size === 0) return;
  const started = spawn(process.execPath, [fileURLToPath(new URL('../../guard.mjs', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    // A guard that kept our debugger or preloaded hooks would outlive its purpose.
    env: { PATH: process.env['PATH'] ?? '' },
  });
  guard = started;
  started.unref();
  // The type says Writable, but a child's pipe is a socket, and only a socket can be left out of what keeps us alive.
  (started.stdin as unknown as { unref(): void }).unref();
  started.stdin?.on('error', () => undefined);
  started.on('exit', () => {
    if (guard === started) guard = undefined;
    if (guard === undefined) tellGuard('');
  });
  for (const folder of folders) started.stdin?.write(`+dir ${folder}\n`);
  for (const [pid, how] of children) started.stdin?.write(`+ ${pid} ${how.signal} ${how.graceMs}\n`);
}

/**
 * Starts a child in a group of its own (a terminal's Ctrl-C reaches only us, so that we stop children in order) and sees to
 * it that the child ends when we do, even by kill -9.
 */
export function spawnGuarded(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  how: HowToEnd,
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  const pid = child.pid;
  if (pid === undefined) return child;
  children.set(pid, how);
  tellGuard(`+ ${pid} ${how.signal} ${how.graceMs}\n`);
  child.once('exit', () => {
    children.delete(pid);
    tellGuard(`- ${pid}\n`);
  });
  return child;
}

/** A folder in the system's temporary place that goes when it is removed, or when we die, whatever comes first. */
export async function temporaryDir(prefix: string): Promise<{ path: string; remove(): Promise<void> }> {
  // The real path, because processes are told apart by it.
  const path = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  folders.add(path);
  tellGuard(`+dir ${path}\n`);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      folders.delete(path);
      tellGuard(`-dir ${path}\n`);
    },
  };
}

export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Asks the child to end, waits, and forces it when it has not; resolves once it is gone. */
export async function endChild(child: ChildProcess, how: HowToEnd): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child.pid, how.signal);
  const force = setTimeout(() => signalGroup(child.pid ?? 0, 'SIGKILL'), how.graceMs);
  await gone;
  clearTimeout(force);
}

/** Ends a process that an earlier, killed start has left behind. */
export async function endLeftover(pid: number, how: HowToEnd): Promise<void> {
  if (!isAlive(pid)) return;
  signalGroup(pid, how.signal);
  if (await until(() => !isAlive(pid), how.graceMs)) return;
  signalGroup(pid, 'SIGKILL');
  await until(() => !isAlive(pid), 5_000);
}

export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return;
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // Not the leader of a group, or gone already.
    }
  }
}

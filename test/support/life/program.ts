import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endChild, hasEnded, spawnGuarded } from '@don-doc/infra';

const ROOT = join(import.meta.dirname, '../../..');
const gentle = { signal: 'SIGTERM', graceMs: 12_000 } as const;
const SHOWN_LINES = 60;

/** One of our built programs as a process of its own, so that it can be killed as a power cut would. */
export class Program {
  #child: ChildProcess | undefined;
  #told = false;
  /** That the program started last takes work (for those that say so), or has ended. */
  ready: Promise<void> = new Promise(() => undefined);
  readonly #lines: string[] = [];

  constructor(
    readonly name: string,
    private readonly file: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  start(): void {
    const file = join(ROOT, this.file);
    if (!existsSync(file)) throw new Error(`${this.file} is not built: npm run build`);
    const child = spawnGuarded(
      process.execPath,
      ['--enable-source-maps', file],
      { cwd: ROOT, env: this.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
      gentle,
    );
    this.#child = child;
    this.#told = false;
    // What says that it is ready says so through this channel, which must not keep us alive.
    this.ready = new Promise((resolve) => {
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
    });
    child.channel?.unref();
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#lines.push(...text.split('\n').filter(Boolean));
        this.#lines.splice(0, this.#lines.length - SHOWN_LINES);
      });
  }

  get running(): boolean {
    return this.#child !== undefined && !hasEnded(this.#child);
  }

  /** It ended by itself. */
  get crashed(): boolean {
    return !this.#told && this.#child !== undefined && hasEnded(this.#child);
  }

  /** What it said last, for the message of a failed test. */
  get said(): string {
    return this.#lines.join('\n');
  }

  /** kill -9 */
  async kill(): Promise<void> {
    this.#told = true;
    if (this.#child) await endChild(this.#child, { signal: 'SIGKILL', graceMs: 5_000 });
  }

  async stop(): Promise<void> {
    this.#told = true;
    if (this.#child) await endChild(this.#child, gentle);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

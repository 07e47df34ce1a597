import type { ChildProcess } from 'node:child_process';
import { hasEnded } from '../process/guarded.js';

export interface Started {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly name: string;
  /** Starts it and resolves when it is ready; called again after a crash. */
  start(): Promise<Started>;
  onChange(): void;
  say(message: string): void;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** Up for this long, a child is taken as well again, and its next crash as a new one. */
const settledMs = 60_000;

/** Keeps one child running: a crash is followed by a start, after half a second, one, two … thirty seconds. */
export class Supervised {
  private current: Started | undefined;
  private stopping = false;
  private pauseMs = firstPauseMs;
  private wake: (() => void) | undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: SuperviseOptions) {}

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.current && !hasEnded(this.current.process) ? this.current.process.pid : undefined;
  }

  /** The first start; its failure is the caller's, later ones are tried again. */
  async start(): Promise<void> {
    this.current = await this.options.start();
    this.options.onChange();
    this.loop = this.keepUp(this.current);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.current?.stop();
    await this.loop;
  }

  private async keepUp(first: Started): Promise<void> {
    let running: Started | undefined = first;
    while (!this.stopping) {
      const since = performance.now();
      if (running) await ended(running.process);
      if (this.stopping) return;
      if (running && performance.now() - since > settledMs) this.pauseMs = firstPauseMs;
      this.options.say(
        `${this.name} đã dừng ngoài ý muốn${running ? how(running.process) : ''}, chạy lại sau ${this.pauseMs / 1000} giây.`,
      );
      await this.pause();
      if (this.stopping) return;
      running = await this.options.start().catch((error: unknown) => {
        this.options.say(error instanceof Error ? error.message : String(error));
        return undefined;
      });
      this.current = running;
      if (this.stopping) await running?.stop();
      this.options.onChange();
    }
  }

  private pause(): Promise<void> {
    const ms = this.pauseMs;
    this.pauseMs = Math.min(longestPauseMs, ms * 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function ended(child: ChildProcess): Promise<void> {
  return hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
}

function how(child: ChildProcess): string {
  return child.signalCode ? ` (tín hiệu ${child.signalCode})` : ` (mã ${child.exitCode ?? '?'})`;
}

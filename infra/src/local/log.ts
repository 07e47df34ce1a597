import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import chalk, { type ChalkInstance } from 'chalk';

export type Speaker = 'don-doc' | 'postgres' | 'temporal' | 'thư' | 'worker' | 'api' | 'migrate' | 'seed';

const colours: Readonly<Record<Speaker, ChalkInstance>> = {
  'don-doc': chalk.bold,
  postgres: chalk.blue,
  temporal: chalk.magenta,
  thư: chalk.cyan,
  worker: chalk.green,
  api: chalk.yellow,
  migrate: chalk.blue,
  seed: chalk.cyan,
};

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium', hourCycle: 'h23' });
const keepBytes = 20 * 1024 * 1024;

/** One stream of lines for the person, each with who says it; every line whole in a file a speaker, for the one who must look. */
export class Log {
  private readonly files = new Map<Speaker, WriteStream>();

  constructor(private readonly dir: string) {
    mkdirSync(dir, { recursive: true });
    // A terminal or pipe that has gone away must not end what is running.
    process.stdout.on('error', () => undefined);
  }

  /** To the person and the file. */
  say(who: Speaker, line: string): void {
    this.keep(who, line);
    this.show(who, line);
  }

  /** To the file only: what servers tell about themselves. */
  keep(who: Speaker, line: string): void {
    this.file(who).write(`${new Date().toISOString()} ${line}\n`);
  }

  /** A line of an application: JSON of pino is shown as a sentence, requests only when they fail. */
  app(who: Speaker, line: string): void {
    // The seed tells the first passwords, once and to the person only.
    if (who !== 'seed') this.file(who).write(`${line}\n`);
    const shown = readable(line);
    if (shown !== undefined) this.show(who, shown);
  }

  private show(who: Speaker, line: string): void {
    const name = colours[who](who.padEnd(8));
    process.stdout.write(`${chalk.dim(clock.format(Date.now()))} ${name} ${line}\n`);
  }

  private file(who: Speaker): WriteStream {
    const open = this.files.get(who);
    if (open) return open;
    const path = join(this.dir, `${who === 'thư' ? 'mail' : who}.log`);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > keepBytes) renameSync(path, `${path}.1`);
    const stream = createWriteStream(path, { flags: 'a' });
    stream.on('error', () => undefined);
    this.files.set(who, stream);
    return stream;
  }
}

interface PinoLine {
  readonly level?: number;
  readonly msg?: string;
  /** Nest's name for who speaks. */
  readonly context?: string;
  readonly err?: { readonly message?: string; readonly code?: string };
  readonly req?: { readonly method?: string; readonly url?: string };
}

/** What the framework tells about its own wiring: for the file. */
const wiring = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);
const warn = 40;
const error = 50;

function readable(line: string): string | undefined {
  if (!line.startsWith('{')) return line;
  let entry: PinoLine;
  try {
    entry = JSON.parse(line) as PinoLine;
  } catch {
    return line;
  }
  const level = entry.level ?? 30;
  const routine = entry.req !== undefined || wiring.has(entry.context ?? '');
  if (level < 30 || (routine && level < warn)) return undefined;
  const request = entry.req ? ` ${entry.req.method ?? ''} ${entry.req.url ?? ''}` : '';
  const reason = entry.err?.message ? ` (${entry.err.message})` : '';
  const text = `${entry.msg ?? ''}${request}${reason}`;
  if (level >= error) return chalk.red(text);
  return level >= warn ? chalk.yellow(text) : text;
}

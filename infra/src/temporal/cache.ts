import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isAlive } from '../process/pids.js';

/** Where fetched programs are kept between checkouts: DON_DOC_CACHE, XDG_CACHE_HOME/don-doc or ~/.cache/don-doc. */
export function defaultCacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return env['DON_DOC_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'don-doc');
}

interface Receipt {
  readonly version: string;
  readonly sha256: string;
  readonly source: string;
  readonly fetchedAt: string;
}

export interface Slot {
  /** The folder a finished program lies in; it exists only when it is whole. */
  readonly dir: string;
  readonly program: string;
  readonly receipt: string;
}

export function slot(cacheDir: string, name: string, version: string, fileName: string): Slot {
  const dir = join(cacheDir, `${name}-${version}-${process.platform}-${process.arch}`);
  return { dir, program: join(dir, fileName), receipt: join(dir, 'receipt.json') };
}

/** The cached program if its bytes are still those that were put there; anything else is thrown away. */
export async function fromCache(place: Slot): Promise<string | undefined> {
  const receipt = await readFile(place.receipt, 'utf8').then(
    (text) => JSON.parse(text) as Receipt,
    () => undefined,
  );
  if (!receipt) return undefined;
  if ((await sha256(place.program).catch(() => '')) === receipt.sha256) return place.program;
  await rm(place.dir, { recursive: true, force: true });
  return undefined;
}

/** Puts what `fetch` made into the cache: into a folder beside it first, then by one rename, so that nothing is ever half there. */
export async function intoCache(
  place: Slot,
  version: string,
  source: string,
  fetch: (staging: string) => Promise<void>,
): Promise<string> {
  const staging = `${place.dir}.${process.pid}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    await fetch(staging);
    const program = join(staging, place.program.slice(place.dir.length + 1));
    await chmod(program, 0o755);
    const receipt: Receipt = { version, sha256: await sha256(program), source, fetchedAt: new Date().toISOString() };
    await writeFile(join(staging, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`);
    await rm(place.dir, { recursive: true, force: true });
    await rename(staging, place.dir);
    return place.program;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Two starts at once must not build the same program twice: the second waits for the first. */
export async function oneAtATime<T>(place: Slot, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const lock = `${place.dir}.lock`;
  await mkdir(join(place.dir, '..'), { recursive: true });
  for (let told = false; ;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    const age = await stat(lock).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    // An empty lock is one being written just now, unless it has stayed so.
    if (holder > 0 ? !isAlive(holder) : age > 5_000) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) waiting();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

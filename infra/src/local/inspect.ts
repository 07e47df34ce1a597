import { access, constants, readFile, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InfraError } from '../errors.js';
import { findPostgresBinaries } from '../postgres/binaries.js';
import { runAs } from '../postgres/run-as.js';
import { locateTemporalCli, locateTestServer } from '../temporal/find.js';
import { onPath, runTool } from '../temporal/tools.js';
import { dataLayout, type Layout } from './layout.js';
import { runningStart } from './lock.js';
import { choosePortsDryly, rememberedPorts } from './ports.js';

/** needed: without it `npm start` cannot run; useful: only tests or comfort miss it. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  readonly weight: 'needed' | 'useful';
  /** What was found, or what to do. */
  readonly detail: string;
}

export interface Inspection {
  readonly findings: readonly Finding[];
  /** Set when a start runs on this data folder now. */
  readonly running: { readonly pid: number; readonly since: string; readonly apiPort: number | undefined } | undefined;
}

type Check = (layout: Layout) => Promise<Omit<Finding, 'id' | 'title' | 'weight'>>;

const gigabyte = 1024 ** 3;
const yes = (detail: string) => ({ ok: true, detail });
const no = (detail: string) => ({ ok: false, detail });

const checks: readonly [id: string, title: string, weight: Finding['weight'], check: Check][] = [
  ['node', 'Node.js', 'needed', () => Promise.resolve(node())],
  ['postgres', 'PostgreSQL', 'needed', postgres],
  ['temporal', 'Temporal', 'needed', temporal],
  ['data', 'Thư mục dữ liệu', 'needed', data],
  ['disk', 'Chỗ trống trên đĩa', 'needed', disk],
  ['ports', 'Cổng mạng', 'needed', ports],
  ['test-server', 'Máy chủ thử của Temporal', 'useful', testServer],
  ['chromium', 'Trình duyệt để thử trang', 'useful', chromium],
  ['fonts', 'Phông chữ tiếng Việt', 'useful', fonts],
];

/** Looks at the machine and the data folder; fetches and changes nothing. */
export async function inspect(dataDir?: string): Promise<Inspection> {
  const layout = dataLayout(dataDir);
  const findings = await Promise.all(
    checks.map(async ([id, title, weight, check]): Promise<Finding> => {
      const result = await check(layout).catch((error: unknown) => {
        if (error instanceof InfraError) return no(error.message);
        throw error;
      });
      return { id, title, weight, ...result };
    }),
  );
  const lock = await runningStart(layout);
  const apiPort = (await rememberedPorts(layout)).api;
  return { findings, running: lock && { pid: lock.pid, since: lock.startedAt, apiPort } };
}

function node(): { ok: boolean; detail: string } {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? yes(process.versions.node) : no(`đang là ${process.versions.node}; cài Node.js 20.19 trở lên`);
}

async function postgres(layout: Layout): Promise<{ ok: boolean; detail: string }> {
  const { version, postgres: program, initdb } = await findPostgresBinaries();
  const { code, output } = await runTool(program, ['--version'], { timeoutMs: 10_000 });
  if (code !== 0)
    return no(`có gói ${version} nhưng không chạy được trên máy này: ${output.trim().split('\n')[0] ?? ''}`);
  const user = await runAs([program, initdb, await nearestExisting(layout.dir)]);
  return yes(`${output.trim()}${user.owner ? ', chạy bằng người dùng "postgres"' : ''}`);
}

async function temporal(): Promise<{ ok: boolean; detail: string }> {
  const found = await locateTemporalCli();
  if (found) return yes(found.path);
  const go = await onPath('go', { PATH: `${process.env['PATH'] ?? ''}:/usr/local/go/bin` });
  if (go) return yes('chưa có; "npm start" sẽ tải về, hoặc biên dịch bằng Go một lần (3–4 phút) rồi giữ lại');
  return no(
    'chưa có. "npm start" sẽ thử tải từ temporal.download; nếu máy không ra được mạng: cài Go (https://go.dev/dl), hoặc đặt DON_DOC_TEMPORAL_CLI là đường dẫn tới Temporal CLI',
  );
}

async function testServer(): Promise<{ ok: boolean; detail: string }> {
  const found = await locateTestServer();
  if (found) return yes(found.path);
  const python = await onPath('python3');
  return python
    ? yes('chưa có; "npm test" sẽ lấy bằng pip')
    : no('chưa có; cài Python 3 kèm pip, hoặc Maven kèm Java, rồi chạy "npm test"');
}

async function data(layout: Layout): Promise<{ ok: boolean; detail: string }> {
  const place = await nearestExisting(layout.dir);
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return no(`${place} không ghi được; cấp quyền ghi, hoặc đặt DON_DOC_DATA là thư mục khác`);
  const version = await readFile(`${layout.postgres}/PG_VERSION`, 'utf8').catch(() => undefined);
  return yes(version ? `${layout.dir}, đã có dữ liệu` : `${layout.dir}, chưa có dữ liệu; lần chạy đầu sẽ tạo`);
}

async function disk(layout: Layout): Promise<{ ok: boolean; detail: string }> {
  const { bavail, bsize } = await statfs(await nearestExisting(layout.dir));
  const free = (bavail * bsize) / gigabyte;
  const text = `còn ${free.toFixed(1).replace('.', ',')} GB`;
  return free >= 1 ? yes(text) : no(`${text}; cần ít nhất 1 GB, dọn bớt hoặc đặt DON_DOC_DATA ở đĩa khác`);
}

async function ports(layout: Layout): Promise<{ ok: boolean; detail: string }> {
  if (await runningStart(layout)) return yes('đang do bản đang chạy dùng');
  return yes(await choosePortsDryly(layout, process.env, process.env['API_HOST'] || '127.0.0.1'));
}

async function chromium(): Promise<{ ok: boolean; detail: string }> {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = await onPath(name);
    if (found) return yes(found);
  }
  return no('chưa có, chỉ cần khi chạy thử trang bằng trình duyệt: sudo apt-get install chromium');
}

async function fonts(): Promise<{ ok: boolean; detail: string }> {
  // The page and the documents carry their own; the machine's are for what is typed in a terminal or shown elsewhere.
  const { code, output } = await runTool('fc-list', [':lang=vi', 'family'], { timeoutMs: 10_000 });
  if (code !== 0) return yes('trang và văn bản mang theo phông riêng; máy không có fontconfig để xem thêm');
  const count = new Set(output.split('\n').filter(Boolean)).size;
  return yes(`trang và văn bản mang theo phông riêng; máy có ${count} họ phông đọc được tiếng Việt`);
}

async function nearestExisting(path: string): Promise<string> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  return there || dirname(path) === path ? path : nearestExisting(dirname(path));
}

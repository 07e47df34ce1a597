import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brokenInput, workbookParts, type Input } from '../spec/mutate.js';
import { zip } from '../spec/word-file.js';
import { PlanDocumentError, readPlan, soTuPhapLexicon } from './index.js';

/** `npm run test:fuzz` sets a greater number; SEED repeats a run. */
const INPUTS = Number(process.env['FUZZ'] ?? 250);
const SEED = Number(process.env['SEED'] ?? 1);
/** Of the processor: what another program takes meanwhile is no fault of the reader. */
const LIMIT_MS = 10_000;
const LIMIT_MB = 700;
/** A loop without end would stop Jest too: a process of its own ends it, and says where. */
const STUCK_MS = 90_000;
const WATCHDOG = `let [at, since] = ['', Date.now()];
process.on('message', (told) => { at = told; since = Date.now(); });
setInterval(() => {
  if (Date.now() - since < ${STUCK_MS}) return;
  console.error('stuck: ' + at);
  process.kill(process.ppid, 'SIGKILL');
  process.exit(1);
}, 1000);
process.on('disconnect', () => process.exit(0));`;

jest.setTimeout(4 * 60 * 60_000);

const FOLDER = resolve(import.meta.dirname, '../../../test/fixtures/documents');
const whole: Input[] = ['khong-ke-bang.pdf', 'tieu-de-gop.pdf'].map((name) => ({
  name,
  bytes: readFileSync(resolve(FOLDER, name)),
}));

let folder = '';
let watchdog: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'don-doc-fuzz-'));
  const program = join(folder, 'watchdog.cjs');
  writeFileSync(program, WATCHDOG);
  watchdog = fork(program, { execArgv: [] });
});
afterAll(async () => {
  const gone = new Promise((end) => watchdog.once('exit', end));
  watchdog.disconnect();
  await gone;
  rmSync(folder, { recursive: true });
});

describe('the readers, given broken files', () => {
  it(`read or refuse each of ${INPUTS} by a code, in bounded time and memory (SEED=${SEED})`, async () => {
    const outcomes: Record<string, number> = {};
    const before = process.memoryUsage().rss;
    let [slowest, peak] = [0, 0];
    for (let n = 0; n < INPUTS; n += 1) {
      const { name, bytes } = brokenInput(SEED, n, whole);
      watchdog.send(`SEED=${SEED}, input ${n}, ${name}`);
      const since = process.cpuUsage();
      const outcome = await readPlan(bytes, name, soTuPhapLexicon).then(
        () => 'read',
        (error: unknown) => (error instanceof PlanDocumentError ? error.code : error),
      );
      const spent = process.cpuUsage(since);
      slowest = Math.max(slowest, (spent.user + spent.system) / 1_000);
      peak = Math.max(peak, (process.memoryUsage().rss - before) / 1_048_576);
      if (typeof outcome !== 'string')
        throw new Error(`SEED=${SEED}, input ${n} (${name}) is not refused by a code`, { cause: outcome });
      if (slowest > LIMIT_MS) throw new Error(`SEED=${SEED}, input ${n} (${name}) took ${Math.round(slowest)} ms`);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    if (process.env['FUZZ'])
      process.stdout.write(
        `${JSON.stringify({ SEED, INPUTS, slowestMs: Math.round(slowest), grownMb: Math.round(peak), outcomes })}\n`,
      );
    expect(peak).toBeLessThan(LIMIT_MB);
    // Most damage must reach the readers themselves: a fuzzer whose every file stops at the door proves nothing.
    expect(outcomes['read'] ?? 0).toBeGreaterThan(INPUTS / 10);
    expect(Object.keys(outcomes).length).toBeGreaterThan(5);
  });

  it('reads the workbook that it damages, while that is whole', async () => {
    const { draft } = await readPlan(zip(workbookParts()), 'a.xlsx', soTuPhapLexicon);
    expect(draft.rows.map((row) => [row.no, row.leadText.text, row.timeText.text])).toEqual([
      ['1', 'Văn phòng Sở', 'Trước 30/5/2025'],
      ['2', 'Văn phòng Sở', '30/05/2025'],
    ]);
  });
});

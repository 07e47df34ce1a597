// Đọc kế hoạch thật, kế hoạch 150 dòng và 1.500 dòng, so với chỉ mở tệp (và với exceljs)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import exceljs from 'exceljs';
import { machine, median, result, rounded, say } from '../support/bench/report.js';
import { unpack } from '../support/bench/unpack.js';

/** The scripts that make documents are plain JavaScript: their types are said here. */
const MAKE: string = '../fixtures/documents/make/long.mjs';
interface Long {
  longDocument(rows: number): Promise<Buffer>;
  longWorkbook(rows: number): Promise<Buffer>;
}
const FIXTURES = join(import.meta.dirname, '../fixtures/documents');
const FILES = ['ke-hoach-chi-thi-02.docx', 'ke-hoach-chi-thi-02-ngat-trang.docx', 'ke-hoach-chi-thi-02.txt'];
const RUNS = 15;
const WARM_UP = 3;

interface Once {
  readonly ms: number;
  readonly baseMs: number;
  readonly rows: number;
  readonly peakMb: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** What else would read the file: exceljs a workbook; of a Word file no more than the unpacking is compared. */
async function baseline(bytes: Buffer, name: string): Promise<unknown> {
  if (!name.endsWith('.xlsx')) return unpack(bytes, name);
  return new exceljs.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
}

/** In a process of its own, cold, as `don-doc read` does it: what it took, and the most memory it held. */
async function once(file: string): Promise<Once> {
  const bytes = readFileSync(file);
  const name = basename(file);
  let rows = 0;
  const ms = await timed(async () => (rows = (await readPlan(bytes, name, soTuPhapLexicon)).draft.rows.length));
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { ms, rows, peakMb, baseMs: await timed(() => baseline(bytes, name)) };
}

/** A plan made for the purpose, against what the product promises of it. */
function long(folder: string, name: string, bytes: Buffer, promise: { seconds: number; mb: number }) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const output = execFileSync(process.execPath, [...process.execArgv, import.meta.filename, file], {
    encoding: 'utf8',
  });
  const { ms, baseMs, rows, peakMb } = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Once;
  const kept = ms < promise.seconds * 1_000 && peakMb < promise.mb;
  const [readMs, otherMs, mb] = [rounded(ms), rounded(baseMs), Math.round(peakMb)];
  say(
    `${name}: ${rows} dòng, đọc ${readMs} ms (hứa dưới ${promise.seconds} s), chỉ mở ${otherMs} ms, ${mb} MB (hứa dưới ${promise.mb} MB): ${kept ? 'đạt' : 'CHƯA ĐẠT'}.`,
  );
  if (!kept) process.exitCode = 1;
  return { readMs, otherMs, rows, peakMb: mb, kept };
}

async function real() {
  const files: Record<string, { readMs: number; unpackMs: number; rows: number }> = {};
  let [read, unpacked] = [0, 0];
  for (const name of FILES) {
    const bytes = readFileSync(join(FIXTURES, name));
    const reads: number[] = [];
    const unpacks: number[] = [];
    for (let n = 0; n < WARM_UP + RUNS; n += 1) {
      const readMs = await timed(() => readPlan(bytes, name, soTuPhapLexicon));
      const unpackMs = await timed(() => unpack(bytes, name));
      if (n >= WARM_UP) {
        reads.push(readMs);
        unpacks.push(unpackMs);
      }
    }
    const rows = (await readPlan(bytes, name, soTuPhapLexicon)).draft.rows.length;
    read += median(reads);
    unpacked += median(unpacks);
    files[name] = { readMs: rounded(median(reads)), unpackMs: rounded(median(unpacks)), rows };
    say(`${name}: đọc ${files[name].readMs} ms, chỉ mở ${files[name].unpackMs} ms, ${rows} dòng.`);
  }
  return { files, read, unpacked };
}

const [, , file] = process.argv;
if (file !== undefined) {
  say(JSON.stringify(await once(file)));
} else {
  const { longDocument, longWorkbook } = (await import(MAKE)) as Long;
  const folder = mkdtempSync(join(tmpdir(), 'don-doc-bench-'));
  try {
    const { files, read, unpacked } = await real();
    const promise = { 150: { seconds: 2, mb: 500 }, 1500: { seconds: 10, mb: 500 } };
    const made = {
      'Word 150': long(folder, '150.docx', await longDocument(150), promise[150]),
      'Word 1500': long(folder, '1500.docx', await longDocument(1_500), promise[1500]),
      'Excel 150': long(folder, '150.xlsx', await longWorkbook(150), promise[150]),
      'Excel 1500': long(folder, '1500.xlsx', await longWorkbook(1_500), promise[1500]),
    };
    const settings = { runs: RUNS, machine: machine() };
    result({ ratio: read / unpacked, readMs: rounded(read), unpackMs: rounded(unpacked), files, made, settings });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

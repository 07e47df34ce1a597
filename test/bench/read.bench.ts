// Đọc ba tệp của kế hoạch, so với chỉ giải nén hoặc giải mã chúng
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import { machine, median, result, rounded, say } from '../support/bench/report.js';
import { unpack } from '../support/bench/unpack.js';

const FILES = ['ke-hoach-chi-thi-02.docx', 'ke-hoach-chi-thi-02-ngat-trang.docx', 'ke-hoach-chi-thi-02.txt'];
const RUNS = 15;
const WARM_UP = 3;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

const files: Record<string, { readMs: number; unpackMs: number; rows: number }> = {};
let [read, unpacked] = [0, 0];
for (const name of FILES) {
  const bytes = await readFile(join(import.meta.dirname, '../fixtures/documents', name));
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
result({
  ratio: read / unpacked,
  readMs: rounded(read),
  unpackMs: rounded(unpacked),
  files,
  settings: { runs: RUNS, machine: machine() },
});

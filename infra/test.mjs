// npm test: builds, fetches what is missing, runs every test, and ends with the line "N passed, N failed".
// What follows `--` goes to Jest: npm test -- libs/domain
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePrograms, prepareTemporal } from './house/machine.mjs';
import { bin, elapsed, ROOT, run } from './house/run.mjs';

process.env.TZ = 'UTC';
/** After its results Jest has this long to end; what still runs then was left open by a test. */
const EXIT_GRACE_MS = 30_000;

const asked = process.argv.slice(2);
const say = (line) => console.log(`  ${line}`);
const total = { passed: 0, failed: 0, notes: [] };

function fail(note) {
  total.failed += 1;
  total.notes.push(note);
}

async function phase(name, work) {
  const since = performance.now();
  console.log(`▸ ${name}`);
  try {
    await work();
  } catch (error) {
    fail(`${name}: ${error.message}`);
  }
  console.log(`  (${elapsed(since)})`);
}

async function build() {
  const { code, output } = existsSync(`${ROOT}infra/build.mjs`)
    ? await run('npm', ['run', 'build', '--silent'])
    : await run(bin('tsc'), ['-b']);
  if (code !== 0) throw new Error(`không dựng được\n${output}`);
}

async function jest() {
  const folder = mkdtempSync(join(tmpdir(), 'don-doc-jest-'));
  const report = join(folder, 'report.json');
  let leaked = '';
  let waiting;
  const { code } = await run(bin('jest'), ['--json', `--outputFile=${report}`, ...asked], {
    show: true,
    watch: {
      onError: (text) => {
        // That a worker took half a second to end is no leak: each file is watched by test/support/jest/environment.cjs.
        if (/Jest did not exit/.test(text)) leaked = 'một test để lại kết nối hoặc tiến trình chưa đóng';
      },
      onStart: (child) => {
        let since;
        waiting = setInterval(() => {
          if (since === undefined && existsSync(report)) since = performance.now();
          if (since === undefined || performance.now() - since < EXIT_GRACE_MS) return;
          leaked = 'Jest không kết thúc được vì một test để lại kết nối hoặc tiến trình chưa đóng';
          child.kill('SIGKILL');
        }, 500);
      },
    },
  });
  clearInterval(waiting);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  if (!result) throw new Error('Jest dừng giữa chừng');
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  for (const file of result.testResults) {
    const skipped = file.assertionResults.filter((one) => !['passed', 'failed'].includes(one.status));
    for (const one of skipped) fail(`bị bỏ qua: ${one.fullName}`);
    if (file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'))
      fail(`không chạy được: ${file.name}`);
  }
  if (leaked) fail(leaked);
  if (code !== 0 && total.failed === 0) fail(`Jest trả về mã ${code}`);
}

/** Tests that are programs of their own (they kill what Jest could not survive) end with the same last line. */
async function program(file) {
  const { code, output } = await run(process.execPath, [join(ROOT, file)]);
  process.stdout.write(output);
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const counts = /^(\d+) passed, (\d+) failed$/.exec(last);
  if (!counts) return fail(`${file}: không có dòng tổng kết`);
  total.passed += Number(counts[1]);
  total.failed += Number(counts[2]);
  if (code !== 0 && counts[2] === '0') fail(`${file}: mã ${code}`);
}

await phase('Dựng', build);
if (total.failed === 0) {
  await phase('Chuẩn bị máy', async () => {
    await preparePrograms(say);
    await prepareTemporal(say);
  });
  await phase('Jest', jest);
  if (asked.length === 0) {
    const programs = readdirSync(`${ROOT}test`, { recursive: true }).filter((file) => file.endsWith('.program.mjs'));
    for (const file of programs.sort()) await phase(`test/${file}`, () => program(`test/${file}`));
  }
}
for (const note of total.notes) console.log(`✗ ${note}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

// npm run bench            lists the benchmarks in test/bench
// npm run bench -- NAME    runs one; its last line is "RESULT " and a JSON object
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/bench');
const ending = /\.bench\.(ts|mjs)$/;
const files = existsSync(folder) ? readdirSync(folder).filter((file) => ending.test(file)) : [];
const [name, ...rest] = process.argv.slice(2);

if (name === undefined) {
  console.log(
    files.length === 0 ? 'Chưa có phép đo nào trong test/bench.' : 'Các phép đo; chạy một phép: npm run bench -- TÊN',
  );
  for (const file of files.sort()) console.log(`  ${file.replace(ending, '').padEnd(16)}${aboutOf(file)}`);
} else {
  const file = files.find((candidate) => candidate.replace(ending, '') === name);
  if (!file) {
    console.error(`Không có phép đo "${name}". Xem danh sách: npm run bench`);
    process.exit(2);
  }
  try {
    await ensureBuilt({ only: ['compile', 'bundle'] });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  process.exitCode = await run(join(folder, file), rest);
}

/** The first line of the file's own comment. */
function aboutOf(file) {
  const first = readFileSync(join(folder, file), 'utf8').split('\n')[0] ?? '';
  return first.startsWith('//') ? first.slice(2).trim() : '';
}

function run(file, args) {
  const hooks = new URL('house/ts-hooks.mjs', import.meta.url).href;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', hooks, file, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TZ: 'UTC' },
    });
    // The terminal's Ctrl-C reaches the benchmark itself; we only wait for how it ends.
    process.on('SIGINT', () => undefined);
    child.on('close', (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}

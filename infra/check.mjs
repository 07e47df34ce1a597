// npm run check: everything that can be judged without a server. `-- --fast` leaves out knip.
import { existsSync } from 'node:fs';
import { bin, elapsed, ROOT, run } from './house/run.mjs';

const fast = process.argv.includes('--fast');
const node = (script, ...args) => [process.execPath, [`${ROOT}${script}`, ...args]];
const tool = (name, ...args) => [bin(name), args];
const when = (path, step) => (existsSync(`${ROOT}${path}`) ? [step] : []);

/** Things made by a program from another thing: made again they must be the same. */
const GENERATED = [
  ['.env.example theo lược đồ cấu hình', node('infra/env-example.mjs', '--check')],
  ['OpenAPI và các kiểu của nó theo mã nguồn', node('apps/api/dist/openapi.js', '--check')],
];

/** Two lanes for two cores; each in order, as what stands first is needed by what follows. */
const LANES = [
  [
    ['prettier', tool('prettier', '--check', '--log-level', 'warn', '.')],
    ['eslint', tool('eslint', '.')],
    ...(fast ? [] : [['knip', tool('knip', '--no-progress', '--no-config-hints')]]),
  ],
  [
    ['tsc: build', tool('tsc', '-b')],
    ['tsc: specs and tests', tool('tsc', '-p', 'tsconfig.spec.json')],
    ...when('apps/web/tsconfig.json', ['tsc: web', tool('tsc', '-p', 'apps/web', '--noEmit')]),
    ['dependency-cruiser', tool('depcruise', 'libs', 'apps', 'workflows', 'activities', 'infra', 'test')],
    ...GENERATED,
  ],
];
const LAST = [['jest: unit, architecture', tool('jest', '--selectProjects', 'unit', 'architecture', '--silent')]];

const failed = [];
const begin = performance.now();

async function lane(steps) {
  for (const [name, [command, args]] of steps) {
    const since = performance.now();
    const { code, output } = await run(command, args, { env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${elapsed(since)})`);
    if (code !== 0) {
      failed.push(name);
      console.log(output.trimEnd());
    }
  }
}

await Promise.all(LANES.map(lane));
await lane(LAST);
console.log(failed.length ? `\n✗ Chưa đạt: ${failed.join(', ')}` : `\n✓ Đạt tất cả trong ${elapsed(begin)}`);
process.exitCode = failed.length ? 1 : 0;

// The build after "tsc -b": the web page and the workflow bundle, each only when what it is made of has changed.
// "npm start" calls ensureBuilt(), which does the compiling too. --force makes all anew.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stateFile = join(root, 'node_modules/.cache/don-doc/build.json');
const libs = readdirSync(join(root, 'libs')).map((name) => `libs/${name}`);
const rooms = [...libs, 'workflows', 'activities', 'apps/api', 'apps/worker', 'apps/cli', 'infra'];
const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];

const steps = [
  {
    name: 'compile',
    title: 'Biên dịch mã nguồn',
    inputs: [...shared, ...rooms.flatMap((room) => [`${room}/src`, `${room}/tsconfig.json`, `${room}/package.json`])],
    outputs: rooms.map((room) => `${room}/dist/.tsbuildinfo`),
    command: [process.execPath, ['node_modules/typescript/bin/tsc', '-b']],
  },
  {
    name: 'bundle',
    title: 'Đóng gói các luồng công việc',
    needs: 'apps/worker/dist/bundle.js',
    inputs: [
      'package-lock.json',
      'workflows/src',
      'libs/domain/src',
      'libs/contracts/src',
      'apps/worker/src/workflow-bundle.ts',
    ],
    // It prints the path of what it wrote.
    outputs: [],
    printsOutput: true,
    command: [process.execPath, ['apps/worker/dist/bundle.js']],
  },
  {
    name: 'web',
    title: 'Dựng trang web',
    needs: 'apps/web/index.html',
    inputs: ['package-lock.json', 'apps/web', 'libs/domain/src', 'libs/contracts/src'],
    outputs: ['apps/web/dist/index.html'],
    command: ['npm', ['run', 'build', '-w', '@don-doc/web', '--silent']],
  },
];

/** Runs the steps whose inputs differ from those of their last success. @throws Error with the output of what failed */
export async function ensureBuilt({ only, force = false, say = console.log } = {}) {
  for (const step of steps.filter(({ name }) => only === undefined || only.includes(name))) {
    if (step.needs && !existsSync(join(root, step.needs))) continue;
    const key = digest(step.inputs);
    const last = readState()[step.name];
    const outputs = step.printsOutput ? [last?.output ?? ''] : step.outputs.map((file) => join(root, file));
    if (!force && last?.key === key && outputs.every((file) => existsSync(file))) continue;
    say(`${step.title}…`);
    const since = performance.now();
    const printed = await run(step);
    const output = step.printsOutput ? printed.trim().split('\n').at(-1) : undefined;
    // Read again: another build may have finished meanwhile.
    writeState({ ...readState(), [step.name]: { key, output } });
    say(`${step.title}: xong sau ${((performance.now() - since) / 1000).toFixed(1)} giây.`);
  }
}

function digest(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs)
    for (const file of filesOf(join(root, input))) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.(spec|test)\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function run({ title, command: [program, args] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${title}: chưa được.\n${output.trim()}`)),
    );
  });
}

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeState(state) {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify(state));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt({ only: ['bundle', 'web'], force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

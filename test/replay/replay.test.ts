import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { BUNDLE_PATH, hasWorkflowBundle, writeWorkflowBundle } from '@don-doc/worker';

jest.setTimeout(120_000);

const HISTORIES = join(import.meta.dirname, 'histories');
const ROOT = join(import.meta.dirname, '../..');

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Each kind of history that a workflow in production may have: what it varies are the commands. */
const KINDS = [
  'digest-gathered-and-sent',
  'digest-refused-then-closed',
  'digest-retried',
  'plan-launched-event-told-closed',
  'task-closed',
  'task-continue-as-new',
  'task-fenced',
  'task-instants-come',
  'task-more',
  'task-no-next-wake',
  'task-paused',
  'task-poke-during-settle',
  'task-poke-while-waiting',
  'task-settle-failing-and-recovering',
  'task-slow-settle',
];

async function recorded(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(HISTORIES, `${name}.json`), 'utf8'));
}

/** The bundle as a worker loads it; made here only where nothing was built yet. */
async function production(): Promise<{ codePath: string }> {
  if (!hasWorkflowBundle()) await writeWorkflowBundle();
  return { codePath: BUNDLE_PATH };
}

describe('recorded histories', () => {
  it('are there, one of each kind', async () => {
    const files = (await readdir(HISTORIES)).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(KINDS);
  });

  it.each(KINDS)('%s replays against the production bundle', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: await production() }, await recorded(name));
  });
});

describe('a change of the order of awaits', () => {
  const folder = join(ROOT, 'node_modules/.cache', `don-doc-reordered-${process.pid}`);

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await cp(join(ROOT, 'workflows/dist'), folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  async function reordered(file: string, from: string, to: string): Promise<{ code: string }> {
    const path = join(folder, file);
    const source = await readFile(path, 'utf8');
    expect(source.split(from)).toHaveLength(2);
    await writeFile(path, source.replace(from, to));
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(folder, 'index.js'),
      logger: new DefaultLogger('ERROR'),
    });
    await writeFile(path, source);
    return { code };
  }

  it('is caught in the task: waiting before settling', async () => {
    const workflowBundle = await reordered(
      'task/task.workflow.js',
      'const settled = await attempt(',
      'await pokes.wait(seen, 1000);\n        const settled = await attempt(',
    );
    await expect(
      Worker.runReplayHistory({ workflowBundle }, await recorded('task-poke-while-waiting')),
    ).rejects.toThrow(DeterminismViolationError);
  });

  it('is caught in the digest: waiting for the mails before gathering goes on', async () => {
    const workflowBundle = await reordered('digest/digest.workflow.js', 'void send();', 'await send();');
    await expect(Worker.runReplayHistory({ workflowBundle }, await recorded('digest-retried'))).rejects.toThrow(
      DeterminismViolationError,
    );
  });
});

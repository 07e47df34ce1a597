// Records one history of each kind into test/replay/histories, on a real dev server, from the built workflows:
//   npm run build && node test/replay/record.mjs [NAME…]
// Run it after a change that alters the commands of running workflows on purpose; see docs and CONTRIBUTING for when that is
// allowed. Machine names and stack traces are taken out.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDevServer } from '@don-doc/infra';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { digestStart, planStart, pokeSignal, taskStart, WORKFLOW_TYPES } from '@don-doc/contracts/temporal';
import { createWorker } from '@don-doc/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const WAIT = { sleepMs: null, more: false, closed: false };
const HOUR = { ...WAIT, sleepMs: 3_600_000 };
const CLOSED = { ...WAIT, closed: true };
const PLAN = { ...WAIT, unstarted: [], unstartedDigest: null, behind: 0 };
const DIGEST = { ...WAIT, unsent: false, gatheredThrough: null };
const down = () => ApplicationFailure.create({ message: 'ECONNREFUSED', type: 'ECONNREFUSED' });

/** Answers in turn, the last one for ever; a function is called. */
function script(...answers) {
  let calls = 0;
  const run = async () => {
    const answer = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : answer;
  };
  return Object.assign(run, { calls: () => calls });
}

const scripts = {
  settleTask: script(WAIT),
  settlePlan: script(PLAN),
  gatherDigests: script(DIGEST),
  sendMails: script(undefined),
};
const use = (changes) => Object.assign(scripts, changes);
const calls = (name) => scripts[name].calls();

async function until(what, holds, ms = 60_000) {
  for (const since = Date.now(); !(await holds()); await sleep(20)) {
    if (Date.now() - since > ms) throw new Error(`did not come: ${what}`);
  }
}

const ids = () => ({ planId: randomUUID(), generation: randomUUID(), plan: '15/KH-STP', isRehearsal: false });
const aTask = () => ({ ...ids(), taskId: randomUUID(), row: '2' });

const server = await startDevServer();
const connection = await Connection.connect({ address: server.address });
const native = await NativeConnection.connect({ address: server.address });
const client = new Client({ connection });
const taskQueue = 'recorded';
const worker = await createWorker({
  connection: native,
  namespace: 'default',
  taskQueue,
  activities: {
    settleTask: (...input) => scripts.settleTask(...input),
    settlePlan: (...input) => scripts.settlePlan(...input),
    gatherDigests: (...input) => scripts.gatherDigests(...input),
    sendMails: (...input) => scripts.sendMails(...input),
  },
});
const running = worker.run();

const start = (kind, options) => client.workflow.start(WORKFLOW_TYPES[kind], { ...options, taskQueue });
const startTask = () => start('task', taskStart(aTask()));
const poke = (handle, sequence = 1) => handle.signal(pokeSignal, { sequence });
const settled = (n, name = 'settleTask') => until(`${n} × ${name}`, () => calls(name) >= n);
const quiet = async (handle) => {
  await until('it waits', async () => ['waiting', 'failing'].includes((await handle.query('state')).phase));
  await sleep(300);
};

const scenarios = {
  async 'task-poke-while-waiting'() {
    use({ settleTask: script(HOUR) });
    const handle = await startTask();
    for (const n of [1, 2]) {
      await quiet(handle);
      await poke(handle, n);
      await settled(n + 1);
    }
    await quiet(handle);
    return handle;
  },
  async 'task-poke-during-settle'() {
    use({ settleTask: script(() => sleep(600, HOUR), HOUR) });
    const handle = await startTask();
    await settled(1);
    await poke(handle);
    await settled(2);
    await quiet(handle);
    return handle;
  },
  async 'task-slow-settle'() {
    // Longer than four fifths of the workflow task's timeout: the server is asked for more time.
    use({ settleTask: script(() => sleep(3_200, HOUR), HOUR) });
    const handle = await startTask();
    await until('it waits', async () =>
      (await handle.fetchHistory()).events.some((event) => event.timerStartedEventAttributes),
    );
    return handle;
  },
  async 'task-settle-failing-and-recovering'() {
    use({ settleTask: script(...Array(9).fill(down()), HOUR) });
    const handle = await startTask();
    await until('three failures', async () => (await handle.query('state')).failures === 3);
    await poke(handle);
    await quiet(handle);
    return handle;
  },
  async 'task-instants-come'() {
    use({ settleTask: script({ ...WAIT, sleepMs: 200 }, { ...WAIT, sleepMs: 300 }, HOUR) });
    const handle = await startTask();
    await settled(3);
    await quiet(handle);
    return handle;
  },
  async 'task-no-next-wake'() {
    use({ settleTask: script(WAIT) });
    const handle = await startTask();
    await quiet(handle);
    await poke(handle);
    await settled(2);
    await quiet(handle);
    return handle;
  },
  async 'task-paused'() {
    use({ settleTask: script(HOUR, WAIT, HOUR) });
    const handle = await startTask();
    for (const n of [1, 2]) {
      await quiet(handle);
      await poke(handle, n);
      await settled(n + 1);
    }
    await quiet(handle);
    return handle;
  },
  async 'task-more'() {
    const more = { ...WAIT, more: true };
    use({ settleTask: script(more, more, more, HOUR) });
    const handle = await startTask();
    await settled(4);
    await quiet(handle);
    return handle;
  },
  async 'task-continue-as-new'() {
    use({ settleTask: script({ ...WAIT, sleepMs: 1 }) });
    const first = await startTask();
    await until('another run', async () => {
      const { runId } = await client.workflow.getHandle(first.workflowId).describe();
      return runId !== first.firstExecutionRunId;
    });
    use({ settleTask: script(CLOSED) });
    await client.workflow.getHandle(first.workflowId).result();
    return client.workflow.getHandle(first.workflowId, first.firstExecutionRunId);
  },
  async 'task-closed'() {
    use({ settleTask: script(HOUR, CLOSED) });
    const handle = await startTask();
    await quiet(handle);
    await poke(handle);
    await handle.result();
    return handle;
  },
  async 'task-fenced'() {
    use({ settleTask: script(CLOSED) });
    const handle = await startTask();
    await handle.result();
    return handle;
  },
  async 'plan-launched-event-told-closed'() {
    const plan = ids();
    const tasks = ['1', '2', '13'].map((row) => ({ ...plan, taskId: randomUUID(), generation: randomUUID(), row }));
    use({
      settleTask: script(WAIT),
      gatherDigests: script(DIGEST),
      settlePlan: script(
        { ...PLAN, unstarted: tasks, unstartedDigest: plan, behind: 3 },
        { ...PLAN, sleepMs: 3_600_000 },
        { ...PLAN, sleepMs: 3_600_000, behind: 2 },
        { ...PLAN, sleepMs: 3_600_000 },
        { ...PLAN, closed: true, behind: 1 },
        { ...PLAN, closed: true },
      ),
    });
    await start('task', taskStart(tasks[0]));
    const handle = await start('plan', planStart(plan));
    await settled(2, 'settlePlan');
    await quiet(handle);
    await poke(handle, 2);
    await settled(4, 'settlePlan');
    await quiet(handle);
    await poke(handle, 3);
    await handle.result();
    return handle;
  },
  async 'digest-gathered-and-sent'() {
    const unsent = { ...DIGEST, unsent: true, gatheredThrough: '2025-05-26' };
    use({
      gatherDigests: script(unsent, { ...DIGEST, sleepMs: 3_600_000, gatheredThrough: '2025-05-26' }),
      sendMails: script(undefined),
    });
    const handle = await start('digest', digestStart(ids()));
    await settled(2, 'gatherDigests');
    await quiet(handle);
    return handle;
  },
  async 'digest-retried'() {
    const unsent = { ...DIGEST, unsent: true, sleepMs: 3_600_000, gatheredThrough: '2025-05-26' };
    const left = ApplicationFailure.create({ message: '2 mails wait for the mail server', type: 'MAILS_LEFT' });
    use({
      gatherDigests: script(unsent, unsent, { ...DIGEST, sleepMs: 3_600_000, gatheredThrough: '2025-05-27' }),
      sendMails: script(left, left, undefined),
    });
    const handle = await start('digest', digestStart(ids()));
    await settled(1, 'sendMails');
    await poke(handle);
    await settled(3, 'gatherDigests');
    await quiet(handle);
    return handle;
  },
  async 'digest-refused-then-closed'() {
    const unsent = { ...DIGEST, unsent: true, sleepMs: 3_600_000 };
    use({
      gatherDigests: script(unsent, unsent, { ...DIGEST, closed: true }),
      sendMails: script(ApplicationFailure.nonRetryable('PLAN_UNKNOWN', 'PLAN_UNKNOWN'), undefined),
    });
    const handle = await start('digest', digestStart(ids()));
    await handle.result();
    return handle;
  },
};

/**
 * Numbers for longs and enums, base64 for bytes: what protobuf encodes as it is. (The SDK's own historyToJSON fails where two
 * versions of protobufjs are installed, as the SDK's own packages ask for.)
 */
function plain(history) {
  return history.constructor.toObject(history, { longs: Number, bytes: String });
}

/** What differs from machine to machine and is not asked for by a replay. */
function clean(value) {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'stackTrace')
      .map(([key, inner]) => [key, nameless(key, inner) ?? clean(inner)]),
  );
}

/** A worker and its own queue are named after its process and machine. */
function nameless(key, value) {
  if (key === 'identity') return 'recorded';
  return key === 'name' && typeof value === 'string' && value.includes('@') ? 'recorded-sticky' : undefined;
}

const folder = new URL('histories/', import.meta.url);
const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });
try {
  for (const [name, record] of Object.entries(scenarios)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const handle = await record();
    const history = clean(plain(await handle.fetchHistory()));
    await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(history, null, 1)}\n`);
    console.log(`${name}: ${history.events.length} events`);
  }
} finally {
  worker.shutdown();
  await running;
  await native.close();
  await connection.close();
  await server.stop();
}

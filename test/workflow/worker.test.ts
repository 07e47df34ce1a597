import { randomUUID } from 'node:crypto';
import { changeClock, settleTask, type LaunchAnswer } from '@don-doc/application';
import { loadConfig, type Config } from '@don-doc/config';
import { runWorker, type RunningWorker } from '@don-doc/worker';
import { Connection, WorkflowClient } from '@temporalio/client';
import pg from 'pg';
import pino from 'pino';
import { expectedLedger, writtenLedger } from '../application/support/oracle.js';
import { launchRehearsal, makeWorld, type World } from '../application/support/world.js';
import {
  startMailSink,
  startTestTemporal,
  temporaryDir,
  until,
  type MailSink,
  type TestTemporal,
} from '../support/servers/index.js';
import { productionBundle } from './support.js';

jest.setTimeout(120_000);

let world: World;
let temporal: TestTemporal;
let sink: MailSink;
let worker: RunningWorker;
let config: Config;
let folder: Awaited<ReturnType<typeof temporaryDir>>;

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

beforeAll(async () => {
  [world, temporal, folder] = await Promise.all([
    makeWorld({ units: 3 }),
    startTestTemporal(),
    temporaryDir('don-doc-worker-'),
  ]);
  sink = await startMailSink({ dir: folder.path });
  const [{ url }] = (await world.rows<{ url: string }>('SELECT current_database() AS url')) as [{ url: string }];
  const database = new URL(process.env['DON_DOC_TEST_POSTGRES'] ?? '');
  database.pathname = `/${url}`;
  config = loadConfig({
    DATABASE_URL: database.toString(),
    DATABASE_POOL_SIZE: '12',
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: 'smtp://127.0.0.1:1',
    REHEARSAL_SMTP_URL: sink.smtpUrl,
    MAIL_FROM: 'Đôn Đốc <don-doc@stp.example>',
    PUBLIC_URL: 'https://don-doc.example',
  });
  worker = await start();
});

afterAll(async () => {
  await worker?.stop();
  await sink?.stop();
  await temporal?.stop();
  await world?.end();
  await folder?.remove();
});

async function start(): Promise<RunningWorker> {
  return runWorker({
    config,
    log,
    env: { TEMPORAL_ADDRESS: temporal.address },
    workflowBundle: await productionBundle(),
    watchdog: { everyMs: 500, patienceMs: 2_000 },
  });
}

const turn = (plan: LaunchAnswer, act: Record<string, unknown>) =>
  changeClock(world.ctx, world.office, { ...act, commandId: randomUUID(), planId: plan.planId } as Parameters<
    typeof changeClock
  >[2]);

const reached = (plan: LaunchAnswer, instant: string) =>
  until(async () => {
    const [row] = await world.rows<{ at: boolean; unsent: number }>(
      `SELECT (SELECT bool_and(settled_version = version AND (next_wake_at IS NULL OR next_wake_at > clock_timestamp()))
          FROM task WHERE plan_id = $1) AS at,
        (SELECT count(*)::int FROM alarm_recipient r JOIN alarm a ON a.id = r.alarm_id LEFT JOIN mail m ON m.id = r.mail_id
          WHERE a.plan_id = $1 AND a.channel = 'digest' AND a.made_at <= $2::timestamptz
          AND (m.id IS NULL OR m.state IN ('gathered', 'attempting', 'unknown'))) AS unsent`,
      [plan.planId, instant],
    );
    return row?.at === true && row.unsent === 0;
  }, 60_000);

const workflows = async (): Promise<{ type: string; status: string }[]> => {
  const connection = await Connection.connect({ address: temporal.address });
  const found: { type: string; status: string }[] = [];
  for await (const one of new WorkflowClient({ connection }).list())
    found.push({ type: one.type, status: one.status.name });
  await connection.close();
  return found;
};

describe('a worker with its real ports', () => {
  it('starts the workflows of a launch, sends the digests of a rehearsal to the sink, and keeps the ledger the model makes', async () => {
    const plan = await launchRehearsal(world);
    await until(
      async () =>
        (await world.rows(`SELECT 1 FROM task WHERE plan_id = $1 AND settled_version = 0`, [plan.planId])).length === 0,
      20_000,
    );
    await until(async () => (await workflows()).filter(({ status }) => status === 'RUNNING').length === 14, 20_000);
    const byType = (await workflows()).map(({ type }) => type);
    expect(byType.filter((type) => type === 'taskWorkflow')).toHaveLength(12);
    expect(byType.filter((type) => type === 'planWorkflow')).toHaveLength(1);

    await turn(plan, { act: 'jump', to: Date.parse('2025-06-10T09:00:00+07:00') });
    await reached(plan, '2025-06-10T08:00:00+07:00');

    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));

    const twice = await world.rows(
      `SELECT person_id, day FROM mail WHERE plan_id = $1 AND kind = 'digest' GROUP BY 1, 2 HAVING count(*) > 1`,
      [plan.planId],
    );
    expect(twice).toEqual([]);
    const mails = await world.rows<{ subject: string; state: string; day: string; name: string }>(
      `SELECT m.subject, m.state, m.day, p.name, m.last_error AS error, m.merged_into AS into FROM mail m JOIN person p ON p.id = m.person_id WHERE m.plan_id = $1 ORDER BY m.day`,
      [plan.planId],
    );
    if (process.env['TEST_SHOW']) console.log(mails.map((m) => JSON.stringify(m)).join('\n'));
    expect(mails.length).toBeGreaterThan(20);
    expect(mails.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(mails.every(({ subject }) => subject.startsWith('[DIỄN TẬP] '))).toBe(true);
    const director = mails.filter(({ name }) => name === 'Giám đốc');
    // +5 of row 3 and its like on 05/6, of rows 12 on 06/6, and the page of Monday 09/6.
    expect(director.map(({ day }) => day)).toEqual(['2025-06-05', '2025-06-06', '2025-06-09']);
    for (const { subject } of director)
      expect(subject).toMatch(
        /^\[DIỄN TẬP\] Báo cáo nhiệm vụ quá hạn ngày \d\d\/\d\d\/2025: \d+ nhiệm vụ – Kế hoạch số 15\/KH-STP$/,
      );
    const received = await sink.waitFor((all) => all.length >= mails.length, 5_000);
    expect(received.length).toBe(mails.length);
    expect(received.every(({ rehearsal }) => rehearsal === plan.planId)).toBe(true);
  });

  it('goes on within seconds when PostgreSQL is back, and has told the Office meanwhile nothing that is not so', async () => {
    const [plan] = await world.rows<{ id: string }>(`SELECT id FROM plan WHERE status = 'running'`);
    // 08:00 of the next working day comes while the database is away.
    await turn({ planId: plan!.id } as LaunchAnswer, { act: 'rate', rate: 40_000 });
    const admin = new pg.Client({ connectionString: process.env['DON_DOC_TEST_POSTGRES'] });
    await admin.connect();
    const name = new URL(config.database.url).pathname.slice(1);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
    const back = performance.now();
    await turn({ planId: plan!.id } as LaunchAnswer, { act: 'pause' });
    await until(
      async () =>
        (await world.rows(`SELECT 1 FROM task WHERE settled_version < version OR failing_since IS NOT NULL`)).length ===
        0,
      20_000,
    );
    if (process.env['TEST_SHOW']) console.log('settled again after', performance.now() - back);
    expect(await writtenLedger(world, plan!.id)).toEqual(await expectedLedger(world, plan!.id));
  });

  it('begins everything again from the facts when Temporal has lost its data', async () => {
    await temporal.restart();
    await until(async () => {
      const running = await workflows().catch(() => []);
      return running.filter(({ status }) => status === 'RUNNING').length >= 14;
    }, 60_000);
    const [task] = await world.rows<{ plan_id: string; id: string; generation: string }>(
      'SELECT plan_id, id, generation FROM task LIMIT 1',
    );
    // The generation before is fenced.
    const other = await settleTask(world.ctx, { planId: task!.plan_id, taskId: task!.id, generation: randomUUID() });
    expect(other.closed).toBe(true);
  });
});

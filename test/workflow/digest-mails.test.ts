import {
  closePlan,
  gatherDigests,
  remind,
  resumePlan,
  sendMails,
  suspendPlan,
  type Envelope,
  type LaunchAnswer,
  type Mailer,
  type SendOutcome,
} from '@don-doc/application';
import { randomUUID } from 'node:crypto';
import { assignmentOf, jumpTo, settleAll } from '../application/support/drive.js';
import { launchRehearsal, makeWorld, type World } from '../application/support/world.js';

let world: World;
let plan: LaunchAnswer;
let digestGeneration: string;
let server: { up: boolean; sent: Envelope[]; outcome: SendOutcome };
let gatheredThrough: string | null;

const mailer: Mailer = {
  ready: async () => (server.up ? 'yes' : 'not-now'),
  compose: async (letter) => Buffer.from(`${letter.messageId}\n${letter.subject}\n${letter.text}`),
  send: async (envelope) => {
    server.sent.push(envelope);
    return server.outcome;
  },
};
const mail = { from: 'Đôn Đốc <don-doc@stp.example>', publicUrl: 'https://don-doc.example' };

beforeEach(async () => {
  world = await makeWorld({ units: 1 });
  plan = await launchRehearsal(world);
  server = { up: true, sent: [], outcome: { kind: 'sent' } };
  gatheredThrough = null;
  const [row] = await world.rows<{ id: string }>('SELECT digest_generation AS id FROM plan WHERE id = $1', [
    plan.planId,
  ]);
  digestGeneration = row!.id;
});
afterEach(async () => world.end());

async function gather() {
  const input = { planId: plan.planId, generation: digestGeneration, gatheredThrough };
  const result = await gatherDigests({ ...world.ctx, mail }, input);
  ({ gatheredThrough } = result);
  return result;
}

const send = () =>
  sendMails(
    { ...world.ctx, mail, mailer },
    { planId: plan.planId, generation: digestGeneration },
    {
      signal: new AbortController().signal,
      sent: () => undefined,
    },
  );

const mails = () =>
  world.rows<{ name: string; day: string; state: string; kind: string; subject: string; error: string | null }>(
    `SELECT p.name, m.day, m.state, m.kind, m.subject, m.last_error AS error FROM mail m JOIN person p ON p.id = m.person_id
     WHERE m.plan_id = $1 ORDER BY m.day, p.name`,
    [plan.planId],
  );

async function standAt(instant: string): Promise<void> {
  await jumpTo(world, plan, instant);
  await settleAll(world, plan);
}

it('waits with a day until every open task has settled through its 08:00', async () => {
  await settleAll(world, plan);
  await gather();
  await jumpTo(world, plan, '2025-05-05T08:00:00+07:00');
  const early = await gather();
  expect(await mails()).toEqual([]);
  expect(early.sleepMs).toBeGreaterThan(0);
  await settleAll(world, plan);
  await gather();
  expect((await mails()).map(({ name, day }) => `${name} ${day}`)).toEqual([
    'Chánh Văn phòng 2025-05-05',
    'Trưởng phòng 1 2025-05-05',
  ]);
});

it('gathers each working day that a jump has passed, one mail a person a day, and nothing twice', async () => {
  await standAt('2025-05-30T08:00:00+07:00');
  await gather();
  const first = await mails();
  expect(new Set(first.map(({ name, day }) => `${name} ${day}`)).size).toBe(first.length);
  expect([...new Set(first.map(({ day }) => day))]).toEqual([
    '2025-05-05',
    '2025-05-22',
    '2025-05-23',
    '2025-05-28',
    '2025-05-29',
    '2025-05-30',
  ]);
  gatheredThrough = null; // Temporal's data thrown away
  await gather();
  expect(await mails()).toEqual(first);
});

it('keeps what waits while the server is down, without an attempt, and sends it with what is still due then', async () => {
  await standAt('2025-05-05T08:00:00+07:00');
  await gather();
  server.up = false;
  expect(await send()).toEqual({ left: 2 });
  expect((await mails()).map(({ state }) => state)).toEqual(['gathered', 'gathered']);
  await world.rows(`UPDATE assignment SET state = 'accepted' WHERE plan_id = $1 AND unit_id = $2 RETURNING id`, [
    plan.planId,
    world.units[0],
  ]);
  server.up = true;
  expect(await send()).toEqual({ left: 0 });
  expect((await mails()).map(({ name, state, error }) => [name, state, error])).toEqual([
    ['Chánh Văn phòng', 'sent', null],
    ['Trưởng phòng 1', 'merged', 'NOTHING_DUE'],
  ]);
});

it('sends again, byte for byte and under one Message-ID, a mail whose answer was lost', async () => {
  await standAt('2025-05-05T08:00:00+07:00');
  await gather();
  server.outcome = { kind: 'unknown', reason: 'ECONNECTION' };
  expect((await send()).left).toBe(2);
  // The work is done meanwhile: an attempted letter does not change.
  await world.rows(`UPDATE assignment SET state = 'accepted' WHERE plan_id = $1 RETURNING id`, [plan.planId]);
  await world.rows(
    `UPDATE mail SET next_attempt_at = clock_timestamp() WHERE plan_id = $1 AND state = 'unknown' RETURNING id`,
    [plan.planId],
  );
  server.outcome = { kind: 'sent' };
  const attempted = server.sent.splice(0);
  await send();
  const again = server.sent.filter(({ to }) => attempted.some((one) => one.to === to));
  expect(attempted.length).toBeGreaterThan(0);
  for (const one of attempted) expect(again.find(({ to }) => to === one.to)?.bytes.equals(one.bytes)).toBe(true);
});

it('merges digests that could not be tried for over an hour into the newest', async () => {
  server.up = false;
  await standAt('2025-05-22T09:00:00+07:00');
  await gather();
  await standAt('2025-05-23T08:00:00+07:00');
  // Two hours go by on the wall: the clock's segments began earlier.
  await world.ctx.db.query('ALTER TABLE clock_segment DISABLE TRIGGER USER');
  await world.rows(
    `UPDATE clock_segment SET real_from = real_from - interval '2 hours' WHERE plan_id = $1 AND plan_from <= '2025-05-22T09:00:00+07:00' RETURNING seq`,
    [plan.planId],
  );
  await gather();
  const head = (await mails()).filter(({ name }) => name === 'Trưởng phòng 1');
  expect(head.map(({ day, state }) => `${day} ${state}`)).toEqual([
    '2025-05-05 merged',
    '2025-05-22 merged',
    '2025-05-23 gathered',
  ]);
});

it('mails "Đôn đốc ngay" at once, beside the digest', async () => {
  await standAt('2025-05-26T09:00:00+07:00');
  await gather();
  await send();
  const before = (await mails()).length;
  const { id, version } = await assignmentOf(world, plan.planId, '3', world.officeUnit).catch(() =>
    assignmentOf(world, plan.planId, '4.1', world.officeUnit),
  );
  await remind(world.ctx, world.office, {
    commandId: randomUUID(),
    assignmentId: id,
    version,
    note: 'Đề nghị gửi trong ngày.',
  } as Parameters<typeof remind>[2]);
  expect((await gather()).unsent).toBe(true);
  await send();
  const manual = (await mails()).filter(({ kind }) => kind === 'manual');
  expect((await mails()).length).toBe(before + 1);
  expect(manual).toMatchObject([{ state: 'sent', name: 'Chánh Văn phòng' }]);
  expect(manual[0]!.subject).toMatch(/^\[DIỄN TẬP\] Đôn đốc thực hiện nhiệm vụ /);
});

const act = () => ({ commandId: randomUUID(), planId: plan.planId, reason: 'theo ý kiến Giám đốc' });

it('hands over nothing that was gathered before the plan was closed, and sees a lost answer to its end', async () => {
  await standAt('2025-05-05T08:00:00+07:00');
  await gather();
  await world.rows(
    `UPDATE mail SET state = 'unknown', bytes = 'x', first_attempt_at = clock_timestamp(), attempts = 1
     WHERE plan_id = $1 AND person_id = (SELECT id FROM person WHERE name = 'Chánh Văn phòng') RETURNING id`,
    [plan.planId],
  );
  await closePlan(world.ctx, world.office, act());
  expect(await send()).toEqual({ left: 0 });
  expect((await mails()).map(({ name, state }) => `${name} ${state}`)).toEqual([
    'Chánh Văn phòng sent',
    'Trưởng phòng 1 gathered',
  ]);
  expect(await gather()).toMatchObject({ closed: true, unsent: false });
  expect((await mails()).map(({ state, error }) => [state, error])).toEqual([
    ['sent', null],
    ['merged', 'PLAN_CLOSED'],
  ]);
  expect(server.sent).toHaveLength(1);
});

it('mails nothing while the plan is suspended, neither what was gathered nor “Đôn đốc ngay”; resumed, once', async () => {
  await standAt('2025-05-05T08:00:00+07:00');
  await gather();
  await suspendPlan(world.ctx, world.office, act());
  expect(await send()).toEqual({ left: 0 });
  await standAt('2025-05-12T09:00:00+07:00');
  const { id: assignmentId } = await assignmentOf(world, plan.planId, '5.1', world.units[0] ?? '');
  await remind(world.ctx, world.office, { commandId: randomUUID(), assignmentId, note: 'Đề nghị gửi sớm.' });
  await standAt('2025-06-10T09:00:00+07:00');
  expect((await gather()).unsent).toBe(false);
  expect(await send()).toEqual({ left: 0 });
  expect(server.sent).toEqual([]);
  const recorded = await world.rows<{ status: string }>(
    `SELECT status FROM alarm WHERE plan_id = $1 AND rule = 'manual'`,
    [plan.planId],
  );
  expect(recorded).toEqual([{ status: 'suppressed' }]);

  await resumePlan(world.ctx, world.office, act());
  await standAt('2025-06-11T08:00:00+07:00');
  gatheredThrough = null; // Temporal's data thrown away: the days of the suspension are not gathered after all
  await gather();
  await send();
  const days = (await mails()).map(({ name, day, kind }) => `${name} ${day} ${kind}`);
  expect(days.filter((line) => /2025-0(5-(0[6-9]|[123])|6-(0|10))/.test(line))).toEqual([]);
  expect(days).toContain('Trưởng phòng 1 2025-06-11 digest');
  expect(server.sent.length).toBeGreaterThan(0);
});

import { randomUUID } from 'node:crypto';
import { launchPlan, previewLaunch } from '@don-doc/application';
import { assignmentOf, ledger, settleAll, jumpTo } from './support/drive.js';
import { expectedLedger, writtenLedger } from './support/oracle.js';
import { importRealPlan, launchInput, launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world.end());

describe('launching the plan', () => {
  it('makes 12 tasks of 30 rows, each lead unit with its own share, and owes the plan one poke', async () => {
    const plan = await launchRehearsal(world);
    expect(plan.tasks.map((task) => task.no)).toEqual(['1', '2', '3', '4', '5', '6', '7', '9', '10', '11', '12', '13']);
    const rows = await world.rows<{ no: string; n: number }>(
      `SELECT r.no, count(a.id) AS n FROM plan_row r LEFT JOIN assignment a ON a.row_id = r.id
       WHERE r.plan_id = $1 GROUP BY r.no`,
      [plan.planId],
    );
    expect(rows).toHaveLength(30);
    const shares = new Map(rows.map((row) => [row.no, row.n]));
    expect(shares.get('3')).toBe(1);
    // "Sở Tư pháp; Các phòng, đơn vị thuộc Sở có liên quan": who acts for the agency and the three departments.
    expect(shares.get('5.1')).toBe(4);
    expect(shares.get('5.4')).toBe(3);
    const owed = await world.rows<{ task_id: string | null }>('SELECT task_id FROM outbox WHERE plan_id = $1', [
      plan.planId,
    ]);
    expect(owed).toEqual([{ task_id: null }]);
  });

  it('takes row 2.1 as completed by the signing, unless told otherwise', async () => {
    const signed = await launchRehearsal(world);
    const unsigned = await launchRehearsal(world, { signed: false });
    expect((await assignmentOf(world, signed.planId, '2.1', world.officeUnit)).state).toBe('accepted');
    expect((await assignmentOf(world, unsigned.planId, '2.1', world.officeUnit)).state).toBe('waiting');
  });

  it('refuses a second launch of the same draft, though both come at once; a fresh import is another draft', async () => {
    const planId = await importRealPlan(world);
    const launches = await Promise.allSettled(
      [1, 2].map(() => launchPlan(world.ctx, world.office, launchInput(world, planId))),
    );
    expect(launches.map((launch) => launch.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(launchPlan(world.ctx, world.office, launchInput(world, planId))).rejects.toMatchObject({
      code: 'ALREADY_LAUNCHED',
    });
    const again = await launchPlan(world.ctx, world.office, launchInput(world, await importRealPlan(world)));
    expect(again.planId).not.toBe(planId);
    expect(again.tasks).toHaveLength(12);
  });

  it('lets the log itself refuse a second launch of a plan', async () => {
    const plan = await launchRehearsal(world);
    const second = world.ctx.db.query(
      `INSERT INTO plan_event (id, plan_id, seq, kind, at) VALUES (gen_random_uuid(), $1, 99, 'launched', now())`,
      [plan.planId],
    );
    await expect(second).rejects.toThrow(/uq_plan_event_launch/);
  });

  it('refuses to be told of an event that the plan does not have', async () => {
    const planId = await importRealPlan(world);
    const event = { name: 'nothing-of-the-kind', kind: 'confirmed', on: '2025-07-01' } as const;
    await expect(launchPlan(world.ctx, world.office, launchInput(world, planId, { event }))).rejects.toMatchObject({
      code: 'EVENT_UNKNOWN',
    });
  });

  it('answers a repeated launch as the first time, even when both come at once', async () => {
    const planId = await importRealPlan(world);
    const input = launchInput(world, planId, {
      rehearsal: { startAt: '2025-05-05T07:30:00+07:00', rate: 0 },
      commandId: randomUUID(),
    });
    const [first, second] = await Promise.all([
      launchPlan(world.ctx, world.office, input),
      launchPlan(world.ctx, world.office, input),
    ]);
    expect(second).toEqual(first);
  });

  it('names the rows whose units nobody has picked, and writes nothing', async () => {
    const planId = await importRealPlan(world);
    const refused = launchPlan(
      world.ctx,
      world.office,
      launchInput(world, planId, { groups: {}, rehearsal: { startAt: '2025-05-05T07:30:00+07:00', rate: 0 } }),
    );
    await expect(refused).rejects.toMatchObject({
      code: 'UNITS_MISSING',
      data: { rows: expect.arrayContaining([expect.objectContaining({ no: '5.4' })]) as unknown },
    });
    expect(await world.rows('SELECT id FROM plan WHERE rehearsal_of = $1', [planId])).toEqual([]);
  });

  it('asks for every blocking finding to be answered before the real plan is launched', async () => {
    const planId = await importRealPlan(world);
    await world.ctx.db.query(
      `INSERT INTO plan_finding (id, plan_id, position, code, severity, message, options)
       VALUES (gen_random_uuid(), $1, 99, 'NUMBER_MISSING', 'blocking', 'Thiếu số 8', '[]')`,
      [planId],
    );
    await world.ctx.db.query(`UPDATE plan SET source_sha256 = $2 WHERE id = $1`, [planId, randomUUID()]);
    await expect(launchPlan(world.ctx, world.office, launchInput(world, planId))).rejects.toMatchObject({
      code: 'FINDINGS_UNANSWERED',
      data: { count: 1 },
    });
  });

  it('previews exactly what then runs to the end of the year', async () => {
    const planId = await importRealPlan(world);
    const input = launchInput(world, planId, {
      rehearsal: { startAt: '2025-05-05T07:30:00+07:00', rate: 0 },
      event: { kind: 'confirmed', on: '2025-07-01' },
    });
    const until = Date.parse('2025-12-31T17:00:00+07:00');
    const preview = await previewLaunch(world.ctx, world.office, { ...input, until });
    const plan = await launchPlan(world.ctx, world.office, input);
    await settleAll(world, plan);
    await jumpTo(world, plan, '2025-12-31T17:00:00+07:00');
    await settleAll(world, plan);
    const made = (await ledger(world, plan.planId)).filter((line) => line.status === 'recorded');
    const planned = preview.rows.flatMap((row) => row.ledger.map((entry) => `${row.no} ${entry.alarm.rule}`));
    expect(made.map((line) => `${line.no} ${line.rule}`).sort()).toEqual(planned.sort());
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
    const row3 = made.filter((line) => line.no === '3').map((line) => `${line.rule} ${line.at}`);
    expect(row3.slice(0, 7)).toEqual([
      'opening 2025-05-05 08:00',
      'due-in-5 2025-05-22 08:00',
      'due-in-1 2025-05-28 08:00',
      'due-day 2025-05-29 08:00',
      'overdue 2025-05-30 08:00',
      'overdue 2025-06-03 08:00',
      'overdue 2025-06-05 08:00',
    ]);
  }, 60_000);
});

import {
  AUTUMN,
  expectWhole,
  JULY,
  JUNE,
  LAUNCHED_AT,
  live,
  MAY,
  RunningPlan,
  startLife,
  WINTER,
  type Life,
} from '../support/life/index.js';

jest.setTimeout(300_000);

let life: Life;
beforeAll(async () => {
  life = await startLife();
});
afterAll(async () => life?.end());

describe('the whole life of the plan', () => {
  let plan: RunningPlan;
  const since = performance.now();

  it('runs from its launch to the end of July, with the event moved and revoked', async () => {
    plan = await RunningPlan.rehearse(life, await life.importPlan(), LAUNCHED_AT);
    await live(plan, [...MAY, ...JUNE, ...JULY]);
    await plan.mailed();
    await expectWhole(plan);
  });

  it('refuses what has been overtaken, and a second reminder on one day', async () => {
    await plan.remind('5.3', 'P3');
    await plan.settled();
    await expect(plan.remind('5.3', 'P3')).rejects.toThrow(/409 .*ALREADY_REMINDED/);
    const { id, version } = await plan.share('5.3', 'P3');
    const stale = { version: version - 1, summary: 'Bản cũ của trang' };
    await expect(life.as('head-P3').command(`/assignments/${id}/submit`, stale)).rejects.toThrow(/409 .*STALE_VERSION/);
    const other = life.as('head-P1').command(`/assignments/${id}/submit`, { version, summary: 'Nộp thay đơn vị khác' });
    await expect(other).rejects.toThrow(/403 /);
  });

  it('goes on by its own running clock through two weeks of August', async () => {
    await live(plan, AUTUMN.slice(0, 2));
    await plan.jumpToNextAlarm();
    await plan.runAt(100_000);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await plan.pause();
    await plan.settled();
    await plan.mailed();
    await expectWhole(plan);
  });

  it('is closed in December, and every workflow of it ends', async () => {
    await live(plan, [...AUTUMN.slice(2), ...WINTER]);
    await plan.goTo('2025-12-22 09:00');
    await plan.settled();
    await plan.mailed();
    await plan.close();
    await plan.settled();
    const { commands, events, run } = await expectWhole(plan);
    const open = await life.rows('SELECT no FROM task WHERE plan_id = $1 AND NOT closed', [plan.id]);
    expect(open).toEqual([]);
    expect(await plan.standings('COMPLETED')).toEqual(new Set(['COMPLETED']));
    const mails = (await life.sink.mails()).length;
    const seconds = Math.round((performance.now() - since) / 1000);
    console.info(
      `the whole life: ${seconds} s, ${commands} commands, ${events} events, ${run.ledger.length} alarms, ${mails} mails`,
    );
  });

  it('counts what was on time, late, not arisen and never done', async () => {
    const rows = await plan.rows();
    const bucket = (no: string, unit: keyof typeof life.directory.units | 'VP'): string | undefined => {
      const id = unit === 'VP' ? life.directory.officeUnit : life.directory.units[unit];
      return rows.find((row) => row.no === no)?.assignments.find((one) => one.unitId === id)?.bucket;
    };
    expect({
      returnedThenAccepted: bucket('5.1', 'P1'),
      acknowledgedByItself: bucket('5.1', 'P2'),
      late: bucket('5.1', 'P3'),
      notArisen: bucket('5.2', 'P3'),
      recordedLaterDoneInTime: bucket('7', 'P1'),
      never: bucket('5.3', 'P2'),
      bySigning: bucket('2.1', 'VP'),
    }).toEqual({
      returnedThenAccepted: 'completed-on-time',
      acknowledgedByItself: 'completed-on-time',
      late: 'completed-late',
      notArisen: 'not-arisen',
      recordedLaterDoneInTime: 'completed-on-time',
      never: 'overdue',
      bySigning: 'completed-on-time',
    });
  });
});

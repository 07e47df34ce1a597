import { randomUUID } from 'node:crypto';
import {
  closePlan,
  editCalendar,
  previewEvent,
  resumePlan,
  settlePlan,
  settleTask,
  submit,
  suspendPlan,
  tellEvent,
  type LaunchAnswer,
} from '@don-doc/application';
import { assignmentOf, jumpTo, ledger, settleAll } from './support/drive.js';
import { expectedLedger, writtenLedger } from './support/oracle.js';
import { launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

const EVENT = 'reorganization-completed';
let world: World;
let plan: LaunchAnswer;
beforeEach(async () => {
  world = await makeWorld();
  plan = await launchRehearsal(world);
  await settleAll(world, plan);
});
afterEach(async () => world.end());

const act = (reason = 'theo ý kiến Giám đốc') => ({ commandId: randomUUID(), planId: plan.planId, reason });
const event = (kind: 'expected' | 'confirmed' | 'moved' | 'revoked', effectiveOn: string | null) => ({
  commandId: randomUUID(),
  planId: plan.planId,
  name: EVENT,
  kind,
  effectiveOn,
});
const dues = async () =>
  Object.fromEntries(
    (
      await world.rows<{ no: string; last_day: string | null }>(
        `SELECT no, last_day FROM plan_row WHERE plan_id = $1 AND no IN ('2.2', '10')`,
        [plan.planId],
      )
    ).map((row) => [row.no, row.last_day]),
  );

describe('what concerns the whole plan', () => {
  it('reaches every task: confirmed, moved, revoked', async () => {
    const told = await tellEvent(world.ctx, world.office, event('confirmed', '2025-07-01'));
    expect(
      await world.rows('SELECT id FROM outbox WHERE plan_id = $1 AND task_id IS NOT NULL', [plan.planId]),
    ).toHaveLength(12);
    await settleAll(world, plan);
    expect(await dues()).toEqual({ '2.2': '2025-07-08', '10': null });
    await tellEvent(world.ctx, world.office, event('moved', '2025-07-15'));
    await settleAll(world, plan);
    expect((await dues())['2.2']).toBe('2025-07-22');
    await tellEvent(world.ctx, world.office, event('revoked', null));
    await settleAll(world, plan);
    expect((await dues())['2.2']).toBeNull();
    const [applied] = await world.rows<{ behind: number; before: number }>(
      `SELECT count(*) FILTER (WHERE settled_version < version) AS behind,
         count(*) FILTER (WHERE settled_through < $2) AS before FROM task WHERE plan_id = $1`,
      [plan.planId, new Date(told.at)],
    );
    expect(applied).toEqual({ behind: 0, before: 0 });
  });

  it('refuses what makes no sense as the event stands', async () => {
    await expect(tellEvent(world.ctx, world.office, event('moved', '2025-07-15'))).rejects.toMatchObject({
      code: 'EVENT_NOT_CONFIRMED',
    });
    await expect(tellEvent(world.ctx, world.office, event('confirmed', null))).rejects.toMatchObject({
      code: 'EVENT_DATE_MISSING',
    });
    const other = { ...event('confirmed', '2025-07-01'), name: 'nothing-of-the-kind' };
    await expect(tellEvent(world.ctx, world.office, other)).rejects.toMatchObject({ code: 'EVENT_UNKNOWN' });
    await expect(previewEvent(world.ctx, world.office, other)).rejects.toMatchObject({ code: 'EVENT_UNKNOWN' });
    await expect(tellEvent(world.ctx, world.head(''), event('confirmed', '2025-07-01'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('previews which rows an event would re-arm, and writes nothing', async () => {
    const preview = await previewEvent(world.ctx, world.office, event('confirmed', '2025-07-01'));
    const row = preview.rows.find((line) => line.no === '2.2');
    expect(row?.after.window.lastDay).toBe('2025-07-08');
    expect((await dues())['2.2']).toBeNull();
  });

  it('is told while its transaction is held for 300 ms and every task is poked: all apply it, none looks back', async () => {
    await world.ctx.db.query(`
      CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$;
      CREATE TRIGGER hold AFTER INSERT ON plan_event FOR EACH ROW EXECUTE FUNCTION hold()`);
    const telling = tellEvent(world.ctx, world.office, event('confirmed', '2025-05-20'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const pokes = plan.tasks.map(({ taskId, generation }) =>
      settleTask(world.ctx, { planId: plan.planId, taskId, generation }),
    );
    await Promise.all([telling, ...pokes]);
    await world.ctx.db.query('DROP TRIGGER hold ON plan_event');
    await settleAll(world, plan);
    expect((await dues())['2.2']).toBe('2025-05-27');
    await jumpTo(world, plan, '2025-06-20T09:00:00+07:00');
    await settleAll(world, plan);
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
  });

  it('waits for nobody who settles, and nobody who settles sees half of it', async () => {
    await jumpTo(world, plan, '2025-05-30T08:00:00+07:00');
    const mixed = [
      settleAll(world, plan),
      tellEvent(world.ctx, world.office, event('confirmed', '2025-06-30')),
      settleAll(world, plan),
      tellEvent(world.ctx, world.office, event('confirmed', '2025-06-25')),
      settleAll(world, plan),
    ];
    await Promise.all(mixed);
    await settleAll(world, plan);
    const seqs = await world.rows<{ seq: number; at: Date }>(
      'SELECT seq, at FROM plan_event WHERE plan_id = $1 ORDER BY seq',
      [plan.planId],
    );
    expect(seqs.map((line) => line.seq)).toEqual(seqs.map((_, index) => index + 1));
    const times = seqs.map((line) => line.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
  });

  it('suspended, alarms are recorded as suppressed; resumed, only the gravest of each assignment is sent', async () => {
    await suspendPlan(world.ctx, world.office, act());
    await jumpTo(world, plan, '2025-06-09T09:00:00+07:00');
    await settleAll(world, plan);
    const quiet = (await ledger(world, plan.planId)).filter((line) => line.no === '3' && line.rule !== 'opening');
    expect(new Set(quiet.map((line) => line.status))).toEqual(new Set(['suppressed']));
    await resumePlan(world.ctx, world.office, act());
    await settleAll(world, plan);
    const sent = (await ledger(world, plan.planId)).filter(
      (line) => line.no === '3' && line.status === 'recorded' && line.rule !== 'opening',
    );
    expect(sent.map((line) => `${line.rule} ${line.occurrence}`)).toEqual(['overdue 4']);
    const told = await world.rows<{ name: string }>(
      `SELECT p.name FROM alarm a JOIN alarm_recipient x ON x.alarm_id = a.id JOIN person p ON p.id = x.person_id
       WHERE a.alarm_key = $1 ORDER BY p.name`,
      [sent[0]?.alarm_key],
    );
    expect(told.map((line) => line.name)).toContain('Giám đốc');
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
  });

  it('closed, every workflow is told to end, and no command is taken', async () => {
    await closePlan(world.ctx, world.office, act());
    const waiting = await settlePlan(world.ctx, { planId: plan.planId, generation: plan.generation });
    expect(waiting).toMatchObject({ closed: false });
    for (const { taskId, generation } of plan.tasks) {
      expect(await settleTask(world.ctx, { planId: plan.planId, taskId, generation })).toMatchObject({ closed: true });
    }
    expect(await settlePlan(world.ctx, { planId: plan.planId, generation: plan.generation })).toMatchObject({
      closed: true,
    });
    await expect(tellEvent(world.ctx, world.office, event('confirmed', '2025-07-01'))).rejects.toMatchObject({
      code: 'PLAN_CLOSED',
    });
    await expect(resumePlan(world.ctx, world.office, act())).rejects.toMatchObject({ code: 'PLAN_CLOSED' });
  });

  it('asks the Office on the expected day whether the event has come', async () => {
    await tellEvent(world.ctx, world.office, event('expected', '2025-05-20'));
    await jumpTo(world, plan, '2025-05-26T08:00:00+07:00');
    await settleAll(world, plan);
    const asked = (await ledger(world, plan.planId)).filter((line) => line.rule === 'event-ask');
    expect(asked.map((line) => line.at)).toEqual(['2025-05-20 08:00', '2025-05-26 08:00']);
  });

  it('asks once after an outage whether an expected event has come', async () => {
    await tellEvent(world.ctx, world.office, event('expected', '2025-05-20'));
    await settleAll(world, plan);
    await jumpTo(world, plan, '2025-06-10T08:00:00+07:00');
    // The machine was off for two hours.
    await world.ctx.db.query('ALTER TABLE clock_segment DISABLE TRIGGER USER');
    await world.rows(
      `UPDATE clock_segment SET real_from = real_from - interval '2 hours' WHERE plan_id = $1 RETURNING seq`,
      [plan.planId],
    );
    await settleAll(world, plan);
    const asked = (await ledger(world, plan.planId)).filter((line) => line.rule === 'event-ask');
    expect(asked.map((line) => `${line.at} ${line.status}`)).toEqual([
      '2025-05-20 08:00 superseded',
      '2025-05-26 08:00 superseded',
      '2025-06-02 08:00 superseded',
      '2025-06-09 08:00 recorded',
    ]);
  });

  it('resumed, the Office is asked what it was not asked meanwhile', async () => {
    await tellEvent(world.ctx, world.office, event('expected', '2025-05-20'));
    await suspendPlan(world.ctx, world.office, act());
    await jumpTo(world, plan, '2025-05-28T09:00:00+07:00');
    await settleAll(world, plan);
    await resumePlan(world.ctx, world.office, act());
    await settleAll(world, plan);
    const asked = (await ledger(world, plan.planId)).filter((line) => line.rule === 'event-ask');
    expect(asked.map((line) => `${line.at} ${line.status} ${line.occurrence}`)).toEqual([
      '2025-05-20 08:00 suppressed 1',
      '2025-05-28 09:00 recorded 2',
    ]);
    const told = await world.rows<{ name: string; event: string }>(
      `SELECT p.name, a.event FROM alarm a JOIN alarm_recipient x ON x.alarm_id = a.id JOIN person p ON p.id = x.person_id
       WHERE a.plan_id = $1 AND a.rule = 'event-ask' ORDER BY p.name`,
      [plan.planId],
    );
    expect(told.map(({ name }) => name)).toEqual(['Chuyên viên Văn phòng', 'Chánh Văn phòng']);
    expect(new Set(told.map((line) => line.event))).toEqual(new Set([EVENT]));
  });

  it('keeps a late result late when the event is then moved, in the record too', async () => {
    await tellEvent(world.ctx, world.office, event('confirmed', '2025-05-12'));
    await jumpTo(world, plan, '2025-05-26T09:00:00+07:00');
    await settleAll(world, plan);
    const { id: assignmentId } = await assignmentOf(world, plan.planId, '2.2', world.officeUnit);
    await submit(world.ctx, world.office, { commandId: randomUUID(), assignmentId, version: null, summary: 'Đã xong' });
    await tellEvent(world.ctx, world.office, event('moved', '2025-05-23'));
    await settleAll(world, plan);
    const [work] = await world.rows<{ late: boolean; last_day: string; first_last_day: string }>(
      `SELECT a.late, r.last_day, r.first_last_day FROM assignment a JOIN plan_row r ON r.id = a.row_id WHERE a.id = $1`,
      [assignmentId],
    );
    expect(work).toMatchObject({ late: true, first_last_day: '2025-05-19' });
    expect(work!.last_day > '2025-05-26').toBe(true);
  });

  it('an edit of the calendar reaches a plan that is launched meanwhile', async () => {
    await world.ctx.db.query(`
      CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END $$;
      CREATE TRIGGER hold AFTER INSERT ON plan_event FOR EACH ROW WHEN (NEW.kind = 'launched') EXECUTE FUNCTION hold()`);
    const launching = launchRehearsal(world);
    for (let begun = false; !begun;)
      begun = (await world.rows(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).length > 0;
    const edit = { date: '2025-05-28', kind: 'off', name: 'Nghỉ bù', source: 'Thông báo' } as const;
    const [launched, edited] = await Promise.all([launching, editCalendar(world.ctx, world.office, edit)]);
    expect(edited.plans).toBe(2);
    const told = await world.rows(`SELECT 1 FROM plan_event WHERE plan_id = $1 AND kind = 'calendar'`, [
      launched.planId,
    ]);
    expect(told).toHaveLength(1);
  });

  it('an edit of the calendar is a new version, told to the plan, and moves what is to come', async () => {
    const edit = { date: '2025-05-28', kind: 'off', name: 'Nghỉ bù', source: 'Thông báo' } as const;
    expect(await editCalendar(world.ctx, world.office, edit)).toEqual({ version: 2, plans: 1 });
    await jumpTo(world, plan, '2025-05-30T08:00:00+07:00');
    await settleAll(world, plan);
    const lines = (await ledger(world, plan.planId)).filter((line) => line.no === '3');
    expect(lines.map((line) => `${line.rule} ${line.at}`)).toContain('due-in-1 2025-05-27 08:00');
    expect(lines.map((line) => line.at)).not.toContain('2025-05-28 08:00');
    await expect(editCalendar(world.ctx, world.office, edit)).rejects.toMatchObject({ code: 'CALENDAR_UNCHANGED' });
  });
});

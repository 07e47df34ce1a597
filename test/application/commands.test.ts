import { randomUUID } from 'node:crypto';
import {
  accept,
  claimNotArisen,
  fixDue,
  recordResult,
  remind,
  reportPeriod,
  returnWork,
  settleTask,
  submit,
  type LaunchAnswer,
} from '@don-doc/application';
import { assignmentOf, jumpTo, ledger, settleAll } from './support/drive.js';
import { expectedLedger, writtenLedger } from './support/oracle.js';
import { launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

let world: World;
let plan: LaunchAnswer;
const unit = (): string => world.units[0] ?? '';

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  plan = await launchRehearsal(world);
  await settleAll(world, plan);
  await jumpTo(world, plan, '2025-05-12T09:00:00+07:00');
  await settleAll(world, plan);
});
afterAll(async () => world.end());

const onUnit = async (no: string, unitId = unit()) => {
  const { id, version } = await assignmentOf(world, plan.planId, no, unitId);
  return { assignmentId: id, version, commandId: randomUUID() };
};

describe('a command on a task', () => {
  it('submits, is returned, submitted again and accepted, each with its history, log and poke', async () => {
    await submit(world.ctx, world.head(unit()), { ...(await onUnit('5.1')), summary: 'Đã thống kê' });
    const back = await onUnit('5.1');
    await returnWork(world.ctx, world.office, { ...back, reason: 'Thiếu danh mục' });
    await submit(world.ctx, world.head(unit()), { ...(await onUnit('5.1')), summary: 'Đã bổ sung danh mục' });
    const done = await accept(world.ctx, world.office, await onUnit('5.1'));
    expect(done.state).toBe('accepted');
    const history = await world.rows<{ kind: string }>(
      'SELECT kind FROM history WHERE assignment_id = $1 AND by_account IS NULL ORDER BY id',
      [done.assignmentId],
    );
    expect(history.map((line) => line.kind)).toEqual(['window-opened', 'submit', 'return', 'submit', 'accept']);
    const [task] = await world.rows<{ ahead: number; owed: number }>(
      `SELECT version - settled_version AS ahead,
         (SELECT count(*) FROM outbox o WHERE o.task_id = t.id AND o.version > t.settled_version) AS owed
       FROM task t WHERE id = $1`,
      [done.taskId],
    );
    expect(task).toEqual({ ahead: 4, owed: 4 });
  });

  it('is answered the same when it is sent again, five times at once', async () => {
    const input = { ...(await onUnit('5.1')), summary: 'Đã thống kê' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(world.ctx, world.head(unit()), input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(
      await world.rows(`SELECT 1 FROM history WHERE assignment_id = $1 AND kind = 'submit'`, [input.assignmentId]),
    ).toHaveLength(1);
  });

  it('refuses an id that was used for another command', async () => {
    const input = { ...(await onUnit('5.1')), summary: 'Đã thống kê' };
    await submit(world.ctx, world.head(unit()), input);
    const reused = accept(world.ctx, world.office, { ...(await onUnit('5.1')), commandId: input.commandId });
    await expect(reused).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('refuses a version that the page has not seen', async () => {
    const stale = { ...(await onUnit('5.1')), summary: 'Đã thống kê' };
    await submit(world.ctx, world.head(unit()), stale);
    const late = returnWork(world.ctx, world.office, { ...stale, commandId: randomUUID(), reason: 'Thiếu' });
    await expect(late).rejects.toMatchObject({ code: 'STALE_VERSION' });
  });

  it('lets a head act for the own unit only, and a leader return what the Office led', async () => {
    const other = world.units[1] ?? '';
    const foreign = submit(world.ctx, world.head(other), { ...(await onUnit('5.1')), summary: 'Đã thống kê' });
    await expect(foreign).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const led = await submit(world.ctx, world.office, {
      ...(await onUnit('3', world.officeUnit)),
      summary: 'Phương án',
    });
    expect(led.state).toBe('accepted');
    const own = returnWork(world.ctx, world.office, { ...(await onUnit('3', world.officeUnit)), reason: 'Xem lại' });
    await expect(own).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const back = await returnWork(world.ctx, world.deputy, {
      ...(await onUnit('3', world.officeUnit)),
      reason: 'Bổ sung kho',
    });
    expect(back.state).toBe('returned');
  });

  it('is final where the Office leads only from its head; a clerk’s waits for the head', async () => {
    const onOffice = () => onUnit('3', world.officeUnit);
    const sent = await submit(world.ctx, world.clerk, { ...(await onOffice()), summary: 'Phương án' });
    expect(sent.state).toBe('submitted');
    await expect(accept(world.ctx, world.clerk, await onOffice())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const result = { code: '12/PA-VP', issuedOn: '2025-05-09', actualOn: '2025-05-09' };
    const recorded = recordResult(world.ctx, world.clerk, { ...(await onOffice()), ...result });
    await expect(recorded).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await returnWork(world.ctx, world.office, { ...(await onOffice()), reason: 'Bổ sung kho' });
    await submit(world.ctx, world.clerk, { ...(await onOffice()), summary: 'Phương án đã bổ sung' });
    expect((await accept(world.ctx, world.office, await onOffice())).state).toBe('accepted');
  });

  it('is not arisen once the Office agrees', async () => {
    await claimNotArisen(world.ctx, world.head(unit()), { ...(await onUnit('5.1')), reason: 'Không có hồ sơ' });
    expect((await accept(world.ctx, world.office, await onUnit('5.1'))).state).toBe('not-arisen');
  });

  it('records a result with the day it was done, and refuses a day to come', async () => {
    const result = { code: '12/BC-P1', issuedOn: '2025-05-09', actualOn: '2025-05-09' };
    const future = recordResult(world.ctx, world.office, {
      ...(await onUnit('5.1')),
      ...result,
      actualOn: '2025-05-13',
    });
    await expect(future).rejects.toMatchObject({ code: 'ACTUAL_IN_FUTURE' });
    await recordResult(world.ctx, world.office, { ...(await onUnit('5.1')), ...result });
    const [kept] = await world.rows<{ actual_on: string; result: { code: string } }>(
      'SELECT actual_on, result FROM assignment WHERE id = $1',
      [(await onUnit('5.1')).assignmentId],
    );
    expect(kept).toMatchObject({ actual_on: '2025-05-09', result: { code: '12/BC-P1' } });
  });

  it('keeps the evidence of a month, once', async () => {
    const report = { period: '2025-05', evidence: 'Hội nghị quán triệt ngày 12/5' };
    await reportPeriod(world.ctx, world.office, { ...(await onUnit('1', world.officeUnit)), ...report });
    const again = reportPeriod(world.ctx, world.office, { ...(await onUnit('1', world.officeUnit)), ...report });
    await expect(again).rejects.toMatchObject({ code: 'PERIOD_ALREADY_REPORTED' });
    expect(await world.rows('SELECT evidence FROM assignment_period')).toEqual([{ evidence: report.evidence }]);
  });

  it('urges once an assignment a day, to the head of its unit', async () => {
    const { assignmentId } = await onUnit('5.1');
    await remind(world.ctx, world.office, { commandId: randomUUID(), assignmentId, note: 'Đề nghị gửi trước thứ Sáu' });
    const again = remind(world.ctx, world.office, { commandId: randomUUID(), assignmentId });
    await expect(again).rejects.toMatchObject({ code: 'ALREADY_REMINDED', data: { day: '2025-05-12' } });
    const told = await world.rows<{ name: string; note: string }>(
      `SELECT p.name, a.note FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id JOIN person p ON p.id = r.person_id
       WHERE a.assignment_id = $1 AND a.rule = 'manual'`,
      [assignmentId],
    );
    expect(told).toEqual([{ name: 'Trưởng phòng 1', note: 'Đề nghị gửi trước thứ Sáu' }]);
    await jumpTo(world, plan, '2025-05-13T09:00:00+07:00');
    await remind(world.ctx, world.office, { commandId: randomUUID(), assignmentId });
  });

  it('fixes the date that the plan does not state, and leaves a stated one alone', async () => {
    const fix = { lastDay: '2025-07-29', approvedBy: 'Giám đốc', reason: 'Văn phòng quy ước' };
    const [open] = await world.rows<{ id: string }>(`SELECT id FROM plan_row WHERE plan_id = $1 AND no = '10'`, [
      plan.planId,
    ]);
    const [stated] = await world.rows<{ id: string }>(`SELECT id FROM plan_row WHERE plan_id = $1 AND no = '3'`, [
      plan.planId,
    ]);
    await fixDue(world.ctx, world.office, { ...fix, commandId: randomUUID(), rowId: open?.id ?? '' });
    expect(await world.rows('SELECT fixed_last_day, fixed_by FROM plan_row WHERE id = $1', [open?.id])).toEqual([
      { fixed_last_day: '2025-07-29', fixed_by: 'Giám đốc' },
    ]);
    const moved = fixDue(world.ctx, world.office, { ...fix, commandId: randomUUID(), rowId: stated?.id ?? '' });
    await expect(moved).rejects.toMatchObject({ code: 'DUE_ALREADY_STATED' });
  });

  it('one person who is two audiences gets one copy', async () => {
    await jumpTo(world, plan, '2025-06-05T09:00:00+07:00');
    await settleAll(world, plan);
    const copies = await world.rows<{ name: string; role: string }>(
      `SELECT p.name, x.role FROM alarm a JOIN plan_row r ON r.id = a.row_id
       JOIN alarm_recipient x ON x.alarm_id = a.id JOIN person p ON p.id = x.person_id
       WHERE a.plan_id = $1 AND r.no = '3' AND a.rule = 'overdue' AND a.occurrence = 3 ORDER BY p.name`,
      [plan.planId],
    );
    expect(copies).toEqual([
      { name: 'Chuyên viên Văn phòng', role: 'office' },
      { name: 'Chánh Văn phòng', role: 'unit-head' },
      { name: 'Giám đốc', role: 'director' },
    ]);
  });

  it('keeps the ledger exact while commands and settles race', async () => {
    const days = ['2025-05-22', '2025-05-28', '2025-05-30', '2025-06-03', '2025-06-09'];
    for (const [round, day] of days.entries()) {
      await jumpTo(world, plan, `${day}T08:00:00+07:00`);
      const who = world.units[round % world.units.length] ?? '';
      const works = ['5.1', '5.2', '5.3', '7'].map(async (no) => {
        const seen = await onUnit(no, who);
        await submit(world.ctx, world.head(who), { ...seen, version: null, summary: 'Báo cáo kết quả' });
        await returnWork(world.ctx, world.office, { ...(await onUnit(no, who)), version: null, reason: 'Bổ sung' });
      });
      const settles = Array.from({ length: 3 }, () => settleAll(world, plan));
      await Promise.all([...works, ...settles]);
    }
    await settleAll(world, plan);
    const written = await writtenLedger(world, plan.planId);
    expect(written).toEqual(await expectedLedger(world, plan.planId));
    expect((await ledger(world, plan.planId)).filter((line) => line.rule === 'overdue').length).toBeGreaterThan(40);
  }, 60_000);

  it('tells a workflow of another generation to end', async () => {
    const [task] = plan.tasks;
    const other = await settleTask(world.ctx, {
      planId: plan.planId,
      taskId: task?.taskId ?? '',
      generation: randomUUID(),
    });
    expect(other).toEqual({ sleepMs: null, more: false, closed: true });
  });
});

import { randomUUID } from 'node:crypto';
import {
  amendmentPreview,
  amendmentViews,
  confirmAmendment,
  declineAmendment,
  planRows,
  proposeAmendment,
  settlePlan,
  SYSTEM_ACTOR,
  type Actor,
  type LaunchAnswer,
  type QueryContext,
} from '@don-doc/application';
import type { AmendmentChange } from '@don-doc/contracts/http';
import { DomainError } from '@don-doc/domain';
import { words } from '@don-doc/api';
import { jumpTo, ledger, settleAll } from './support/drive.js';
import { expectedLedger, writtenLedger } from './support/oracle.js';
import { launchRehearsal, makeWorld } from './support/world.js';
import type { World } from './support/world.js';

let world: World;
let plan: LaunchAnswer;
let ctx: QueryContext;
let office: Actor;
let director: Actor;
beforeEach(async () => {
  world = await makeWorld();
  const account = await world.rows<{ id: string }>(
    `INSERT INTO account (id, username, password_hash, roles) VALUES (gen_random_uuid(), 'vanphong', '', '{office}'),
       (gen_random_uuid(), 'giamdoc', '', '{director}') RETURNING id`,
  );
  office = { ...world.office, accountId: account[0]!.id };
  director = { ...SYSTEM_ACTOR, roles: ['director'], accountId: account[1]!.id };
  ctx = { ...world.ctx, words };
  plan = await launchRehearsal(world);
  await settleAll(world, plan);
});
afterEach(async () => world.end());

const row8 = (change: Partial<Extract<AmendmentChange, { kind: 'add-row' }>> = {}): AmendmentChange => ({
  kind: 'add-row',
  no: '8',
  content: 'Trích xuất và đóng gói dữ liệu, tài liệu số',
  timeText: 'Trước 30/6/2025',
  leadUnitIds: [world.officeUnit, world.units[0]!],
  coordinatorText: '',
  source: 'II.8',
  ...change,
});
const propose = (...changes: AmendmentChange[]) =>
  proposeAmendment(world.ctx, office, {
    commandId: randomUUID(),
    planId: plan.planId,
    document: { kind: 'plan', code: '22/KH-STP', issuedOn: '2025-05-19' },
    reason: 'Bổ sung nhiệm vụ còn thiếu số 8',
    changes,
  });
const decision = (amendmentId: string) => ({ commandId: randomUUID(), planId: plan.planId, amendmentId, note: null });
const confirm = async (...changes: AmendmentChange[]): Promise<void> => {
  const { amendmentId } = await propose(...changes);
  await confirmAmendment(world.ctx, director, decision(amendmentId));
};
const rowId = async (no: string): Promise<string> =>
  (await world.rows<{ id: string }>('SELECT id FROM plan_row WHERE plan_id = $1 AND no = $2', [plan.planId, no]))[0]!
    .id;
/** Every task, those added later included. */
const settleEvery = async (): Promise<void> => {
  const tasks = await world.rows<{ taskId: string; no: string; generation: string }>(
    'SELECT id AS "taskId", no, generation FROM task WHERE plan_id = $1',
    [plan.planId],
  );
  await settleAll(world, { ...plan, tasks });
};
const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );

describe('an amendment', () => {
  it('adds row 8 between 7 and 9 as a task of its own, told by its own ladder', async () => {
    await jumpTo(world, plan, '2025-05-20T10:00:00+07:00');
    await settleAll(world, plan);
    await confirm(row8());
    const { unstarted } = await settlePlan(world.ctx, { planId: plan.planId, generation: plan.generation });
    expect(unstarted.map(({ row }) => row)).toEqual(['8']);
    const rows = await planRows(ctx, office, plan.planId);
    const numbers = rows.map(({ no }) => no);
    expect(numbers.slice(numbers.indexOf('6'), numbers.indexOf('10') + 1)).toEqual(['6', '7', '8', '9', '10']);
    await jumpTo(world, plan, '2025-07-03T09:00:00+07:00');
    await settleEvery();
    const of8 = (await ledger(world, plan.planId)).filter((line) => line.no === '8' && line.status === 'recorded');
    expect([...new Set(of8.map(({ at, rule, occurrence }) => `${at} ${rule}${occurrence}`))]).toEqual([
      '2025-05-21 08:00 opening1',
      '2025-06-23 08:00 due-in-51',
      '2025-06-27 08:00 due-in-11',
      '2025-06-30 08:00 overdue1',
      '2025-07-02 08:00 overdue2',
    ]);
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
  });

  it('changes, withdraws and gives to another unit, and the ledger stays the model’s', async () => {
    await jumpTo(world, plan, '2025-05-27T10:00:00+07:00');
    await settleAll(world, plan);
    await confirm(
      { kind: 'change-row', rowId: await rowId('3'), timeText: 'Trước 15/6/2025' },
      { kind: 'withdraw-row', rowId: await rowId('4.2') },
      { kind: 'change-row', rowId: await rowId('4.1'), leadUnitIds: [world.units[1]!] },
      row8({ no: '5.5', timeText: 'Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy' }),
    );
    await jumpTo(world, plan, '2025-07-10T09:00:00+07:00');
    await settleEvery();
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
    const rows = new Map((await planRows(ctx, office, plan.planId)).map((row) => [row.no, row]));
    expect(rows.get('3')?.window).toMatchObject({ lastDay: '2025-06-14', firstLastDay: '2025-05-29', dueVersion: 2 });
    expect(rows.get('3')?.timeText).toBe('Trước 15/6/2025');
    expect(rows.get('4.2')?.bucket).toBe('withdrawn');
    expect(
      rows
        .get('4.1')
        ?.assignments.map(({ state }) => state)
        .sort(),
    ).toEqual(['open', 'withdrawn']);
    expect(rows.get('5.5')?.parentNo).toBe('5');
    expect(rows.get('5.5')?.bucket).toBe('not-yet');
  });

  it('is previewed by what will run: the reminders it names are those that come and go', async () => {
    await jumpTo(world, plan, '2025-05-20T10:00:00+07:00');
    await settleAll(world, plan);
    const changes: AmendmentChange[] = [row8(), { kind: 'withdraw-row', rowId: await rowId('3') }];
    const preview = await amendmentPreview(ctx, plan.planId, changes);
    expect(preview.rows.map(({ no, before, after }) => [no, before?.lastDay ?? null, after?.lastDay ?? null])).toEqual([
      ['8', null, '2025-06-29'],
      ['3', '2025-05-29', null],
    ]);
    expect(new Set(preview.removed.map(({ rowNo }) => rowNo))).toEqual(new Set(['3']));
    await confirm(...changes);
    await jumpTo(world, plan, '2025-09-01T09:00:00+07:00');
    await settleEvery();
    const made = (await ledger(world, plan.planId)).filter(({ no, status }) => no === '8' && status === 'recorded');
    const named = preview.added.filter(({ at }) => Date.parse(at) <= Date.parse('2025-09-01T09:00:00+07:00'));
    expect(made).toHaveLength(named.length);
    expect(await writtenLedger(world, plan.planId)).toEqual(await expectedLedger(world, plan.planId));
  });

  it('waits for the Director: nothing changes before, and declined it never does', async () => {
    const { amendmentId } = await propose(row8());
    expect(await codeOf(confirmAmendment(world.ctx, office, decision(amendmentId)))).toBe('FORBIDDEN');
    expect((await planRows(ctx, office, plan.planId)).some(({ no }) => no === '8')).toBe(false);
    await declineAmendment(world.ctx, director, { ...decision(amendmentId), note: 'Chưa cần thiết' });
    expect(await codeOf(confirmAmendment(world.ctx, director, decision(amendmentId)))).toBe('AMENDMENT_DECIDED');
    const [view] = await amendmentViews(ctx, director, plan.planId);
    expect(view).toMatchObject({ status: 'declined', decisionNote: 'Chưa cần thiết', mayDecide: false });
  });

  it('confirmed twice by the same command is one', async () => {
    const { amendmentId } = await propose(row8());
    const command = decision(amendmentId);
    await Promise.all([1, 2, 3].map(() => confirmAmendment(world.ctx, director, command)));
    expect((await planRows(ctx, office, plan.planId)).filter(({ no }) => no === '8')).toHaveLength(1);
  });

  it('tells in the row’s history who changed what, when and why', async () => {
    await confirm({ kind: 'change-row', rowId: await rowId('3'), timeText: 'Trước 15/6/2025' });
    const [entry] = await world.rows<{ data: object; before: object; after: object }>(
      `SELECT data, before, after FROM history WHERE row_id = $1 AND kind = 'amended'`,
      [await rowId('3')],
    );
    expect(entry).toMatchObject({
      data: { documentKind: 'plan', code: '22/KH-STP', reason: 'Bổ sung nhiệm vụ còn thiếu số 8' },
      before: { timeText: 'Trước 30/5/2025', lastDay: '2025-05-29' },
      after: { timeText: 'Trước 15/6/2025', lastDay: '2025-06-14' },
    });
  });

  it.each([
    ['a number that is there', () => row8({ no: '7' }), 'ROW_EXISTS'],
    ['a step of a task that is not', () => row8({ no: '20.1' }), 'PARENT_MISSING'],
    ['a time that nobody can read', () => row8({ timeText: 'Khi thuận tiện' }), 'AMENDMENT_TIME_UNREADABLE'],
    ['a unit of another office', () => row8({ leadUnitIds: [randomUUID()] }), 'AMENDMENT_UNIT_UNKNOWN'],
    ['a deadline that has passed', () => row8({ timeText: 'Trước 30/4/2025' }), 'AMENDED_DUE_PASSED'],
    ['a row of another plan', () => ({ kind: 'withdraw-row', rowId: randomUUID() }) as const, 'ROW_UNKNOWN'],
  ])('refuses %s', async (_what, change, code) => {
    expect(await codeOf(propose(change()))).toBe(code);
  });
});

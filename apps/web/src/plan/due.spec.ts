import type { PlanView } from '@don-doc/contracts/http';
import { assignment, row } from '../testing/factories.js';
import { dueWords, gravestDaysLeft, markOfAssignment, markOfRow, wordsOfAssignment } from './due.js';

const event = (state: PlanView['event']['state'], on: string | null): PlanView['event'] => ({
  name: 'reorganization-completed',
  label: 'hoàn thành việc sắp xếp tổ chức bộ máy',
  state,
  on,
});
const unknown = event('unknown', null);

describe('how many days are left of a row', () => {
  it('is those of the unit furthest behind, among the units still at work', () => {
    const units = [
      assignment({ state: 'open', workingDaysLeft: 3 }),
      assignment({ state: 'returned', workingDaysLeft: -2 }),
      assignment({ state: 'submitted', workingDaysLeft: -9 }),
    ];
    expect(gravestDaysLeft(row({ assignments: units }))).toBe(-2);
  });

  it('is unknown where nobody at work has a date', () => {
    expect(gravestDaysLeft(row({ assignments: [assignment({ state: 'accepted', workingDaysLeft: 1 })] }))).toBeNull();
  });
});

describe('due soon', () => {
  it.each([
    [6, 'in-progress'],
    [5, 'due-soon'],
    [0, 'due-soon'],
  ])('%i working days before the last day is %s', (left, mark) => {
    expect(markOfRow(row({ assignments: [assignment({ workingDaysLeft: left })] }))).toBe(mark);
  });

  it('does not soften what is overdue', () => {
    expect(markOfAssignment(assignment({ bucket: 'overdue', workingDaysLeft: -1 }))).toBe('overdue');
  });
});

describe('the due date in words', () => {
  it('gives the last day and how far it is passed', () => {
    const late = row({ bucket: 'overdue', assignments: [assignment({ bucket: 'overdue', workingDaysLeft: -5 })] });
    expect(dueWords(late, unknown, 'running', '2025-06-05')).toMatchObject({
      main: 'Hạn cuối 29/05/2025',
      left: 'quá hạn 5 ngày làm việc',
      tone: 'late',
    });
  });

  it('says no more of days when the work is done', () => {
    const done = row({
      bucket: 'completed-on-time',
      assignments: [assignment({ state: 'accepted', workingDaysLeft: 4 })],
    });
    expect(dueWords(done, unknown, 'running', '2025-06-05').left).toBeNull();
  });

  it('keeps the first due date in sight after a move', () => {
    const moved = row({ window: { lastDay: '2025-06-20', firstLastDay: '2025-05-29' } });
    expect(dueWords(moved, unknown, 'running', '2025-06-05').moved).toBe('trước là 29/05/2025');
  });

  it('waits for the event, and says what is known of it', () => {
    const waiting = row({ bucket: 'not-yet', window: { opensOn: null, lastDay: null, firstLastDay: null } });
    expect(dueWords(waiting, event('expected', '2025-07-01'), 'running', '2025-06-05')).toMatchObject({
      main: 'Chờ sự kiện',
      left: 'dự kiến 01/07/2025',
      tone: 'event',
    });
    expect(dueWords(waiting, unknown, 'running', '2025-06-05').left).toBe('chưa có ngày');
  });

  it('runs until the event where the work goes on until then', () => {
    const running = row({ window: { lastDay: null, firstLastDay: null } });
    expect(dueWords(running, unknown, 'running', '2025-06-05').main).toBe('Đến khi có sự kiện');
  });

  it('asks for a date where the plan gives none', () => {
    const none = row({ bucket: 'no-due-date', window: { lastDay: null, firstLastDay: null } });
    expect(dueWords(none, unknown, 'running', '2025-06-05').main).toBe('Văn phòng cần ấn định thời hạn');
  });

  it('names the month of a monthly row', () => {
    const periods = [
      { period: '2025-05', lastDay: '2025-05-31', state: 'met' as const, evidence: 'x' },
      { period: '2025-06', lastDay: '2025-06-30', state: 'open' as const, evidence: null },
    ];
    const monthly = row({
      window: { lastDay: null, firstLastDay: null },
      assignments: [assignment({ workingDaysLeft: 16, periods })],
    });
    expect(dueWords(monthly, unknown, 'running', '2025-06-05')).toMatchObject({
      main: 'Kỳ 06/2025: hạn cuối 30/06/2025',
      left: 'còn 16 ngày làm việc',
    });
  });
});

describe('the word of an assignment', () => {
  it('tells that returned work is also late', () => {
    expect(wordsOfAssignment(assignment({ state: 'returned', bucket: 'overdue' }))).toBe('Đề nghị bổ sung, quá hạn');
  });
});

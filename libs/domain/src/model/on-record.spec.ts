import { atTime, dateOf } from '../time/civil.js';
import type { CivilDate, DeadlineSpec } from '../time/reading.js';
import { REORGANIZATION_COMPLETED as D } from '../time/reading.js';
import { VN_CALENDAR_2025_2027 as VN } from '../time/vn-calendar.js';
import { DEFAULT_POLICY } from '../time/window.js';
import { initialFacts } from './facts.js';
import { simulate } from './simulate.js';
import { bucketOf } from './status.js';
import type { PlanLogEntry, TaskCommand } from './types.js';

const IMMEDIATE: DeadlineSpec = { kind: 'after-event', event: D, immediate: true };
const AFTER: DeadlineSpec = { kind: 'after-event', event: D, immediate: false };
const MONTHLY: DeadlineSpec = { kind: 'monthly-during-process', event: D, endImplied: false };
const BEFORE: DeadlineSpec = { kind: 'before-date', date: '2025-05-30' };

/** One row of one unit launched on 5/5, lived through until an instant. */
function life(spec: DeadlineSpec, until: string, log: PlanLogEntry[], commands: [string, TaskCommand][] = []) {
  const launchedAt = atTime('2025-05-05', '07:00');
  return simulate({
    base: initialFacts({ issuedOn: '2025-05-05', launchedAt, calendar: VN, policy: DEFAULT_POLICY }),
    log,
    tasks: [
      {
        id: 't',
        rows: [{ id: 'r', no: '1', phrase: '', spec, fixedLastDay: null }],
        assignments: [{ id: 'a', rowId: 'r', unitId: 'u', officeLed: false }],
      },
    ],
    commands: commands.map(([at, command]) => ({ taskId: 't', at: instant(at), command })),
    until: instant(until),
  });
}

const instant = (text: string): number => atTime(text.slice(0, 10), text.slice(11) || '10:00');
const event = (at: string, change: 'expected' | 'confirmed' | 'moved' | 'revoked', on: CivilDate | null, seq = 1) =>
  ({ kind: 'event', at: instant(at), seq, name: D, change, on }) as const;
const plain = (kind: 'suspended' | 'resumed', at: string) => ({ kind, at: instant(at), seq: 9 }) as const;
const bucket = (s: ReturnType<typeof life>, at: string) =>
  bucketOf(s.tasks[0]!.assignments[0]!, s.tasks[0]!.rows[0]!, VN, instant(at));
const made = (s: ReturnType<typeof life>, status = 'recorded') =>
  s.ledger.filter((e) => e.status === status).map((e) => `${dateOf(e.madeAt)} ${e.alarm.rule}${e.alarm.occurrence}`);

describe('lateness stays on record', () => {
  const submit: TaskCommand = { kind: 'submit', assignmentId: 'a' };
  const accept: TaskCommand = { kind: 'accept', assignmentId: 'a' };

  it('when the event is moved later after late work was submitted, and after it was accepted', () => {
    const log = [event('2025-07-01', 'confirmed', '2025-07-01'), event('2025-07-14', 'moved', '2025-07-15', 2)];
    // Due on 8/7; the moved event would make it 22/7.
    const sent: [string, TaskCommand] = ['2025-07-10', submit];
    expect(bucket(life(IMMEDIATE, '2025-07-14 11:00', log, [sent]), '2025-07-14 11:00')).toBe('overdue');
    expect(bucket(life(IMMEDIATE, '2025-07-18', log, [sent, ['2025-07-11', accept]]), '2025-07-18')).toBe(
      'completed-late',
    );
    expect(life(IMMEDIATE, '2025-07-18', log, [sent]).tasks[0]!.rows[0]!.firstLastDay).toBe('2025-07-08');
  });

  it('when a later day is fixed after late work was submitted, while it waits to be read', () => {
    const log = [event('2025-07-01', 'confirmed', '2025-07-01')];
    const fix: TaskCommand = { kind: 'fix-due', rowId: 'r', lastDay: '2025-07-31' };
    const s = life(IMMEDIATE, '2025-07-10 11:00', log, [
      ['2025-07-09', submit],
      ['2025-07-10', fix],
    ]);
    expect(bucket(s, '2025-07-10 11:00')).toBe('overdue');
  });

  it('while work on time does not become late by an event moved earlier', () => {
    const log = [event('2025-07-01', 'confirmed', '2025-07-15'), event('2025-07-25', 'moved', '2025-07-01', 2)];
    const s = life(IMMEDIATE, '2025-07-30', log, [['2025-07-22', submit]]);
    expect(bucket(s, '2025-07-30')).toBe('completed-on-time');
  });

  it('of a month whose evidence came after the end of its process, when that end is moved later', () => {
    const log = [event('2025-06-20', 'confirmed', '2025-06-20'), event('2025-06-26', 'moved', '2025-06-30', 2)];
    const report = (period: string): TaskCommand => ({ kind: 'report-period', assignmentId: 'a', period });
    const s = life(MONTHLY, '2025-07-02', log, [
      ['2025-05-20', report('2025-05')],
      ['2025-06-24', report('2025-06')],
    ]);
    expect(s.tasks[0]!.assignments[0]!.periods.map((p) => p.late)).toEqual([false, true]);
    expect(bucket(s, '2025-07-02')).toBe('completed-late');
  });

  it('is judged anew by the submission that follows a return, within the time then given', () => {
    const log = [event('2025-07-01', 'confirmed', '2025-07-01'), event('2025-07-14', 'moved', '2025-07-15', 2)];
    const s = life(IMMEDIATE, '2025-07-18', log, [
      ['2025-07-10', submit],
      ['2025-07-11', { kind: 'return', assignmentId: 'a' }],
      ['2025-07-16', submit],
      ['2025-07-17', accept],
    ]);
    expect(bucket(s, '2025-07-18')).toBe('completed-on-time');
  });

  it('of a late submission for which the Office then records the same day; an earlier day is judged by itself', () => {
    const log = [event('2025-07-01', 'confirmed', '2025-07-01'), event('2025-07-10', 'moved', '2025-07-15', 2)];
    const record = (actualOn: string): TaskCommand => ({ kind: 'record-result', assignmentId: 'a', actualOn });
    const after = (actualOn: string) =>
      bucket(
        life(IMMEDIATE, '2025-07-12', log, [
          ['2025-07-09', submit],
          ['2025-07-11', record(actualOn)],
        ]),
        '2025-07-12',
      );
    expect(after('2025-07-09')).toBe('completed-late');
    expect(after('2025-07-08')).toBe('completed-on-time');
  });
});

describe('a resume', () => {
  it('releases the last question about a day that the plan does not state', () => {
    const log = [
      event('2025-05-30', 'confirmed', '2025-06-02'),
      plain('suspended', '2025-06-02'),
      plain('resumed', '2025-06-18'),
    ];
    const s = life(AFTER, '2025-06-18', log);
    expect(made(s, 'suppressed')).toContain('2025-06-03 ask-due-date1');
    expect(made(s)).toContain('2025-06-18 ask-due-date3');
  });

  it('asks nothing about a row whose day was fixed meanwhile', () => {
    const log = [
      event('2025-05-30', 'confirmed', '2025-06-02'),
      plain('suspended', '2025-06-02'),
      plain('resumed', '2025-06-18'),
    ];
    const s = life(AFTER, '2025-06-18', log, [['2025-06-16', { kind: 'fix-due', rowId: 'r', lastDay: '2025-06-30' }]]);
    expect(made(s).filter((line) => line.includes('ask-due-date'))).toEqual([]);
  });

  it('releases the notice of an event that is still expected, and none of one that was put off or is past', () => {
    const expected = event('2025-05-06', 'expected', '2025-06-16');
    const around = (resumed: string, ...more: PlanLogEntry[]) =>
      made(
        life(IMMEDIATE, '2025-06-20', [expected, plain('suspended', '2025-06-02'), ...more, plain('resumed', resumed)]),
      ).filter((line) => line.includes('expected-notice'));
    // Five working days before Monday 16/6 is 09/6.
    expect(around('2025-06-11')).toEqual(['2025-06-11 expected-notice1']);
    expect(around('2025-06-17')).toEqual([]);
    expect(around('2025-06-11', event('2025-06-10', 'expected', '2025-07-16', 3))).toEqual([]);
  });

  it('releases a reminder given by hand meanwhile, where nothing graver was suppressed', () => {
    const log = [plain('suspended', '2025-05-12'), plain('resumed', '2025-05-15')];
    const s = life(BEFORE, '2025-05-16', log, [
      ['2025-05-13', { kind: 'remind', assignmentId: 'a', note: 'Đề nghị gửi sớm' }],
    ]);
    expect(s.effects.filter((e) => e.kind === 'alarm' && e.alarm.rule === 'manual')).toMatchObject([
      { status: 'suppressed', note: 'Đề nghị gửi sớm' },
    ]);
    expect(made(s)).toContain('2025-05-15 manual1');
  });
});

describe('an edit of the calendar', () => {
  const edited = (at: string, off: CivilDate): PlanLogEntry => ({
    kind: 'calendar',
    at: instant(at),
    seq: 5,
    calendar: {
      ...VN,
      version: VN.version + 1,
      days: { ...VN.days, [off]: { date: off, kind: 'off', name: 'Nghỉ', source: 'Thông báo' } },
    },
  });
  const openings = (s: ReturnType<typeof life>) => made(s).filter((line) => line.includes('opening'));

  it('moves the reminders to come and does not tell of the opening again', () => {
    const s = life(BEFORE, '2025-06-10', [edited('2025-05-12', '2025-05-28')]);
    expect(s.tasks[0]!.rows[0]!.dueVersion).toBe(2);
    expect(openings(s)).toEqual(['2025-05-05 opening1']);
    expect(made(s)).toContain('2025-05-27 due-in-11');
  });

  it('tells of the opening once where it was still to come', () => {
    const s = life({ kind: 'period', from: '2025-06-02', lastDay: '2025-06-30' }, '2025-06-10', [
      edited('2025-05-12', '2025-06-02'),
    ]);
    expect(openings(s)).toEqual(['2025-06-03 opening1']);
  });

  it('does not begin the questions about a day anew either', () => {
    const s = life(AFTER, '2025-06-10', [
      event('2025-05-30', 'confirmed', '2025-06-01'),
      edited('2025-06-04', '2025-06-09'),
    ]);
    expect(made(s).filter((line) => line.includes('ask-due-date'))).toEqual([
      '2025-06-02 ask-due-date1',
      '2025-06-10 ask-due-date2',
    ]);
  });
});

describe('a day fixed by the Office', () => {
  it('names in its derivation whoever approved that day', () => {
    const fix: TaskCommand = { kind: 'fix-due', rowId: 'r', lastDay: '2025-07-29', approvedBy: 'Giám đốc' };
    const s = life(AFTER, '2025-07-04', [event('2025-06-30', 'confirmed', '2025-07-01')], [['2025-07-03', fix]]);
    const step = s.tasks[0]!.rows[0]!.window.derivation.find(({ rule }) => rule === 'FIXED_BY_OFFICE');
    expect(step?.data).toEqual({ lastDay: '2025-07-29', approvedBy: 'Giám đốc' });
    expect(step?.text).toContain('(Giám đốc phê duyệt)');
  });
});

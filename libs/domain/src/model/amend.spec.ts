import fc from 'fast-check';
import { alarmKey } from '../alarm/alarms.js';
import { DomainError } from '../errors.js';
import { atTime, dateOf, startOfDay } from '../time/civil.js';
import type { CivilDate, DeadlineSpec } from '../time/reading.js';
import { REORGANIZATION_COMPLETED as D } from '../time/reading.js';
import { VN_CALENDAR_2025_2027 as VN } from '../time/vn-calendar.js';
import { DEFAULT_POLICY } from '../time/window.js';
import { initialFacts } from './facts.js';
import { simulate } from './simulate.js';
import { bucketOf } from './status.js';
import type { PlanLogEntry, RowChange, TaskCommand } from './types.js';

const S: CivilDate = '2025-05-05';
const before = (date: CivilDate): DeadlineSpec => ({ kind: 'before-date', date });
const on = (date: string, time = '10:00') => atTime(date, time);
const base = initialFacts({ issuedOn: S, launchedAt: atTime(S, '07:00'), calendar: VN, policy: DEFAULT_POLICY });

interface Told {
  readonly commands?: readonly { at: number; command: TaskCommand; taskId?: string }[];
  readonly added?: readonly { id: string; at: number }[];
  readonly log?: readonly PlanLogEntry[];
}

/** Row 3 ("Trước 30/5/2025") led by unit u, and what is told of it. */
function life(until: string, { commands = [], added = [], log = [] }: Told) {
  const row = { id: 'r3', no: '3', phrase: 'Trước 30/5/2025', spec: before('2025-05-30'), fixedLastDay: null };
  return simulate({
    base,
    log,
    tasks: [{ id: 't3', rows: [row], assignments: [{ id: 'a', rowId: 'r3', unitId: 'u', officeLed: false }] }],
    added,
    commands: commands.map((c) => ({ taskId: 't3', ...c })),
    until: startOfDay(until),
  });
}

const amend = (at: number, ...changes: RowChange[]) => ({ at, command: { kind: 'amend', changes } as const });
const retime = (date: CivilDate): RowChange => ({
  kind: 'change-row',
  rowId: 'r3',
  time: { phrase: `Trước ${date}`, spec: before(date), fixedLastDay: null, fixedBy: null },
  join: [],
  leave: [],
});
const lead = (join: readonly string[], leave: readonly string[] = []): RowChange => ({
  kind: 'change-row',
  rowId: 'r3',
  time: null,
  join: join.map((unitId) => ({ id: `a-${unitId}`, rowId: 'r3', unitId, officeLed: false })),
  leave,
});
const row8 = (spec: DeadlineSpec): RowChange => ({
  kind: 'add-row',
  row: { id: 'r8', no: '8', phrase: '', spec, fixedLastDay: null },
  assignments: [{ id: 'a8', rowId: 'r8', unitId: 'u', officeLed: false }],
});
const lines = (s: ReturnType<typeof life>, rowId: string, unitId = 'u') =>
  s.ledger
    .filter((e) => e.rowId === rowId && e.unitId === unitId && e.status === 'recorded')
    .map((e) => `${dateOf(e.madeAt)} ${e.alarm.rule}${e.alarm.occurrence} v${e.dueVersion}`);
const refusal = (told: Told): unknown => {
  try {
    return life('2025-08-01', told);
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

describe('an amendment of a plan under way', () => {
  it('adds row 8: told from the day after it on, by the ladder of its own deadline', () => {
    const at = on('2025-05-20');
    const s = life('2025-07-10', {
      added: [{ id: 't8', at }],
      commands: [{ ...amend(at, row8(before('2025-06-30'))), taskId: 't8' }],
    });
    expect(lines(s, 'r8')).toEqual([
      '2025-05-21 opening1 v1',
      '2025-06-23 due-in-51 v1',
      '2025-06-27 due-in-11 v1',
      '2025-06-30 overdue1 v1',
      '2025-07-02 overdue2 v1',
      '2025-07-04 overdue3 v1',
      '2025-07-07 overdue4 v1',
    ]);
    expect(s.tasks[1]!.rows[0]).toMatchObject({ no: '8', dueVersion: 1, dueVersionAt: at, firstLastDay: '2025-06-29' });
  });

  it('adds a row that waits for an event, under the event as it then stands', () => {
    const confirmed: PlanLogEntry = {
      kind: 'event',
      at: on('2025-05-12'),
      seq: 2,
      name: D,
      change: 'confirmed',
      on: '2025-07-01',
    };
    const at = on('2025-05-20');
    const s = life('2025-07-11', {
      log: [confirmed],
      added: [{ id: 't8', at }],
      commands: [{ ...amend(at, row8({ kind: 'after-event', event: D, immediate: true })), taskId: 't8' }],
    });
    expect(lines(s, 'r8')).toEqual([
      '2025-07-02 opening1 v1',
      '2025-07-07 due-in-11 v1',
      '2025-07-08 due-day1 v1',
      '2025-07-09 overdue1 v1',
    ]);
  });

  it('changes a deadline: the ladder goes by the new one, the first stays on record', () => {
    const s = life('2025-06-14', { commands: [amend(on('2025-05-28'), retime('2025-06-13'))] });
    expect(lines(s, 'r3')).toEqual([
      '2025-05-05 opening1 v1',
      '2025-05-22 due-in-51 v1',
      '2025-05-28 due-in-11 v1',
      '2025-05-29 opening1 v2',
      '2025-06-05 due-in-51 v2',
      '2025-06-11 due-in-11 v2',
      '2025-06-12 due-day1 v2',
      '2025-06-13 overdue1 v2',
    ]);
    expect(s.tasks[0]!.rows[0]).toMatchObject({ dueVersion: 2, firstLastDay: '2025-05-29' });
  });

  it('leaves work that is done as it is, whatever date it is given', () => {
    const s = life('2025-06-20', {
      commands: [
        { at: on('2025-05-20'), command: { kind: 'record-result', assignmentId: 'a', actualOn: '2025-05-20' } },
        amend(on('2025-05-28'), retime('2025-06-13')),
      ],
    });
    expect(s.tasks[0]!.assignments[0]!.state).toBe('accepted');
    expect(lines(s, 'r3').filter((line) => line > '2025-05-20')).toEqual([]);
  });

  it('withdraws a row: nobody hears of it again, and it counts apart', () => {
    const s = life('2025-07-01', { commands: [amend(on('2025-05-28'), { kind: 'withdraw-row', rowId: 'r3' })] });
    expect(lines(s, 'r3').at(-1)).toBe('2025-05-28 due-in-11 v1');
    const [task] = s.tasks;
    expect(bucketOf(task!.assignments[0]!, task!.rows[0]!, VN, on('2025-06-30'))).toBe('withdrawn');
  });

  it('lets one unit join and another leave: the new one is told at once, the old one no more', () => {
    const s = life('2025-06-01', { commands: [amend(on('2025-05-20'), lead(['v'], ['a']))] });
    expect(lines(s, 'r3', 'u')).toEqual(['2025-05-05 opening1 v1']);
    expect(lines(s, 'r3', 'v')).toEqual([
      '2025-05-20 opening1 v1',
      '2025-05-22 due-in-51 v1',
      '2025-05-28 due-in-11 v1',
      '2025-05-29 due-day1 v1',
      '2025-05-30 overdue1 v1',
    ]);
  });

  it('takes a unit back under the work it had', () => {
    const s = life('2025-05-23', {
      commands: [amend(on('2025-05-14'), lead(['v'], ['a'])), amend(on('2025-05-20'), lead(['u'], ['a-v']))],
    });
    expect(s.tasks[0]!.assignments.map((a) => [a.id, a.state])).toEqual([
      ['a', 'open'],
      ['a-v', 'withdrawn'],
    ]);
    expect(lines(s, 'r3', 'u')).toEqual([
      '2025-05-05 opening1 v1',
      '2025-05-20 opening1 v1',
      '2025-05-22 due-in-51 v1',
    ]);
  });

  it('has nothing to withdraw of a row that is done, or withdrawn already', () => {
    const withdraw = (at: number) => amend(at, { kind: 'withdraw-row', rowId: 'r3' });
    const done = { kind: 'record-result', assignmentId: 'a', actualOn: '2025-05-20' } as const;
    expect(refusal({ commands: [{ at: on('2025-05-20'), command: done }, withdraw(on('2025-05-28'))] })).toBe(
      'ROW_NOTHING_LEFT',
    );
    expect(refusal({ commands: [withdraw(on('2025-05-20')), withdraw(on('2025-05-28'))] })).toBe('ROW_NOTHING_LEFT');
  });

  it('lets nobody join a row whose day has passed without giving it another', () => {
    expect(refusal({ commands: [amend(on('2025-06-10'), lead(['u', 'v']))] })).toBe('AMENDED_DUE_PASSED');
  });

  it.each([
    ['a date that has passed', retime('2025-05-20'), 'AMENDED_DUE_PASSED'],
    ['a row that is there', row8Of('3'), 'ROW_EXISTS'],
    ['a row that nobody leads', lead([], ['a']), 'ROW_WITHOUT_LEAD'],
    ['a change of nothing', lead([]), 'AMENDMENT_EMPTY'],
    [
      'a month-by-month row, which would owe months before it was there',
      {
        kind: 'add-row',
        row: {
          id: 'r8',
          no: '8',
          phrase: '',
          spec: { kind: 'monthly-during-process', event: D, endImplied: false },
          fixedLastDay: null,
        },
        assignments: [{ id: 'a8', rowId: 'r8', unitId: 'u', officeLed: false }],
      } as RowChange,
      'AMENDMENT_MONTHLY',
    ],
    ['a row of another plan', { kind: 'withdraw-row', rowId: 'r9' } as RowChange, 'ROW_UNKNOWN'],
  ])('refuses %s', (_what, change, code) => {
    expect(refusal({ commands: [amend(on('2025-05-28'), change)] })).toBe(code);
  });

  it('accepts a date of the very day, and refuses the day before', () => {
    expect(refusal({ commands: [amend(on('2025-05-28'), retime('2025-05-29'))] })).toMatchObject({
      effects: expect.any(Array),
    });
    expect(refusal({ commands: [amend(on('2025-05-28'), retime('2025-05-28'))] })).toBe('AMENDED_DUE_PASSED');
  });

  it('never makes an alarm of an older due version after the change, nor one identity twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (changedIn, dueIn, thenIn) => {
          const day = (n: number): CivilDate => dateOf(startOfDay(S) + n * 86_400_000);
          const first = on(day(changedIn), '10:00');
          const second = on(day(changedIn + thenIn), '10:00');
          const s = life('2025-12-01', {
            commands: [
              amend(first, retime(day(changedIn + dueIn + 1)), lead(['v'], ['a'])),
              amend(second, retime(day(changedIn + thenIn + dueIn + 1)), lead(['u'], ['a-v'])),
            ],
          });
          const born = new Map([[1, base.launchedAt]]);
          for (const e of s.effects) if (e.kind === 'due-changed') born.set(e.dueVersion, e.at);
          for (const e of s.ledger) {
            expect(e.madeAt).toBeGreaterThanOrEqual(born.get(e.dueVersion)!);
            expect(e.madeAt).toBeLessThanOrEqual(born.get(e.dueVersion + 1) ?? Number.POSITIVE_INFINITY);
          }
          const keys = s.effects.flatMap((e) =>
            e.kind === 'alarm'
              ? [alarmKey(e.rowId, e.unitId, e.alarm.period, e.alarm.rule, e.alarm.occurrence, e.dueVersion)]
              : [],
          );
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function row8Of(no: string): RowChange {
  return {
    kind: 'add-row',
    row: { id: 'r8', no, phrase: '', spec: before('2025-06-30'), fixedLastDay: null },
    assignments: [{ id: 'a8', rowId: 'r8', unitId: 'u', officeLed: false }],
  };
}

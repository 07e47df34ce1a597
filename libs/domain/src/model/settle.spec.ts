import fc from 'fast-check';
import { atTime, dateOf, startOfDay } from '../time/civil.js';
import type { CivilDate, DeadlineSpec } from '../time/reading.js';
import { REORGANIZATION_COMPLETED as D } from '../time/reading.js';
import { VN_CALENDAR_2025_2027 as VN } from '../time/vn-calendar.js';
import { DEFAULT_POLICY } from '../time/window.js';
import { applyCommand } from './commands.js';
import { foldFacts, initialFacts } from './facts.js';
import { initialTask } from './initial-task.js';
import { settleTask } from './settle.js';
import { simulate } from './simulate.js';
import { bucketOf } from './status.js';
import type { Effect, PlanLogEntry, TaskCommand, TaskModel } from './types.js';

const S: CivilDate = '2025-05-05';
const BEFORE: DeadlineSpec = { kind: 'before-date', date: '2025-05-30' };
const IMMEDIATE: DeadlineSpec = { kind: 'after-event', event: D, immediate: true };
const AFTER: DeadlineSpec = { kind: 'after-event', event: D, immediate: false };
const MONTHLY: DeadlineSpec = { kind: 'monthly-during-process', event: D, endImplied: false };

function plan(spec: DeadlineSpec, launchedAt = atTime(S, '07:00'), officeLed = false) {
  const base = initialFacts({ issuedOn: S, launchedAt, calendar: VN, policy: DEFAULT_POLICY });
  const task = {
    id: 't',
    rows: [{ id: 'r', no: '1', phrase: '', spec, fixedLastDay: null }],
    assignments: [{ id: 'a', rowId: 'r', unitId: 'u', officeLed }],
  };
  return { base, task };
}

function life(
  spec: DeadlineSpec,
  until: string,
  told: {
    log?: PlanLogEntry[];
    commands?: { at: number; command: TaskCommand }[];
    launchedAt?: number;
    officeLed?: boolean;
  } = {},
) {
  const { base, task } = plan(spec, told.launchedAt, told.officeLed);
  return simulate({
    base,
    log: told.log ?? [],
    tasks: [task],
    commands: (told.commands ?? []).map((c) => ({ taskId: 't', ...c })),
    until: startOfDay(until),
  });
}

const event = (
  at: string,
  change: 'expected' | 'confirmed' | 'moved' | 'revoked',
  on: CivilDate | null,
  seq = 1,
): PlanLogEntry => ({ kind: 'event', at: atTime(at, '10:00'), seq, name: D, change, on });
const on = (date: string, time = '09:00') => atTime(date, time);
const rules = (s: ReturnType<typeof life>, status = 'recorded') =>
  s.ledger.filter((e) => e.status === status).map((e) => `${dateOf(e.madeAt)} ${e.alarm.rule}${e.alarm.occurrence}`);

describe('a suspended plan', () => {
  it('releases at resume what it held back, though the calendar was edited meanwhile', () => {
    const off = { date: '2025-06-30', kind: 'off', name: 'Nghỉ bù', source: 'Công điện' } as const;
    const calendar = { ...VN, version: VN.version + 1, days: { ...VN.days, [off.date]: off } };
    const s = life(BEFORE, '2025-06-12', {
      log: [
        { kind: 'suspended', at: on('2025-06-02'), seq: 1 },
        { kind: 'calendar', at: on('2025-06-05', '10:00'), seq: 2, calendar },
        { kind: 'resumed', at: on('2025-06-06'), seq: 3 },
      ],
    });
    expect(rules(s).filter((rule) => rule >= '2025-06-02' && rule < '2025-06-09')).toEqual(['2025-06-06 overdue3']);
    expect(s.ledger.find((e) => e.madeAt === on('2025-06-06'))?.alarm.to).toContain('director');
  });
});

describe('a continuing row that time has ended', () => {
  const reports = (months: readonly string[]) =>
    months.map((period) => ({
      at: on(`${period}-20`),
      command: { kind: 'report-period', assignmentId: 'a', period } as const,
    }));
  const done = { log: [event('2025-06-27', 'confirmed', '2025-07-01')], commands: reports(['2025-05', '2025-06']) };

  it('goes on when its event is moved: the months to come are owed, and missed where nothing comes', () => {
    expect(life(MONTHLY, '2025-07-05', done).tasks[0]!.assignments[0]!.state).toBe('accepted');
    const moved = life(MONTHLY, '2025-08-20', {
      ...done,
      log: [...done.log, event('2025-07-07', 'moved', '2025-09-01', 2)],
    });
    expect(moved.tasks[0]!.assignments[0]).toMatchObject({ state: 'open', actualOn: null, late: false });
    expect(rules(moved).filter((rule) => rule.includes('overdue'))[0]).toBe('2025-08-01 overdue1');
  });

  it('goes on when its event is revoked, and ends again with the next', () => {
    const log = [
      ...done.log,
      event('2025-07-07', 'revoked', null, 2),
      event('2025-08-04', 'confirmed', '2025-07-31', 3),
    ];
    const commands = [...done.commands, ...reports(['2025-07'])];
    expect(life(MONTHLY, '2025-07-10', { log, commands: done.commands }).tasks[0]!.assignments[0]!.state).toBe('open');
    expect(life(MONTHLY, '2025-08-10', { log, commands }).tasks[0]!.assignments[0]!.state).toBe('accepted');
  });
});

describe('settle, by named instants', () => {
  it('is not late at the last millisecond of the last day, and late at the next', () => {
    const late = (until: number) => {
      const { base, task } = plan(BEFORE);
      const o = settleTask({
        task: initialTask(task, base),
        facts: base,
        log: [],
        now: until,
        missedBefore: Number.NEGATIVE_INFINITY,
      });
      const a = o.task.assignments[0]!;
      return { bucket: bucketOf(a, o.task.rows[0]!, VN, until), late: o.effects.some((e) => e.kind === 'late') };
    };
    expect(late(startOfDay('2025-05-30') - 1)).toEqual({ bucket: 'in-progress', late: false });
    expect(late(startOfDay('2025-05-30'))).toEqual({ bucket: 'overdue', late: true });
  });

  it('falls silent while submitted, and a return arms the ladder again where it then stands', () => {
    const s = life(BEFORE, '2025-06-10', {
      commands: [
        { at: on('2025-05-29'), command: { kind: 'submit', assignmentId: 'a' } },
        { at: on('2025-06-02'), command: { kind: 'return', assignmentId: 'a' } },
      ],
    });
    expect(rules(s).filter((r) => r.includes('overdue'))).toEqual([
      '2025-06-03 overdue2',
      '2025-06-05 overdue3',
      '2025-06-09 overdue4',
    ]);
  });

  it('acknowledges a submission by itself at the end of the third working day after it', () => {
    const commands = [{ at: on('2025-05-22'), command: { kind: 'submit', assignmentId: 'a' } as const }];
    const end = startOfDay('2025-05-28');
    expect(life(BEFORE, '2025-05-28', { commands }).tasks[0]!.assignments[0]!.state).toBe('accepted');
    const { base, task } = plan(BEFORE);
    const before = simulate({
      base,
      log: [],
      tasks: [task],
      commands: commands.map((c) => ({ taskId: 't', ...c })),
      until: end - 1,
    });
    expect(before.tasks[0]!.assignments[0]!.state).toBe('submitted');
  });

  it('judges on time by the submission, never by the acceptance', () => {
    const accepted = (day: string) => {
      const s = life(BEFORE, '2025-06-20', {
        commands: [
          { at: on(day), command: { kind: 'submit', assignmentId: 'a' } },
          { at: on('2025-06-02', '16:00'), command: { kind: 'accept', assignmentId: 'a' } },
        ],
      });
      return bucketOf(s.tasks[0]!.assignments[0]!, s.tasks[0]!.rows[0]!, VN, startOfDay('2025-06-20'));
    };
    expect(accepted('2025-05-29')).toBe('completed-on-time');
    expect(accepted('2025-05-30')).toBe('completed-late');
  });

  it('stops at once when the Office records the unit’s result with its actual date', () => {
    const s = life(BEFORE, '2025-07-01', {
      commands: [
        {
          at: on('2025-06-03', '07:59'),
          command: { kind: 'record-result', assignmentId: 'a', actualOn: '2025-05-28' },
        },
      ],
    });
    expect(rules(s).at(-1)).toBe('2025-05-30 overdue1');
    expect(bucketOf(s.tasks[0]!.assignments[0]!, s.tasks[0]!.rows[0]!, VN, startOfDay('2025-07-01'))).toBe(
      'completed-on-time',
    );
  });

  it('makes the Office’s own submission final, and lets it be returned', () => {
    const commands = [{ at: on('2025-05-20'), command: { kind: 'submit', assignmentId: 'a', final: true } as const }];
    expect(life(BEFORE, '2025-05-21', { commands, officeLed: true }).tasks[0]!.assignments[0]!.state).toBe('accepted');
    const returned = life(BEFORE, '2025-05-23', {
      commands: [...commands, { at: on('2025-05-21'), command: { kind: 'return', assignmentId: 'a' } }],
      officeLed: true,
    });
    expect(returned.tasks[0]!.assignments[0]!.state).toBe('returned');
  });

  it('launched late, makes only the gravest of the missed reminders and supersedes the rest', () => {
    const s = life(BEFORE, '2025-06-13', { launchedAt: on('2025-06-11', '10:00') });
    expect(rules(s)).toEqual(['2025-06-11 overdue4']);
    expect(s.ledger.find((e) => e.status === 'recorded')!.alarm.to).toEqual([
      'unit-head',
      'office',
      'deputy-director',
      'director',
    ]);
    expect(rules(s, 'superseded')).toHaveLength(3);
  });

  it('told late of the event, counts the policy date from the telling and starts no storm', () => {
    const s = life(IMMEDIATE, '2025-09-20', { log: [event('2025-08-20', 'confirmed', '2025-07-01')] });
    expect(s.tasks[0]!.rows[0]!.window.lastDay).toBe('2025-08-27');
    expect(rules(s).slice(0, 4)).toEqual([
      '2025-08-21 opening1',
      '2025-08-26 due-in-11',
      '2025-08-27 due-day1',
      '2025-08-28 overdue1',
    ]);
  });

  it('takes the work back when the event is revoked, and arms it under a new due version when it is told again', () => {
    const s = life(IMMEDIATE, '2025-09-11', {
      log: [
        event('2025-05-06', 'confirmed', '2025-07-01'),
        event('2025-07-03', 'revoked', null, 2),
        event('2025-08-01', 'confirmed', '2025-09-03', 3),
      ],
    });
    expect(rules(s)).toEqual([
      '2025-07-02 opening1',
      '2025-09-04 opening1',
      '2025-09-09 due-in-11',
      '2025-09-10 due-day1',
    ]);
    expect(s.ledger.map((e) => e.dueVersion)).toEqual([2, 4, 4, 4]);
  });

  it('only notices an expected event, marked by its version, and opens nothing', () => {
    const s = life(IMMEDIATE, '2025-08-01', { log: [event('2025-05-06', 'expected', '2025-07-01')] });
    expect(rules(s)).toEqual(['2025-06-24 expected-notice1']);
    expect(s.tasks[0]!.assignments[0]!.state).toBe('waiting');
  });

  it('records alarms of a suspended plan as suppressed and sends only the gravest at resume', () => {
    const log: PlanLogEntry[] = [
      { kind: 'suspended', at: on('2025-05-21'), seq: 1 },
      { kind: 'resumed', at: on('2025-06-04'), seq: 2 },
    ];
    const s = life(BEFORE, '2025-06-05', { log });
    expect(rules(s)).toEqual(['2025-05-05 opening1', '2025-06-04 overdue2']);
    expect(rules(s, 'suppressed').map((r) => r.slice(11))).toEqual(['due-in-51', 'due-in-11', 'due-day1', 'overdue1']);
  });

  it('ends with the plan', () => {
    const s = life(BEFORE, '2025-12-01', { log: [{ kind: 'closed', at: on('2025-06-01'), seq: 1 }] });
    expect(rules(s).at(-1)).toBe('2025-05-30 overdue1');
  });

  it('after an outage of more than an hour makes only the gravest, for all whom the missed ones concerned', () => {
    const { base, task } = plan(BEFORE);
    const now = on('2025-06-05', '12:00');
    const { effects } = settleTask({
      task: initialTask(task, base),
      facts: base,
      log: [],
      now,
      missedBefore: now - 3_600_000,
    });
    const alarms = effects.filter((e): e is Extract<Effect, { kind: 'alarm' }> => e.kind === 'alarm');
    const made = alarms.filter((e) => e.status === 'recorded');
    expect(made.map((e) => `${e.alarm.rule}${e.alarm.occurrence}`)).toEqual(['overdue3']);
    expect(made[0]!.alarm.to).toEqual(['unit-head', 'office', 'deputy-director', 'director']);
    expect(alarms.filter((e) => e.status === 'superseded')).toHaveLength(6);
  });

  it('works through at most so many instants a call, and says that there are more', () => {
    const { base, task } = plan(BEFORE);
    let model: TaskModel = initialTask(task, base);
    const seen: Effect[] = [];
    let calls = 0;
    for (let more = true; more; calls += 1) {
      const o = settleTask({
        task: model,
        facts: base,
        log: [],
        now: on('2025-07-01'),
        missedBefore: Number.NEGATIVE_INFINITY,
        maxInstants: 2,
      });
      ({ task: model, more } = o);
      seen.push(...o.effects);
    }
    expect(calls).toBeGreaterThan(3);
    const whole = settleTask({
      task: initialTask(task, base),
      facts: base,
      log: [],
      now: on('2025-07-01'),
      missedBefore: Number.NEGATIVE_INFINITY,
    });
    expect(seen).toEqual(whole.effects);
  });

  it('does not depend on how time is cut into calls', () => {
    const cuts = fc.array(fc.integer({ min: on(S, '07:00'), max: on('2025-10-01') }), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, fc.constantFrom(BEFORE, IMMEDIATE, AFTER, MONTHLY), (instants, spec) => {
        const { base, task } = plan(spec);
        const facts = foldFacts(base, [event('2025-05-05', 'confirmed', '2025-07-01')]);
        const end = on('2025-10-01');
        const go = (stops: number[]) => {
          let model = initialTask(task, facts);
          const all: Effect[] = [];
          for (const now of [...stops].sort((a, b) => a - b)) {
            const o = settleTask({ task: model, facts, log: [], now, missedBefore: Number.NEGATIVE_INFINITY });
            model = o.task;
            all.push(...o.effects);
          }
          return { model, all };
        };
        expect(go([...instants, end])).toEqual(go([end]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the Office fixes what the plan does not state', () => {
  const confirmed = [event('2025-05-06', 'confirmed', '2025-07-01')];
  it('asks no more once the date is fixed, and follows it by the ladder', () => {
    const s = life(AFTER, '2025-08-05', {
      log: confirmed,
      commands: [{ at: on('2025-07-10'), command: { kind: 'fix-due', rowId: 'r', lastDay: '2025-07-29' } }],
    });
    expect(rules(s)).toEqual([
      '2025-07-02 opening1',
      '2025-07-02 ask-due-date1',
      '2025-07-07 ask-due-date2',
      '2025-07-11 opening1',
      '2025-07-22 due-in-51',
      '2025-07-28 due-in-11',
      '2025-07-29 due-day1',
      '2025-07-30 overdue1',
      '2025-08-01 overdue2',
    ]);
  });

  it('does not change a date that the plan states', () => {
    const { base, task } = plan(BEFORE);
    const act = () =>
      applyCommand({
        task: initialTask(task, base),
        facts: base,
        at: on('2025-05-06'),
        command: { kind: 'fix-due', rowId: 'r', lastDay: '2025-07-01' },
      });
    expect(act).toThrow('DUE_ALREADY_STATED');
  });
});

describe('a continuing row', () => {
  const confirmed = [event('2025-05-06', 'confirmed', '2025-07-01')];
  const report = (at: string, period: string) => ({
    at: on(at),
    command: { kind: 'report-period', assignmentId: 'a', period } as const,
  });

  it('counts each missed month on its own, and is completed by itself when all are evidenced and the process has ended', () => {
    const s = life(MONTHLY, '2025-08-01', {
      log: confirmed,
      commands: [report('2025-05-28', '2025-05'), report('2025-07-04', '2025-06')],
    });
    expect(rules(s).filter((r) => r.includes('overdue'))).toEqual(['2025-07-01 overdue1', '2025-07-03 overdue2']);
    expect(s.tasks[0]!.assignments[0]!.state).toBe('accepted');
    expect(bucketOf(s.tasks[0]!.assignments[0]!, s.tasks[0]!.rows[0]!, VN, startOfDay('2025-08-01'))).toBe(
      'completed-late',
    );
  });

  it('refuses a month that is not owed, not begun, or already reported', () => {
    expect(() => life(MONTHLY, '2025-08-01', { log: confirmed, commands: [report('2025-07-10', '2025-07')] })).toThrow(
      'PERIOD_NOT_OWED',
    );
    expect(() => life(MONTHLY, '2025-08-01', { commands: [report('2025-05-10', '2025-06')] })).toThrow(
      'PERIOD_NOT_STARTED',
    );
    expect(() =>
      life(MONTHLY, '2025-08-01', { commands: [report('2025-05-10', '2025-05'), report('2025-05-11', '2025-05')] }),
    ).toThrow('PERIOD_ALREADY_REPORTED');
  });
});

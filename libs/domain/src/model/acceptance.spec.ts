import { atTime, dateOf, startOfDay } from '../time/civil.js';
import type { CivilDate, DeadlineSpec } from '../time/reading.js';
import { REORGANIZATION_COMPLETED as D } from '../time/reading.js';
import { VN_CALENDAR_2025_2027 } from '../time/vn-calendar.js';
import { DEFAULT_POLICY } from '../time/window.js';
import { initialFacts } from './facts.js';
import { simulate } from './simulate.js';
import type { Simulation } from './simulate.js';

/** domain.md, "Acceptance, S = L = 05/5/2025 before 08:00, D = 01/07/2025 confirmed at launch, nobody works". */
const LAUNCH = atTime('2025-05-05', '07:00');
const SPECS: Record<string, DeadlineSpec> = {
  '3': { kind: 'before-date', date: '2025-05-30' },
  '12': { kind: 'period', from: '2025-05-01', lastDay: '2025-05-31' },
  '2.2': { kind: 'after-event', event: D, immediate: true },
  '1': { kind: 'monthly-during-process', event: D, endImplied: false },
  '10': { kind: 'after-event', event: D, immediate: false },
};

function run(confirmed: boolean): Simulation {
  const base = initialFacts({
    issuedOn: '2025-05-05',
    launchedAt: LAUNCH,
    calendar: VN_CALENDAR_2025_2027,
    policy: DEFAULT_POLICY,
  });
  return simulate({
    base,
    log: confirmed ? [{ kind: 'event', at: LAUNCH, seq: 1, name: D, change: 'confirmed', on: '2025-07-01' }] : [],
    tasks: Object.entries(SPECS).map(([no, spec]) => ({
      id: no,
      rows: [{ id: no, no, phrase: '', spec, fixedLastDay: null }],
      assignments: [{ id: no, rowId: no, unitId: 'u', officeLed: false }],
    })),
    commands: [],
    until: startOfDay('2025-12-31'),
  });
}

function days(
  simulation: Simulation,
  no: string,
  rule: string,
  audience: string,
  period: string | null = null,
): string[] {
  return simulation.ledger
    .filter(
      (e) =>
        e.rowId === no && e.alarm.rule === rule && e.alarm.to.includes(audience as never) && e.alarm.period === period,
    )
    .map((e) => {
      expect(e.madeAt).toBe(atTime(dateOf(e.madeAt), '08:00'));
      return dateOf(e.madeAt);
    });
}

const may = (...d: number[]): CivilDate[] => d.map((x) => `2025-05-${String(x).padStart(2, '0')}`);
const june = (...d: number[]): CivilDate[] => d.map((x) => `2025-06-${String(x).padStart(2, '0')}`);
const july = (...d: number[]): CivilDate[] => d.map((x) => `2025-07-${String(x).padStart(2, '0')}`);

describe('the acceptance table of domain.md', () => {
  const simulation = run(true);
  const row = (no: string) => simulation.tasks.find((t) => t.id === no)!.rows[0]!;

  it.each([
    ['3', null, may(5), may(22), may(28), [...may(30), ...june(3, 5, 9, 16)], june(3), june(5)],
    ['12', null, may(5), may(23), may(29), june(2, 4, 6, 9), june(4), june(6)],
    ['2.2', null, july(2), [], july(7), july(9, 11, 15, 21), july(11), july(15)],
    ['1', '2025-06', [], june(23), june(27), july(1, 3, 7, 14), [], []],
  ] as const)('row %s (%s)', (no, period, opening, in5, in1, head, deputy, director) => {
    expect(days(simulation, no, 'opening', 'unit-head', period)).toEqual(opening);
    expect(days(simulation, no, 'due-in-5', 'unit-head', period)).toEqual(in5);
    expect(days(simulation, no, 'due-in-1', 'unit-head', period)).toEqual(in1);
    expect(days(simulation, no, 'overdue', 'unit-head', period).slice(0, head.length)).toEqual(head);
    expect(days(simulation, no, 'overdue', 'office', period).slice(0, head.length)).toEqual(head);
    expect(days(simulation, no, 'overdue', 'deputy-director', period)).toEqual(deputy);
    expect(days(simulation, no, 'overdue', 'director', period)).toEqual(director);
  });

  it.each([
    ['3', '2025-05-29', '2025-05-29', '2025-05-30'],
    ['12', '2025-05-31', '2025-05-30', '2025-06-01'],
    ['2.2', '2025-07-08', '2025-07-08', '2025-07-09'],
  ])('row %s: last day %s, counted from %s, late from %s 00:00', (no, lastDay, target, lateFrom) => {
    expect(row(no).window).toMatchObject({ lastDay, target, lateFrom: startOfDay(lateFrom) });
  });

  it('row 10 has no due date and the Office is asked for one, first on 02/7, then every Monday', () => {
    expect(row('10').window).toMatchObject({ lastDay: null, lateFrom: null, opensOn: '2025-07-02' });
    expect(days(simulation, '10', 'ask-due-date', 'office').slice(0, 3)).toEqual(july(2, 7, 14));
  });

  it('without the event the rows bound to it wait and none of them is overdue', () => {
    const waiting = run(false);
    expect(waiting.ledger.filter((e) => e.rowId === '2.2' || e.rowId === '10')).toEqual([]);
    expect(waiting.tasks.find((t) => t.id === '2.2')!.assignments[0]!.state).toBe('waiting');
  });
});

import { atTime, dateOf } from '../time/civil.js';
import { VN_CALENDAR_2025_2027 as VN } from '../time/vn-calendar.js';
import { DEFAULT_POLICY } from '../time/window.js';
import { initialFacts } from './facts.js';
import { settlePlan } from './plan-run.js';
import type { PlanLogEntry } from './types.js';

const launchedAt = atTime('2025-05-05', '07:00');
const base = initialFacts({ issuedOn: '2025-05-05', launchedAt, calendar: VN, policy: DEFAULT_POLICY });
const at = (day: string): number => atTime(day, '10:00');
const expected: PlanLogEntry = {
  kind: 'event',
  at: at('2025-05-06'),
  seq: 2,
  name: 'e',
  change: 'expected',
  on: '2025-05-20',
};
const plain = (kind: 'suspended' | 'resumed', day: string): PlanLogEntry => ({ kind, at: at(day), seq: 3 });

function asked(log: PlanLogEntry[], until: string, told: { missed?: string; since?: string } = {}) {
  const { alarms } = settlePlan({
    base,
    log,
    settledThrough: told.since === undefined ? launchedAt - 1 : at(told.since),
    now: at(until),
    missedBefore: told.missed === undefined ? Number.NEGATIVE_INFINITY : at(told.missed),
  });
  return alarms.map((one) => `${dateOf(one.madeAt)} ${one.status} ${one.alarm.occurrence}`);
}

describe('the Office is asked about an expected event', () => {
  it('on the expected day, then each Monday', () => {
    expect(asked([expected], '2025-06-03')).toEqual([
      '2025-05-20 recorded 1',
      '2025-05-26 recorded 2',
      '2025-06-02 recorded 3',
    ]);
  });

  it('once after an outage: only the newest of the questions that were missed', () => {
    expect(asked([expected], '2025-06-10', { missed: '2025-06-05' })).toEqual([
      '2025-05-20 superseded 1',
      '2025-05-26 superseded 2',
      '2025-06-02 recorded 3',
      '2025-06-09 recorded 4',
    ]);
  });

  it('at resume, for the last question that was suppressed, however the time is cut into calls', () => {
    const log = [expected, plain('suspended', '2025-05-19'), plain('resumed', '2025-05-28')];
    const whole = asked(log, '2025-06-03');
    expect(whole).toEqual([
      '2025-05-20 suppressed 1',
      '2025-05-26 suppressed 2',
      '2025-05-28 released 2',
      '2025-06-02 recorded 3',
    ]);
    expect([...asked(log, '2025-05-27'), ...asked(log, '2025-06-03', { since: '2025-05-27' })]).toEqual(whole);
  });

  it('not at resume where another day is expected by then', () => {
    const later: PlanLogEntry = { ...expected, at: at('2025-05-27'), seq: 4, on: '2025-07-01' };
    const log = [expected, plain('suspended', '2025-05-19'), later, plain('resumed', '2025-05-28')];
    expect(asked(log, '2025-06-03')).toEqual(['2025-05-20 suppressed 1', '2025-05-26 suppressed 2']);
  });
});

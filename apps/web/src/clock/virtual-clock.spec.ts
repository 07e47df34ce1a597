import { virtualNow, type Clock } from './virtual-clock.js';

const readAt = Date.UTC(2025, 0, 1, 12);
const clock: Clock = {
  kind: 'rehearsal',
  now: '2025-05-26T00:55:00.000Z',
  rate: 2880,
  paused: false,
  readAt: '2025-01-01T12:00:00.000Z',
  nextAlarmAt: null,
};
const shown = Date.parse(clock.now);

describe('a plan clock between two readings', () => {
  it('runs on at its rate from the instant it was read', () => {
    expect(virtualNow(clock, readAt + 200, readAt + 1_000)).toBe(shown + 2_880_000);
  });

  it('goes a day in thirty seconds', () => {
    expect(virtualNow(clock, readAt, readAt + 30_000)).toBe(shown + 86_400_000);
  });

  it('stands while paused', () => {
    expect(virtualNow({ ...clock, paused: true, rate: 0 }, readAt, readAt + 60_000)).toBe(shown);
  });

  it('counts from the arrival of the answer when the browser clock is wrong, either way', () => {
    const hour = 3_600_000;
    expect(virtualNow(clock, readAt + hour, readAt + hour + 1_000)).toBe(shown + 2_880_000);
    expect(virtualNow(clock, readAt - hour, readAt - hour + 1_000)).toBe(shown + 2_880_000);
  });

  it('never runs back', () => {
    expect(virtualNow(clock, readAt, readAt - 10_000)).toBe(shown);
  });
});

import fc from 'fast-check';
import { REAL_CLOCK, planInstantDueBefore, planNow, realDueOf, sleepMs } from './clock.js';
import type { PlanClock } from './clock.js';

/** Plan time 1,000,000 at real 0; 10× from the start, paused at real 100, jumped at 200, 2× from 300. */
const clock: PlanClock = {
  segments: [
    { realFrom: 0, planFrom: 1_000_000, rate: 10 },
    { realFrom: 100, planFrom: 1_001_000, rate: 0 },
    { realFrom: 200, planFrom: 1_050_000, rate: 0 },
    { realFrom: 300, planFrom: 1_050_000, rate: 2 },
  ],
  leaseUntil: null,
};

describe('the plan’s clock', () => {
  it.each([
    [50, 1_000_500],
    [99, 1_000_990],
    [100, 1_001_000],
    [199, 1_001_000],
    [200, 1_050_000],
    [301, 1_050_002],
  ])('stands at real %i on %i', (real, plan) => {
    expect(planNow(clock, real)).toBe(plan);
  });

  it.each([
    [1_000_500, 50],
    [1_001_000, 100],
    [1_020_000, 200],
    [1_050_000, 200],
    [1_050_001, 301],
  ])('first stood at or past plan %i at real %i', (plan, real) => {
    expect(realDueOf(clock, plan)).toBe(real);
  });

  it('waits exactly until the wake, not at all when it has come, and for ever while paused', () => {
    expect(sleepMs(clock, 1_050_100, 310)).toBe(40);
    expect(sleepMs(clock, 1_050_000, 310)).toBe(0);
    const paused: PlanClock = { segments: clock.segments.slice(0, 2), leaseUntil: null };
    expect(sleepMs(paused, 1_001_001, 150)).toBeNull();
    expect(sleepMs(REAL_CLOCK, 500, 300)).toBe(200);
  });

  it('stands still past its lease, and an instant it never reached then is not due', () => {
    const leased: PlanClock = { segments: [{ realFrom: 0, planFrom: 0, rate: 10 }], leaseUntil: 30 };
    expect(planNow(leased, 1_000)).toBe(300);
    const reopened: PlanClock = {
      segments: [...leased.segments, { realFrom: 1_000, planFrom: 300, rate: 0 }],
      leaseUntil: null,
    };
    expect(realDueOf(reopened, 301)).toBeNull();
    expect(planInstantDueBefore(reopened, 500)).toBe(300);
  });

  it('never goes back, and agrees with its inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(planNow(clock, early)).toBeLessThanOrEqual(planNow(clock, late));
        expect(realDueOf(clock, planNow(clock, late))!).toBeLessThanOrEqual(late);
      }),
    );
  });
});

import type { EpochMs } from '../time/reading.js';

/** From `realFrom` on, the plan's clock stands at planFrom + elapsed × rate. rate 0: paused. Append-only, ordered. */
export interface ClockSegment {
  readonly realFrom: EpochMs;
  readonly planFrom: EpochMs;
  readonly rate: number;
}

/** A clock without segments is the real one. `leaseUntil`: a rehearsal's clock stands still past it. */
export interface PlanClock {
  readonly segments: readonly ClockSegment[];
  readonly leaseUntil: EpochMs | null;
}
export const REAL_CLOCK: PlanClock = { segments: [], leaseUntil: null };

/** The plan's now, floored to ms. */
export function planNow(clock: PlanClock, realNow: EpochMs): EpochMs {
  if (clock.segments.length === 0) return realNow;
  const real = clock.leaseUntil === null ? realNow : Math.min(realNow, clock.leaseUntil);
  let segment = clock.segments[0]!;
  for (const s of clock.segments) if (s.realFrom <= real) segment = s;
  return Math.floor(segment.planFrom + Math.max(0, real - segment.realFrom) * segment.rate);
}

/** The first real instant at which the clock stood at or past a plan instant, ceiled; null when it never will as it runs now. */
export function realDueOf(clock: PlanClock, at: EpochMs): EpochMs | null {
  const { segments } = clock;
  if (segments.length === 0) return at;
  for (const [i, s] of segments.entries()) {
    if (s.planFrom >= at) return s.realFrom;
    if (s.rate <= 0) continue;
    const next = segments[i + 1];
    // The clock never went past the next segment's start: a lease that ran out stopped it there.
    if (next !== undefined && at > next.planFrom) continue;
    const due = Math.ceil(s.realFrom + (at - s.planFrom) / s.rate);
    return next === undefined ? due : Math.min(due, next.realFrom);
  }
  return null;
}

/** Real milliseconds to wait until the plan's clock reaches `wakeAt`; 0 when it has; null while it is paused. */
export function sleepMs(clock: PlanClock, wakeAt: EpochMs, realNow: EpochMs): number | null {
  if (planNow(clock, realNow) >= wakeAt) return 0;
  const last = clock.segments.at(-1);
  if (last === undefined) return wakeAt - realNow;
  if (last.rate <= 0) return null;
  return Math.max(1, Math.ceil((wakeAt - planNow(clock, realNow)) / last.rate));
}

/** Plan instants before this one have been due for longer than `realMs` of real time; −Infinity when none can have been. */
export function planInstantDueBefore(clock: PlanClock, realBefore: EpochMs): EpochMs {
  const { segments } = clock;
  if (segments.length === 0) return realBefore;
  const first = segments[0]!;
  if (realBefore < first.realFrom) return Number.NEGATIVE_INFINITY;
  const index = segments.findLastIndex((s) => s.realFrom <= realBefore);
  const segment = segments[index] ?? first;
  const ran = Math.floor(segment.planFrom + (realBefore - segment.realFrom) * segment.rate);
  const next = segments[index + 1];
  return next === undefined ? ran : Math.min(ran, next.planFrom);
}

import type { CivilDate, EpochMs } from '@don-doc/domain';
import { useEffect, useMemo, useState } from 'react';
import { civilOf } from '../format.js';
import { virtualNow, type Clock } from './virtual-clock.js';

export interface PlanClock {
  /** The plan's instant now; null while the plan has no clock (a draft). */
  readonly now: () => EpochMs | null;
  /** The plan's day, which changes seldom enough to render by. */
  readonly day: CivilDate | null;
}

/** Days of a fast rehearsal are not followed one by one: that many readings a second would serve nobody. */
const LOOK_MS = 1_000;

export function usePlanClock(clock: Clock | null, receivedAt: EpochMs): PlanClock {
  const now = useMemo(() => () => (clock ? virtualNow(clock, receivedAt, Date.now()) : null), [clock, receivedAt]);
  const read = (): CivilDate | null => {
    const at = now();
    return at === null ? null : civilOf(at);
  };
  const [day, setDay] = useState<CivilDate | null>(read);
  useEffect(() => {
    const look = () => {
      const at = now();
      setDay(at === null ? null : civilOf(at));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [now]);
  return useMemo(() => ({ now, day }), [now, day]);
}

import { useEffect, useRef, type RefObject } from 'react';
import type { PlanClock } from '../clock/use-plan-clock.js';
import { place, type Axis } from './geometry.js';

const MOVE_MS = 500;

/**
 * Moves the "now" line of all rows at once by one custom property on their table, so that a clock that runs renders
 * nothing again.
 */
export function useNowLine(axis: Axis | null, clock: PlanClock): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const move = () => {
      const at = clock.now();
      if (at !== null && axis) table.current?.style.setProperty('--now', String(place(axis, at)));
    };
    move();
    const timer = setInterval(move, MOVE_MS);
    return () => clearInterval(timer);
  }, [axis, clock]);
  return table;
}

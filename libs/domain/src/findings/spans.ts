import type { DraftRow } from '../draft/types.js';
import { addDays } from '../time/civil.js';
import type { CivilDate } from '../time/reading.js';

/** The last day a row's own words fix, before any event or policy; null where they fix none. */
export function fixedLastDay(row: DraftRow): CivilDate | null {
  const { spec } = row.reading;
  if (spec.kind === 'before-date') return addDays(spec.date, -1);
  return spec.kind === 'period' || spec.kind === 'by-date' ? spec.lastDay : null;
}

/** True where a row can begin only after an event. */
export const opensAfterEvent = (row: DraftRow): boolean => row.reading.spec.kind === 'after-event';

/** True where a row ends with an event. */
export const endsWithEvent = (row: DraftRow): boolean =>
  ['from-until-event', 'during-process', 'monthly-during-process'].includes(row.reading.spec.kind);

/** The first day a row's own words fix; null where it opens with the plan, with an event, or on no stated day. */
export function fixedFirstDay(row: DraftRow): CivilDate | null {
  const { spec } = row.reading;
  return spec.kind === 'period' || spec.kind === 'from-until-event' ? spec.from : null;
}

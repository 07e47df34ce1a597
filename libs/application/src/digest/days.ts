import {
  addDays,
  atTime,
  dateOf,
  dayOfWeek,
  DEFAULT_LADDER,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '@don-doc/domain';
import type { CivilDate, EpochMs, WorkCalendar } from '@don-doc/domain';

/** The instant at which a working day's digest is gathered. */
export function gatheringAt(day: CivilDate): EpochMs {
  return atTime(day, DEFAULT_LADDER.time);
}

/** The day whose digest takes an alarm made at an instant: the first working day with 08:00 at or after it. */
export function digestDayOf(calendar: WorkCalendar, madeAt: EpochMs): CivilDate {
  const date = dateOf(madeAt);
  return workingDayOnOrAfter(calendar, madeAt <= gatheringAt(date) ? date : addDays(date, 1));
}

/** The last working day whose 08:00 has come. */
export function latestDigestDay(calendar: WorkCalendar, now: EpochMs): CivilDate {
  const date = dateOf(now);
  return workingDayOnOrBefore(calendar, now >= gatheringAt(date) ? date : addDays(date, -1));
}

export function nextDigestDay(calendar: WorkCalendar, day: CivilDate): CivilDate {
  return workingDayOnOrAfter(calendar, addDays(day, 1));
}

/** Working days after `after` up to and with `through`. */
export function digestDaysBetween(calendar: WorkCalendar, after: CivilDate, through: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
}

/** The day of the leaders' page: Monday, or the first working day of a week whose Monday is off. */
export function isLeaderDay(calendar: WorkCalendar, day: CivilDate): boolean {
  const monday = addDays(day, 1 - dayOfWeek(day));
  return workingDayOnOrAfter(calendar, monday) === day;
}

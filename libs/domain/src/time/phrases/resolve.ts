import { addWorkingDays, workingDayOnOrAfter } from '../calendar.js';
import { addDays, addMonths, atTime, instantText, maxDate, startOfDay } from '../civil.js';
import type { CivilDate } from '../reading.js';
import { fullWeekOfMonth } from './dates.js';
import { processStart } from './events.js';
import { CLOSING } from './limit.js';
import type { Anchor, Core, Meaning, Offset, PeriodEnd, Recurrence, Span } from './meaning.js';
import type { PhraseFacts } from './policy.js';
import { firstOccurrence, rruleOf } from './recurrence.js';
import { effective } from './stretch.js';

/** The days that a phrase gives, as far as the facts known fix them. */
export interface PhraseDays {
  readonly opensOn: CivilDate | null;
  readonly lastDay: CivilDate | null;
  /** The instant from which it is late, as '2025-05-30T00:00:00+07:00'. */
  readonly lateFrom: string | null;
  /** Code of the event that opens or ends it. */
  readonly anchor: string | null;
  readonly offset: Offset | null;
  /** RFC 5545 RRULE of the last days. */
  readonly recurrence: string | null;
  readonly openEnded: boolean;
  readonly onDemand: boolean;
  readonly reference: string | null;
}

const NO_DAYS: PhraseDays = {
  opensOn: null,
  lastDay: null,
  lateFrom: null,
  anchor: null,
  offset: null,
  recurrence: null,
  openEnded: false,
  onDemand: false,
  reference: null,
};

export const lateAfter = (lastDay: CivilDate): string => instantText(startOfDay(addDays(lastDay, 1)));

function days(opensOn: CivilDate | null, lastDay: CivilDate | null, more: Partial<PhraseDays> = {}): PhraseDays {
  const lateFrom = lastDay === null ? null : lateAfter(lastDay);
  // A deadline that has passed before it could open opens on no day.
  const opens = opensOn !== null && lastDay !== null && opensOn > lastDay ? null : opensOn;
  return { ...NO_DAYS, opensOn: opens, lastDay, lateFrom, ...more };
}

/** The days meant by a span, under the plan's policy for weeks. */
export function daysOf(span: Span, facts: PhraseFacts): { readonly from: CivilDate; readonly lastDay: CivilDate } {
  if (span.unit === 'week' && facts.policy.weekOfMonth === 'full-week')
    return fullWeekOfMonth(span.from, span.week ?? 1);
  return effective(span);
}

/** The confirmed day of an event; the plan's own issue is known from its date. */
export function dayOfEvent(anchor: Anchor, facts: PhraseFacts): CivilDate | null {
  if (anchor.code === 'PLAN_ISSUED' || anchor.code === 'DOC_ISSUED')
    return facts.events[anchor.event] ?? facts.issuedOn;
  return facts.events[anchor.event] ?? facts.events[anchor.code] ?? null;
}

/** The last day so far from a base; the base itself is never counted (BLDS 2015 Đ.147.1). */
function lastDayOf(base: CivilDate, { amount, unit }: Offset, facts: PhraseFacts): CivilDate {
  const day = (): CivilDate => {
    switch (unit) {
      case 'hour':
        return addDays(base, Math.sign(amount) * Math.ceil(Math.abs(amount) / 24));
      case 'day':
        return addDays(base, amount);
      case 'week':
        return addDays(base, amount * 7);
      case 'month':
        return addMonths(base, amount);
      case 'year':
        return addMonths(base, amount * 12);
      case 'working-day':
        return addWorkingDays(facts.calendar, base, amount);
    }
  };
  const last = day();
  return amount > 0 && facts.policy.rollOffsets ? workingDayOnOrAfter(facts.calendar, last) : last;
}

const written = (lastDay: CivilDate, facts: PhraseFacts) =>
  facts.policy.rollWrittenDates ? workingDayOnOrAfter(facts.calendar, lastDay) : lastDay;

const PERIOD_MONTHS: Readonly<Record<PeriodEnd, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  half: [6, 12],
  'nine-months': [9],
  year: [12],
};
export const PERIOD_ANCHORS: Readonly<Record<PeriodEnd, string>> = {
  month: 'MONTH_END',
  quarter: 'QUARTER_END',
  half: 'HALF_END',
  'nine-months': 'NINE_MONTHS_END',
  year: 'YEAR_END',
};

/** "15 ngày kể từ ngày kết thúc quý" as days of the calendar; null where they are not the same day of a month each time. */
export function afterPeriods(periods: readonly PeriodEnd[], { amount, unit }: Offset): Recurrence | null {
  if (unit !== 'day' || amount > 28) return null;
  const months = new Set(periods.flatMap((period) => PERIOD_MONTHS[period]).map((month) => (month % 12) + 1));
  return { freq: 'yearly', months: [...months].sort((a, b) => a - b), day: amount };
}

function recurs(rule: Recurrence, facts: PhraseFacts, from: Span | undefined, until: Span | undefined): PhraseDays {
  const opensOn = from?.from ?? facts.issuedOn;
  const start =
    from === undefined ? facts.issuedOn : facts.issuedOn === null ? from.from : maxDate(from.from, facts.issuedOn);
  const end = until?.lastDay ?? null;
  const first = start === null ? null : firstOccurrence(rule, start);
  const lastDay = first === null || (end !== null && first > end) ? null : written(first, facts);
  return { ...days(null, lastDay), opensOn, recurrence: rruleOf(rule, end), openEnded: end === null };
}

/** From a meaning and the facts known to days. Pure. */
export function resolvePhrase({ core }: Meaning, facts: PhraseFacts): PhraseDays {
  const { issuedOn } = facts;
  switch (core.form) {
    case 'span': {
      const { from, lastDay } = daysOf(core.span, facts);
      return days(from, written(lastDay, facts));
    }
    case 'limit': {
      const { from, lastDay } = daysOf(core.span, facts);
      if (core.time !== undefined) {
        const time = core.time === CLOSING ? facts.policy.closingTime : core.time;
        const lateFrom = time === '24:00' ? lateAfter(lastDay) : instantText(atTime(lastDay, time));
        return days(issuedOn, lastDay, { lateFrom });
      }
      return days(issuedOn, written(core.strict ? addDays(from, -1) : lastDay, facts));
    }
    case 'from':
      return days(core.from.from, core.milestone?.lastDay ?? null, { openEnded: true });
    case 'ongoing': {
      const lastDay = core.until === undefined ? null : written(daysOf(core.until, facts).lastDay, facts);
      return days(core.from?.from ?? issuedOn, lastDay, { openEnded: lastDay === null });
    }
    case 'from-until-event':
      return days(core.from.from, dayOfEvent(core.anchor, facts), { anchor: core.anchor.code });
    case 'during':
    case 'until-event': {
      const recurrence = core.regular ? 'FREQ=MONTHLY;BYMONTHDAY=-1' : null;
      const start = core.form === 'during' ? processStart(core.anchor) : null;
      const opensOn = (start === null ? null : dayOfEvent(start, facts)) ?? issuedOn;
      return days(opensOn, dayOfEvent(core.anchor, facts), { anchor: core.anchor.code, recurrence });
    }
    case 'after-event':
      return afterEvent(core, facts);
    case 'from-event': {
      const on = dayOfEvent(core.anchor, facts);
      return days(on, null, { anchor: core.anchor.code, offset: { amount: 0, unit: 'day' }, openEnded: true });
    }
    case 'before-event': {
      const on = dayOfEvent(core.anchor, facts);
      return days(issuedOn, on === null ? null : addDays(on, -1), { anchor: core.anchor.code });
    }
    case 'offset': {
      const on = dayOfEvent(core.anchor, facts);
      const lastDay = on === null ? null : lastDayOf(on, core.offset, facts);
      const opensOn = core.offset.amount < 0 ? issuedOn : on === null ? null : addDays(on, 1);
      return days(opensOn, lastDay, { anchor: core.anchor.code, offset: core.offset });
    }
    case 'offset-from-date':
      return days(addDays(core.date, 1), lastDayOf(core.date, core.offset, facts), { offset: core.offset });
    case 'recurring-offset': {
      const rule = afterPeriods(core.periods, core.offset);
      const found =
        rule === null ? { ...NO_DAYS, opensOn: issuedOn, openEnded: true } : recurs(rule, facts, undefined, undefined);
      return { ...found, anchor: PERIOD_ANCHORS[core.periods[0] ?? 'quarter'], offset: core.offset };
    }
    case 'recurring':
      return recurs(core.rule, facts, core.from, core.until);
    case 'report-window':
      return {
        ...NO_DAYS,
        recurrence: rruleOf({ freq: core.window.freq, day: core.window.toDay }, null),
        openEnded: true,
      };
    case 'on-demand':
      return { ...NO_DAYS, onDemand: true };
    case 'reference':
      return { ...NO_DAYS, reference: core.words, anchor: core.anchor?.code ?? null };
    case 'parts':
      return together(core.parts.map((part) => resolvePhrase(part, facts)));
    default:
      return NO_DAYS;
  }
}

function afterEvent(core: Extract<Core, { form: 'after-event' }>, facts: PhraseFacts): PhraseDays {
  const on = dayOfEvent(core.anchor, facts);
  const amount = facts.policy.immediateWorkingDays;
  const offset: Offset | null = core.immediate ? { amount, unit: 'working-day' } : null;
  const lastDay = on === null || offset === null ? null : addWorkingDays(facts.calendar, on, amount);
  return days(on === null ? null : addDays(on, 1), lastDay, { anchor: core.anchor.code, offset });
}

/** Several in one cell: opened by the first, ended by the last that has a day of its own; what returns goes beside it. */
function together(parts: readonly PhraseDays[]): PhraseDays {
  const dated = parts.filter((part) => part.recurrence === null);
  const first = (some: readonly PhraseDays[]) => some.flatMap(({ opensOn }) => opensOn ?? []).sort()[0];
  const opensOn = first(dated) ?? first(parts) ?? null;
  const own = dated
    .flatMap(({ lastDay: on }) => on ?? [])
    .sort()
    .at(-1);
  const next = parts.flatMap(({ lastDay: on }) => on ?? []).sort()[0];
  return {
    ...days(null, own ?? next ?? null),
    opensOn,
    anchor: parts.find((part) => part.anchor !== null)?.anchor ?? null,
    offset: parts.find((part) => part.offset !== null)?.offset ?? null,
    recurrence: parts.find((part) => part.recurrence !== null)?.recurrence ?? null,
    openEnded: parts.some((part) => part.openEnded),
    onDemand: parts.some((part) => part.onDemand),
    reference: parts.find((part) => part.reference !== null)?.reference ?? null,
  };
}

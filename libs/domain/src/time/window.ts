import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.js';
import type { WorkCalendar } from './calendar.js';
import {
  addDays,
  dateOf,
  firstOfMonth,
  formatDate,
  lastOfMonth,
  maxDate,
  minDate,
  monthOf,
  nextMonth,
  startOfDay,
} from './civil.js';
import { eventLabel } from './phrases/events.js';
import type { CivilDate, DeadlineSpec, EpochMs, EventName } from './reading.js';

/** What is known of a plan's event. `version` rises with every change told. Only 'confirmed' opens windows or makes work late. */
export interface EventFact {
  readonly status: 'unknown' | 'expected' | 'confirmed' | 'revoked';
  readonly on: CivilDate | null;
  readonly recordedAt: EpochMs | null;
  readonly version: number;
}
export const UNKNOWN_EVENT: EventFact = { status: 'unknown', on: null, recordedAt: null, version: 0 };

/** Set at launch, shown as "Văn phòng quy ước"; `approvedBy` names who approved. */
export interface DeadlinePolicy {
  /** Working days after D for "Ngay sau khi …" (default 5). */
  readonly immediateWorkingDays: number;
  /** Roll a period's end to the next working day (BLDS 2015 Đ.148.5). Off by default: the plan's words stand. */
  readonly rollPeriodToWorkingDay: boolean;
  readonly approvedBy: string | null;
}
export const DEFAULT_POLICY: DeadlinePolicy = {
  immediateWorkingDays: 5,
  rollPeriodToWorkingDay: false,
  approvedBy: null,
};

/** How a row is followed while it runs. */
export type Follow =
  | 'deadline' // the full ladder around one last day
  | 'progress' // one progress request a month, no escalation
  | 'periods' // a deadline each calendar month
  | 'ask-due' // no due date stated: the Office is asked until it fixes one
  | 'waiting'; // bound to an event that is not confirmed

export interface DerivationStep {
  /** Stable code: STRICT_BEFORE, WHOLE_PERIOD, EVENT_UNKNOWN, AFTER_EVENT, POLICY_IMMEDIATE … */
  readonly rule: string;
  /** Plain JSON the text is made from. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  /** Vietnamese sentence. */
  readonly text: string;
}

export interface DeadlineWindow {
  readonly follow: Follow;
  readonly opensOn: CivilDate | null;
  readonly lastDay: CivilDate | null;
  /** The day the ladder counts from: lastDay, or the last working day before it where a *period* ends on a day off. */
  readonly target: CivilDate | null;
  readonly lateFrom: EpochMs | null;
  readonly byPolicy: boolean;
  readonly event: EventName | null;
  readonly derivation: readonly DerivationStep[];
}

export interface WindowInput {
  readonly spec: DeadlineSpec;
  readonly phrase: string;
  /** S: date of issue. */
  readonly issuedOn: CivilDate;
  readonly calendar: WorkCalendar;
  readonly policy: DeadlinePolicy;
  readonly event: EventFact;
  /** A date fixed by the Office for this row, or null. */
  readonly fixedLastDay: CivilDate | null;
  /** Who approved that date. */
  readonly fixedBy: string | null;
}

/** From a reading and the facts in force to the exact window. Pure; domain.md "exact meaning of every phrase". */
export function resolveWindow(input: WindowInput): DeadlineWindow {
  const { spec, calendar, policy, event, issuedOn } = input;
  const steps: DerivationStep[] = [step('PHRASE', { phrase: input.phrase }, `Kế hoạch viết: “${input.phrase}”.`)];
  const calendarStep = (): void => {
    steps.push(
      step(
        'CALENDAR',
        { calendar: calendar.id, version: calendar.version },
        `Ngày làm việc tính theo lịch ${calendar.id}, phiên bản ${calendar.version}.`,
      ),
    );
  };
  switch (spec.kind) {
    case 'before-date': {
      const lastDay = addDays(spec.date, -1);
      steps.push(
        step(
          'STRICT_BEFORE',
          { date: spec.date },
          `“Trước” là trước hẳn ngày ${formatDate(spec.date)}: ngày cuối cùng là ${formatDate(lastDay)}, không lùi sang ngày làm việc sau.`,
        ),
      );
      steps.push(step('OPENS_AT_ISSUE', { issuedOn }, `Bắt đầu từ ngày ban hành ${formatDate(issuedOn)}.`));
      calendarStep();
      return dated('deadline', issuedOn, lastDay, lastDay, null, false, steps);
    }
    case 'by-date':
    case 'period': {
      const from = spec.kind === 'by-date' ? issuedOn : spec.from;
      const rolled = policy.rollPeriodToWorkingDay ? workingDayOnOrAfter(calendar, spec.lastDay) : spec.lastDay;
      const target = rolled === spec.lastDay ? workingDayOnOrBefore(calendar, rolled) : rolled;
      const { lastDay } = spec;
      steps.push(
        spec.kind === 'by-date'
          ? step('INCLUSIVE_BY', { lastDay }, `Từ ngày ban hành ${formatDate(from)} đến hết ${formatDate(lastDay)}.`)
          : step(
              'WHOLE_PERIOD',
              { from, lastDay },
              `Cả khoảng thời gian từ ${formatDate(from)} đến hết ${formatDate(lastDay)}.`,
            ),
      );
      if (rolled !== spec.lastDay)
        steps.push(
          step(
            'ROLLED',
            { to: rolled },
            `Ngày cuối rơi vào ngày nghỉ; Văn phòng quy ước lùi đến ${formatDate(rolled)} (BLDS 2015 Đ.148.5).`,
          ),
        );
      else if (target !== rolled)
        steps.push(
          step(
            'WORKING_TARGET',
            { target },
            `Ngày cuối là ngày nghỉ; nhắc việc tính từ ngày làm việc cuối cùng ${formatDate(target)}.`,
          ),
        );
      calendarStep();
      return dated('deadline', from, rolled, target, null, rolled !== spec.lastDay, steps);
    }
    case 'from-until-event':
    case 'during-process':
    case 'monthly-during-process': {
      const opensOn = spec.kind === 'from-until-event' ? spec.from : issuedOn;
      if (spec.kind === 'from-until-event')
        steps.push(step('OPENS_AT', { from: spec.from }, `Bắt đầu từ ${formatDate(spec.from)}.`));
      else
        steps.push(
          step(
            'START_NOT_STATED',
            { issuedOn },
            `Kế hoạch không nêu thời điểm bắt đầu của quá trình; lấy ngày ban hành ${formatDate(issuedOn)}.`,
          ),
        );
      if (spec.kind !== 'from-until-event' && spec.endImplied)
        steps.push(
          step(
            'END_IMPLIED',
            {},
            'Kế hoạch không viết “cho đến khi hoàn thành”; thời điểm kết thúc được hiểu theo quá trình.',
          ),
        );
      const lastDay = event.status === 'confirmed' ? event.on : null;
      steps.push(eventStep(spec.event, event));
      if (spec.kind === 'monthly-during-process') {
        steps.push(
          step(
            'MONTHLY',
            {},
            'Mỗi tháng dương lịch một thời hạn, cắt theo ngày ban hành và ngày kết thúc quá trình; phần tháng dưới 5 ngày làm việc không tính.',
          ),
        );
        calendarStep();
        return dated('periods', opensOn, lastDay, lastDay, spec.event, false, steps);
      }
      return dated('progress', opensOn, lastDay, lastDay, spec.event, false, steps);
    }
    case 'after-event': {
      steps.push(eventStep(spec.event, event));
      if (event.status !== 'confirmed' || event.on === null)
        return dated('waiting', null, null, null, spec.event, false, steps);
      const opensOn = addDays(event.on, 1);
      steps.push(
        step(
          'OPENS_AFTER_EVENT',
          { opensOn },
          `Ngày xảy ra sự kiện không tính (BLDS 2015 Đ.147); bắt đầu từ ${formatDate(opensOn)}.`,
        ),
      );
      if (input.fixedLastDay !== null && input.fixedLastDay < opensOn)
        steps.push(
          step(
            'FIXED_BEFORE_OPENING',
            { lastDay: input.fixedLastDay, opensOn },
            `Ngày Văn phòng ấn định ${formatDate(input.fixedLastDay)} nay trước ngày bắt đầu; cần ấn định lại.`,
          ),
        );
      else if (input.fixedLastDay !== null) {
        steps.push(fixedStep(input.fixedLastDay, input.fixedBy));
        return dated('deadline', opensOn, input.fixedLastDay, input.fixedLastDay, spec.event, true, steps);
      }
      if (!spec.immediate) {
        steps.push(step('DUE_NOT_STATED', {}, 'Kế hoạch không nêu thời hạn; Văn phòng cần ấn định.'));
        return dated('ask-due', opensOn, null, null, spec.event, false, steps);
      }
      const recordedOn = event.recordedAt === null ? event.on : dateOf(event.recordedAt);
      const base = maxDate(event.on, recordedOn);
      const lastDay = addWorkingDays(calendar, base, policy.immediateWorkingDays);
      steps.push(
        step(
          'POLICY_IMMEDIATE',
          { base, days: policy.immediateWorkingDays, approvedBy: policy.approvedBy },
          `Văn phòng quy ước “ngay sau” là ${policy.immediateWorkingDays} ngày làm việc kể từ ${formatDate(base)}${approved(policy.approvedBy)}: ngày cuối là ${formatDate(lastDay)}.`,
        ),
      );
      calendarStep();
      return dated('deadline', opensOn, lastDay, lastDay, spec.event, true, steps);
    }
    case 'unreadable': {
      if (input.fixedLastDay !== null) {
        steps.push(fixedStep(input.fixedLastDay, input.fixedBy));
        return dated('deadline', issuedOn, input.fixedLastDay, input.fixedLastDay, null, true, steps);
      }
      steps.push(step('UNREADABLE', {}, spec.ask));
      return dated('ask-due', issuedOn, null, null, null, false, steps);
    }
  }
}

/** One month's obligation of a continuing row. */
export interface MonthlyPeriod {
  /** 'YYYY-MM' */
  readonly period: string;
  readonly from: CivilDate;
  readonly lastDay: CivilDate;
  readonly target: CivilDate;
  readonly lateFrom: EpochMs;
}

const STUB_WORKING_DAYS = 5;

/**
 * The calendar months from `opensOn`, each cut by the opening and the end (null: not known), up to and with the month of
 * `through`. A stub of fewer than five working days owes nothing.
 */
export function monthlyPeriods(
  opensOn: CivilDate,
  end: CivilDate | null,
  calendar: WorkCalendar,
  through: CivilDate,
): MonthlyPeriod[] {
  const periods: MonthlyPeriod[] = [];
  const stop = end === null ? through : minDate(end, lastOfMonth(monthOf(through)));
  for (let month = monthOf(opensOn); firstOfMonth(month) <= stop; month = nextMonth(month)) {
    const from = maxDate(firstOfMonth(month), opensOn);
    const lastDay = end === null ? lastOfMonth(month) : minDate(lastOfMonth(month), end);
    if (countWorkingDays(calendar, from, lastDay) < STUB_WORKING_DAYS) continue;
    const target = isWorkingDay(calendar, lastDay) ? lastDay : workingDayOnOrBefore(calendar, lastDay);
    periods.push({ period: month, from, lastDay, target, lateFrom: startOfDay(addDays(lastDay, 1)) });
  }
  return periods;
}

/** True where two windows ask for the same days: a change of anything else does not re-arm the ladder. */
export function sameDue(a: DeadlineWindow, b: DeadlineWindow): boolean {
  return a.follow === b.follow && a.opensOn === b.opensOn && a.lastDay === b.lastDay && a.target === b.target;
}

function dated(
  follow: Follow,
  opensOn: CivilDate | null,
  lastDay: CivilDate | null,
  target: CivilDate | null,
  event: EventName | null,
  byPolicy: boolean,
  derivation: readonly DerivationStep[],
): DeadlineWindow {
  const lateFrom = lastDay === null ? null : startOfDay(addDays(lastDay, 1));
  return { follow, opensOn, lastDay, target, lateFrom, byPolicy, event, derivation };
}

function step(rule: string, data: DerivationStep['data'], text: string): DerivationStep {
  return { rule, data, text };
}

function fixedStep(lastDay: CivilDate, approvedBy: string | null): DerivationStep {
  const data = { lastDay, approvedBy };
  return step('FIXED_BY_OFFICE', data, `Văn phòng quy ước ngày cuối là ${formatDate(lastDay)}${approved(approvedBy)}.`);
}

/** A policy names who approved it. */
const approved = (by: string | null): string => (by === null || by === '' ? '' : ` (${by} phê duyệt)`);

function eventStep(name: EventName, event: EventFact): DerivationStep {
  const data = { event: name, status: event.status, on: event.on, version: event.version };
  const label = eventLabel(name);
  const day = event.on === null ? '' : formatDate(event.on);
  switch (event.status) {
    case 'confirmed':
      return step('EVENT_CONFIRMED', data, `Đã xác nhận ngày ${label}: ${day} (lần ghi ${event.version}).`);
    case 'expected':
      return step('EVENT_EXPECTED', data, `Ngày dự kiến ${label}: ${day}; dự kiến chưa làm phát sinh thời hạn.`);
    case 'revoked':
      return step('EVENT_REVOKED', data, `Xác nhận ngày ${label} đã được hủy; chờ xác nhận lại.`);
    case 'unknown':
      return step('EVENT_UNKNOWN', data, `Chưa xác định ngày ${label}.`);
  }
}

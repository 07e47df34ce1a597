import type { PlannedAlarm } from '../alarm/alarms.js';
import { DEFAULT_LADDER, GRAVENESS } from '../alarm/ladder.js';
import { workingDayOnOrAfter } from '../time/calendar.js';
import { addDays, atTime, dayOfWeek, startOfDay } from '../time/civil.js';
import type { EpochMs, EventName } from '../time/reading.js';
import { applyLogEntry } from './facts.js';
import type { PlanFacts, PlanLogEntry } from './types.js';

/** An alarm of the plan as a whole: the Office is asked whether an expected event has come. */
export interface PlanAlarm {
  readonly event: EventName;
  /** The event's version: part of the alarm's identity in the place of a due version. */
  readonly eventVersion: number;
  readonly alarm: PlannedAlarm;
  readonly status: 'recorded' | 'suppressed';
}

export interface PlanSettleInput {
  readonly facts: PlanFacts;
  readonly log: readonly PlanLogEntry[];
  readonly settledThrough: EpochMs;
  readonly now: EpochMs;
}

export interface PlanSettleOutcome {
  readonly facts: PlanFacts;
  readonly alarms: readonly PlanAlarm[];
  readonly nextWakeAt: EpochMs | null;
  readonly closed: boolean;
}

/** The plan's own settle: asks about expected events, and says when the plan has ended. Pure. */
export function settlePlan(input: PlanSettleInput): PlanSettleOutcome {
  let { facts } = input;
  let cursor = input.settledThrough;
  const alarms: PlanAlarm[] = [];
  for (const entry of input.log) {
    if (entry.at > input.now || facts.status === 'closed') break;
    alarms.push(...asks(facts, cursor, entry.at));
    facts = applyLogEntry(facts, entry);
    cursor = Math.max(cursor, entry.at);
  }
  if (facts.status === 'closed') return { facts, alarms, nextWakeAt: null, closed: true };
  alarms.push(...asks(facts, cursor, input.now));
  const horizon = asks(facts, input.now, input.now + 3_660 * 86_400_000, true);
  return { facts, alarms, nextWakeAt: horizon[0]?.alarm.at ?? null, closed: false };
}

/** On the expected day, then each Monday until the Office answers. */
function asks(facts: PlanFacts, after: EpochMs, upTo: EpochMs, firstOnly = false): PlanAlarm[] {
  if (facts.status === 'closed') return [];
  const found: PlanAlarm[] = [];
  const status = facts.status === 'suspended' ? 'suppressed' : 'recorded';
  for (const [event, fact] of Object.entries(facts.events)) {
    if (fact.status !== 'expected' || fact.on === null) continue;
    const first = workingDayOnOrAfter(facts.calendar, fact.on);
    const monday = addDays(first, 8 - dayOfWeek(first));
    for (let n = 0; ; n += 1) {
      const day = n === 0 ? first : workingDayOnOrAfter(facts.calendar, addDays(monday, 7 * (n - 1)));
      if (startOfDay(day) > upTo) break;
      const at = atTime(day, DEFAULT_LADDER.time);
      if (at <= after || at > upTo) continue;
      const alarm: PlannedAlarm = {
        at,
        rule: 'event-ask',
        occurrence: n + 1,
        period: null,
        to: ['office'],
        channel: 'digest',
        grave: GRAVENESS['event-ask'],
      };
      found.push({ event, eventVersion: fact.version, alarm, status });
      if (firstOnly) break;
    }
  }
  return found.sort((a, b) => a.alarm.at - b.alarm.at);
}

import type { PlannedAlarm } from '../alarm/alarms.js';
import { DEFAULT_LADDER, GRAVENESS } from '../alarm/ladder.js';
import { workingDayOnOrAfter } from '../time/calendar.js';
import { addDays, atTime, dayOfWeek, startOfDay } from '../time/civil.js';
import type { EpochMs, EventName } from '../time/reading.js';
import { applyLogEntry, foldFacts } from './facts.js';
import type { AlarmStatus, PlanFacts, PlanLogEntry } from './types.js';

/** An alarm of the plan as a whole: the Office is asked whether an expected event has come. */
export interface PlanAlarm {
  readonly event: EventName;
  /** The event's version: part of the alarm's identity in the place of a due version. */
  readonly eventVersion: number;
  readonly alarm: PlannedAlarm;
  /** 'released': suppressed before, and asked after all at resume. */
  readonly status: AlarmStatus | 'released';
  readonly madeAt: EpochMs;
}

export interface PlanSettleInput {
  /** At the launch, before any entry of the log. */
  readonly base: PlanFacts;
  /** All of it: what a resume releases was suppressed under entries that have long been worked through. */
  readonly log: readonly PlanLogEntry[];
  readonly settledThrough: EpochMs;
  readonly now: EpochMs;
  /** Plan instants before it are over 60 real minutes late; −Infinity when there are none. */
  readonly missedBefore: EpochMs;
}

export interface PlanSettleOutcome {
  readonly facts: PlanFacts;
  readonly alarms: readonly PlanAlarm[];
  readonly nextWakeAt: EpochMs | null;
  readonly closed: boolean;
}

/** The plan's own settle: asks about expected events, and says when the plan has ended. Pure. */
export function settlePlan(input: PlanSettleInput): PlanSettleOutcome {
  const { launchedAt } = input.base;
  // What was told with the launch is in force from its first instant.
  let facts = foldFacts(
    input.base,
    input.log.filter((entry) => entry.at <= launchedAt),
  );
  let cursor = launchedAt - 1;
  const made: PlanAlarm[] = [];
  const held = new Map<EventName, PlanAlarm>();
  const ask = (upTo: EpochMs): void => {
    for (const alarm of asks(facts, cursor, upTo)) {
      made.push(alarm);
      if (alarm.status === 'suppressed') held.set(alarm.event, alarm);
    }
    cursor = Math.max(cursor, upTo);
  };
  for (const entry of input.log) {
    if (entry.at <= launchedAt) continue;
    if (entry.at > input.now || facts.status === 'closed') break;
    ask(entry.at);
    facts = applyLogEntry(facts, entry);
    if (entry.kind !== 'resumed') continue;
    for (const alarm of held.values())
      if (stillAsked(facts, alarm)) made.push({ ...alarm, status: 'released', madeAt: entry.at });
    held.clear();
  }
  const closed = facts.status === 'closed';
  if (!closed) ask(input.now);
  const alarms = onlyNewest(
    made.filter((alarm) => alarm.madeAt > input.settledThrough),
    input.missedBefore,
  );
  if (closed) return { facts, alarms, nextWakeAt: null, closed };
  const horizon = asks(facts, input.now, input.now + 3_660 * 86_400_000, true);
  return { facts, alarms, nextWakeAt: horizon[0]?.alarm.at ?? null, closed };
}

function stillAsked(facts: PlanFacts, { event, eventVersion }: PlanAlarm): boolean {
  const fact = facts.events[event];
  return fact?.status === 'expected' && fact.version === eventVersion;
}

/** Catch-up: of the questions about one event over 60 real minutes late, only the newest is asked. */
function onlyNewest(alarms: readonly PlanAlarm[], missedBefore: EpochMs): PlanAlarm[] {
  const missed = (alarm: PlanAlarm): boolean => alarm.status === 'recorded' && alarm.madeAt < missedBefore;
  const newest = new Map(alarms.filter(missed).map((alarm) => [alarm.event, alarm]));
  return alarms.map((alarm) =>
    missed(alarm) && newest.get(alarm.event) !== alarm ? { ...alarm, status: 'superseded' } : alarm,
  );
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
      found.push({ event, eventVersion: fact.version, alarm, status, madeAt: at });
      if (firstOnly) break;
    }
  }
  return found.sort((a, b) => a.alarm.at - b.alarm.at);
}

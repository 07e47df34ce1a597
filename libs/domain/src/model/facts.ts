import { DomainError } from '../errors.js';
import type { WorkCalendar } from '../time/calendar.js';
import type { CivilDate, DeadlineSpec, EpochMs, EventName } from '../time/reading.js';
import type { DeadlinePolicy, EventFact } from '../time/window.js';
import { UNKNOWN_EVENT } from '../time/window.js';
import type { PlanFacts, PlanLogEntry } from './types.js';

export function initialFacts(input: {
  readonly issuedOn: CivilDate;
  readonly launchedAt: EpochMs;
  readonly calendar: WorkCalendar;
  readonly policy: DeadlinePolicy;
}): PlanFacts {
  return { status: 'running', events: {}, ...input };
}

/** The facts after one entry of the log. Pure. */
export function applyLogEntry(facts: PlanFacts, entry: PlanLogEntry): PlanFacts {
  switch (entry.kind) {
    case 'suspended':
      return facts.status === 'closed' ? facts : { ...facts, status: 'suspended' };
    case 'resumed':
      return facts.status === 'closed' ? facts : { ...facts, status: 'running' };
    case 'closed':
      return { ...facts, status: 'closed' };
    case 'calendar':
      return { ...facts, calendar: entry.calendar };
    case 'event': {
      const before = eventOf(facts, entry.name);
      const status = entry.change === 'revoked' ? 'revoked' : entry.change === 'expected' ? 'expected' : 'confirmed';
      const after: EventFact = {
        status,
        on: status === 'revoked' ? null : entry.on,
        recordedAt: entry.at,
        version: before.version + 1,
      };
      return { ...facts, events: { ...facts.events, [entry.name]: after } };
    }
  }
}

export function foldFacts(base: PlanFacts, log: readonly PlanLogEntry[]): PlanFacts {
  return log.reduce(applyLogEntry, base);
}

export function eventOf(facts: PlanFacts, name: EventName | null): EventFact {
  return (name === null ? undefined : facts.events[name]) ?? UNKNOWN_EVENT;
}

/** The events that readings are bound to, each once, in their order: the events a plan has. */
export function eventNamesOf(specs: readonly DeadlineSpec[]): EventName[] {
  return [...new Set(specs.flatMap((spec) => eventNameOf(spec) ?? []))];
}

/** The event meant: the one named, or the plan's only one. @throws DomainError EVENT_UNKNOWN { name, events } */
export function eventNamed(events: readonly EventName[], name: EventName | undefined): EventName {
  const meant = name ?? (events.length === 1 ? events[0] : undefined);
  if (meant === undefined || !events.includes(meant)) throw new DomainError('EVENT_UNKNOWN', { name, events });
  return meant;
}

/** The event a reading is bound to, or null. */
export function eventNameOf(spec: DeadlineSpec): EventName | null {
  return 'event' in spec ? spec.event : null;
}

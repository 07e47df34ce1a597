import { alarmKey, settlePlan, settleTask } from '@don-doc/domain';
import type { EpochMs, EventName, PlannedAlarm, TaskModel } from '@don-doc/domain';
import { factsAt, logAfter } from './plan-frame.js';
import type { PlanFrame } from './plan-frame.js';

export interface PlannedEntry {
  readonly key: string;
  readonly rowId: string | null;
  readonly unitId: string | null;
  readonly assignmentId: string | null;
  /** Of an alarm of the plan as a whole. */
  readonly event: EventName | null;
  readonly alarm: PlannedAlarm;
  readonly dueVersion: number;
  readonly status: 'recorded' | 'superseded' | 'suppressed';
}

/**
 * What will be made between now and `until` if nobody does anything, of every kind: the very functions that settle runs,
 * from where each task stands and with the log that it has still to work through, without writing.
 */
export function plannedAlarms(frame: PlanFrame, tasks: readonly TaskModel[], until: EpochMs): PlannedEntry[] {
  if (frame.status === 'closed') return [];
  const entries: PlannedEntry[] = [];
  for (const model of tasks) {
    let task = model;
    let facts = factsAt(frame, model.settledThrough);
    for (let more = true; more;) {
      const log = logAfter(frame, task.settledThrough).filter((entry) => entry.at <= until);
      const outcome = settleTask({ task, facts, log, now: until, missedBefore: Number.NEGATIVE_INFINITY });
      ({ task, facts, more } = outcome);
      for (const effect of outcome.effects) {
        if (effect.kind !== 'alarm' || effect.madeAt <= frame.now) continue;
        const { rowId, unitId, assignmentId, alarm, dueVersion, status } = effect;
        const key = alarmKey(rowId, unitId, alarm.period, alarm.rule, alarm.occurrence, dueVersion);
        entries.push({ key, rowId, unitId, assignmentId, event: null, alarm, dueVersion, status });
      }
    }
  }
  return [...entries, ...ofThePlan(frame, until)].sort((a, b) => a.alarm.at - b.alarm.at || (a.key < b.key ? -1 : 1));
}

function ofThePlan(frame: PlanFrame, until: EpochMs): PlannedEntry[] {
  const { alarms } = settlePlan({
    base: frame.base,
    log: frame.log,
    settledThrough: frame.now,
    now: until,
    missedBefore: Number.NEGATIVE_INFINITY,
  });
  return alarms.flatMap(({ alarm, event, eventVersion, status }) =>
    status === 'released'
      ? []
      : [
          {
            key: alarmKey(frame.id, null, event, alarm.rule, alarm.occurrence, eventVersion),
            rowId: null,
            unitId: null,
            assignmentId: null,
            event,
            alarm,
            dueVersion: eventVersion,
            status,
          },
        ],
  );
}

/** Near ones are found in the first step; a plan that waits for an event may have none for years. */
const HORIZON_DAYS = [14, 60, 400, 4_000];

/** The next instant at which a person will be told something, or null. */
export function nextPlannedAt(frame: PlanFrame, tasks: readonly TaskModel[]): EpochMs | null {
  for (const days of HORIZON_DAYS) {
    const planned = plannedAlarms(frame, tasks, frame.now + days * 86_400_000);
    const next = planned.find((entry) => entry.status === 'recorded');
    if (next !== undefined) return next.alarm.at;
  }
  return null;
}

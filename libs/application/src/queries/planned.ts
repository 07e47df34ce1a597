import { alarmKey, settlePlan, settleTask } from '@don-doc/domain';
import type { EpochMs, PlannedAlarm } from '@don-doc/domain';
import { factsAt, logAfter } from '../core/plan-frame.js';
import type { PlanPicture } from './picture.js';

export interface PlannedEntry {
  readonly key: string;
  readonly rowId: string | null;
  readonly unitId: string | null;
  readonly assignmentId: string | null;
  readonly alarm: PlannedAlarm;
  readonly dueVersion: number;
  readonly status: 'recorded' | 'superseded' | 'suppressed';
}

/**
 * What will be made between now and `until` if nobody does anything: the very function that settle runs, from where each
 * task stands, without writing.
 */
export function plannedAlarms(picture: PlanPicture, until: EpochMs): PlannedEntry[] {
  const { frame } = picture;
  if (frame.status === 'closed') return [];
  const entries: PlannedEntry[] = [];
  for (const { model } of picture.tasks) {
    let task = model;
    let facts = factsAt(frame, model.settledThrough);
    for (let more = true; more;) {
      const log = logAfter(frame, task.settledThrough).filter((entry) => entry.at <= until);
      const outcome = settleTask({ task, facts, log, now: until, missedBefore: Number.NEGATIVE_INFINITY });
      ({ task, facts, more } = outcome);
      for (const effect of outcome.effects) {
        if (effect.kind !== 'alarm' || effect.madeAt <= picture.now) continue;
        const { rowId, unitId, assignmentId, alarm, dueVersion, status } = effect;
        const key = alarmKey(rowId, unitId, alarm.period, alarm.rule, alarm.occurrence, dueVersion);
        entries.push({ key, rowId, unitId, assignmentId, alarm, dueVersion, status });
      }
    }
  }
  return [...entries, ...planAlarms(picture, until)].sort(
    (a, b) => a.alarm.at - b.alarm.at || (a.key < b.key ? -1 : 1),
  );
}

function planAlarms(picture: PlanPicture, until: EpochMs): PlannedEntry[] {
  const { frame } = picture;
  const { settledThrough } = frame;
  const { alarms } = settlePlan({
    facts: factsAt(frame, settledThrough),
    log: logAfter(frame, settledThrough).filter((entry) => entry.at <= until),
    settledThrough,
    now: until,
  });
  return alarms
    .filter(({ alarm }) => alarm.at > picture.now)
    .map(({ alarm, event, eventVersion, status }) => ({
      key: alarmKey(picture.plan.id, null, event, alarm.rule, alarm.occurrence, eventVersion),
      rowId: null,
      unitId: null,
      assignmentId: null,
      alarm,
      dueVersion: eventVersion,
      status,
    }));
}

/** The next instant at which a person will be told something, or null. */
export function nextPlannedAt(picture: PlanPicture): EpochMs | null {
  // Near ones are found in the first step; a plan that waits for an event may have none for months.
  for (const days of [14, 60, 400]) {
    const next = plannedAlarms(picture, picture.now + days * 86_400_000).find((entry) => entry.status === 'recorded');
    if (next !== undefined) return next.alarm.at;
  }
  return null;
}

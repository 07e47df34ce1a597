import type { AlarmView } from '@don-doc/contracts/http';

export interface AlarmGroup {
  readonly first: AlarmView;
  readonly unitNames: readonly string[];
}

/** One reminder of a row that many units get at once is one line with its units; the order stays. */
export function groupAlarms(alarms: readonly AlarmView[]): readonly AlarmGroup[] {
  const groups = new Map<string, { first: AlarmView; unitNames: string[] }>();
  for (const alarm of alarms) {
    const { at, rowId, rule, occurrence, period, state, note, to } = alarm;
    const key = JSON.stringify([at, rowId, rule, occurrence, period, state, note, to]);
    const group = groups.get(key) ?? { first: alarm, unitNames: [] };
    if (alarm.unitName && !group.unitNames.includes(alarm.unitName)) group.unitNames.push(alarm.unitName);
    groups.set(key, group);
  }
  return [...groups.values()];
}

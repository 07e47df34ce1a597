import { alarmKey } from '@don-doc/domain';
import type { Effect, EpochMs, PlannedAlarm } from '@don-doc/domain';
import { fromEpochMs, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

export interface AlarmOwner {
  readonly planId: string;
  readonly taskId: string | null;
  readonly directoryId: string;
  readonly byAccount: string | null;
}

interface LedgerRow {
  readonly alarm_key: string;
  readonly row_id: string | null;
  readonly unit_id: string | null;
  readonly assignment_id: string | null;
  readonly rule: string;
  readonly occurrence: number;
  readonly period: string | null;
  readonly event: string | null;
  readonly due_version: number;
  readonly planned_at: EpochMs;
  readonly made_at: EpochMs;
  readonly status: 'recorded' | 'superseded' | 'suppressed';
  readonly channel: string;
  readonly audience: readonly string[];
  readonly grave: number;
  readonly note: string | null;
}

/**
 * Audiences to people of the plan's directory, one copy a person: the head of the alarm's unit, everyone of the Office,
 * the deputy, the director. $2 is the directory; `made` gives the alarms just made.
 */
const TELL = `
INSERT INTO alarm_recipient (alarm_id, person_id, role)
SELECT m.id, p.id, CASE
    WHEN 'unit-head' = ANY(m.audience) AND 'unit-head' = ANY(p.roles) AND p.unit_id = m.unit_id THEN 'unit-head'
    WHEN 'office' = ANY(m.audience) AND 'office' = ANY(p.roles) THEN 'office'
    WHEN 'deputy-director' = ANY(m.audience) AND 'deputy-director' = ANY(p.roles) THEN 'deputy-director'
    ELSE 'director' END
FROM made m JOIN person p ON p.directory_id = $2 AND (
  ('unit-head' = ANY(m.audience) AND 'unit-head' = ANY(p.roles) AND p.unit_id = m.unit_id)
  OR ('office' = ANY(m.audience) AND 'office' = ANY(p.roles))
  OR ('deputy-director' = ANY(m.audience) AND 'deputy-director' = ANY(p.roles))
  OR ('director' = ANY(m.audience) AND 'director' = ANY(p.roles)))
WHERE m.status = 'recorded'
ON CONFLICT ON CONSTRAINT pk_alarm_recipient DO NOTHING`;

/** Writes a task's alarms into the ledger, each identity once; returns the keys that are new. */
export async function writeAlarms(em: EntityManager, owner: AlarmOwner, effects: readonly Effect[]): Promise<string[]> {
  return insertAlarms(
    em,
    owner,
    effects.flatMap((e) =>
      e.kind === 'alarm'
        ? [
            {
              ...ledgerRow(e.alarm, keyOf(e), e.dueVersion, e.status, e.madeAt, e.note ?? null),
              row_id: e.rowId,
              unit_id: e.unitId,
              assignment_id: e.assignmentId,
            },
          ]
        : [],
    ),
  );
}

/** A row of the ledger that belongs to no plan row yet. */
export function ledgerRow(
  alarm: PlannedAlarm,
  key: string,
  dueVersion: number,
  status: LedgerRow['status'],
  madeAt: EpochMs,
  note: string | null,
): LedgerRow {
  return {
    alarm_key: key,
    row_id: null,
    unit_id: null,
    assignment_id: null,
    rule: alarm.rule,
    occurrence: alarm.occurrence,
    period: alarm.period,
    event: null,
    due_version: dueVersion,
    planned_at: alarm.at,
    made_at: madeAt,
    status,
    channel: alarm.channel,
    audience: alarm.to,
    grave: alarm.grave,
    note,
  };
}

export async function insertAlarms(
  em: EntityManager,
  owner: AlarmOwner,
  rows: readonly LedgerRow[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = await sqlRows<{ alarm_key: string }>(
    em,
    `WITH made AS (
       INSERT INTO alarm (id, alarm_key, plan_id, task_id, row_id, unit_id, assignment_id, rule, occurrence, period,
         event, due_version, planned_at, made_at, status, channel, audience, grave, note, by_account)
       SELECT gen_random_uuid(), alarm_key, $3, $4, row_id, unit_id, assignment_id, rule, occurrence, period,
         event, due_version, ${fromEpochMs('planned_at')}, ${fromEpochMs('made_at')}, status, channel,
         ARRAY(SELECT jsonb_array_elements_text(audience)), grave, note, $5
       FROM jsonb_to_recordset($1::jsonb) AS x(alarm_key text, row_id uuid, unit_id uuid, assignment_id uuid, rule text,
         occurrence int, period text, event text, due_version int, planned_at bigint, made_at bigint, status text, channel text,
         audience jsonb, grave int, note text)
       ON CONFLICT ON CONSTRAINT uq_alarm_key DO NOTHING
       RETURNING id, alarm_key, unit_id, audience, status),
     told AS (${TELL})
     SELECT alarm_key FROM made`,
    [JSON.stringify(rows), owner.directoryId, owner.planId, owner.taskId, owner.byAccount],
  );
  return made.map((row) => row.alarm_key);
}

export interface Released {
  readonly alarm_key: string;
  readonly made_at: EpochMs;
  readonly audience: readonly string[];
}

export async function releaseAlarms(em: EntityManager, owner: AlarmOwner, effects: readonly Effect[]): Promise<void> {
  await releaseInLedger(
    em,
    owner,
    effects.flatMap((e) =>
      e.kind === 'alarm-released' ? [{ alarm_key: keyOf(e), made_at: e.madeAt, audience: e.alarm.to }] : [],
    ),
  );
}

/** At resume: the gravest of the suppressed alarms is sent after all, to all whom the others would have reached. */
export async function releaseInLedger(
  em: EntityManager,
  owner: AlarmOwner,
  released: readonly Released[],
): Promise<void> {
  if (released.length === 0) return;
  await em.query(
    `WITH made AS (
       UPDATE alarm a SET status = 'recorded', made_at = ${fromEpochMs('x.made_at')},
         audience = ARRAY(SELECT jsonb_array_elements_text(x.audience))
       FROM jsonb_to_recordset($1::jsonb) AS x(alarm_key text, made_at bigint, audience jsonb)
       WHERE a.alarm_key = x.alarm_key AND a.status = 'suppressed'
       RETURNING a.id, a.unit_id, a.audience, a.status)
     ${TELL}`,
    [JSON.stringify(released), owner.directoryId],
  );
}

function keyOf(e: Extract<Effect, { kind: 'alarm' | 'alarm-released' }>): string {
  return alarmKey(e.rowId, e.unitId, e.alarm.period, e.alarm.rule, e.alarm.occurrence, e.dueVersion);
}

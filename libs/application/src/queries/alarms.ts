import type { EpochMs, RowState } from '@don-doc/domain';
import type { AlarmView } from '@don-doc/contracts/http';
import { plannedAlarms, type PlannedEntry } from '../core/planned.js';
import { modelsOf, type PlanPicture } from './picture.js';
import type { Reader } from './rows.js';
import { readsWorkOf, seesAddresses } from './sight.js';
import { iso, isoOrNull, type Sql } from './sql.js';
import type { Words } from './words.js';

interface RecordedRow {
  id: string;
  alarm_key: string;
  planned_at: Date;
  made_at: Date;
  rule: string;
  occurrence: number;
  period: string | null;
  event: string | null;
  row_id: string | null;
  row_no: string | null;
  unit_id: string | null;
  unit_name: string | null;
  due_version: number;
  audience: string[];
  status: 'recorded' | 'superseded' | 'suppressed';
  channel: string;
  note: string | null;
  recipients: { name: string; email: string | null; readAt: string | null; sentAt: string | null; mailed: boolean }[];
}

export interface AlarmFilter {
  readonly rowId?: string;
  readonly from?: EpochMs;
  readonly to?: EpochMs;
  readonly limit: number;
}

/** The ledger, newest first, each entry with those it was made for. */
export async function recordedAlarms(
  sql: Sql,
  planId: string,
  filter: AlarmFilter,
  words: Words,
): Promise<AlarmView[]> {
  const rows = await sql.query<RecordedRow[]>(
    `SELECT a.id, a.alarm_key, a.planned_at, a.made_at, a.rule, a.occurrence, a.period,
            coalesce(a.event, r.due_window->>'event') AS event, a.row_id, r.no AS row_no,
            a.unit_id, u.name AS unit_name, a.due_version, a.audience, a.status, a.channel, a.note,
            coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email, 'readAt', ar.read_at,
              'sentAt', m.sent_at, 'mailed', ar.mail_id IS NOT NULL) ORDER BY p.name) FILTER (WHERE p.id IS NOT NULL), '[]') AS recipients
       FROM alarm a
       LEFT JOIN plan_row r ON r.id = a.row_id
       LEFT JOIN unit u ON u.id = a.unit_id
       LEFT JOIN alarm_recipient ar ON ar.alarm_id = a.id
       LEFT JOIN person p ON p.id = ar.person_id
       LEFT JOIN mail m ON m.id = ar.mail_id
      WHERE a.plan_id = $1 AND ($2::uuid IS NULL OR a.row_id = $2)
        AND ($3::timestamptz IS NULL OR a.made_at >= $3) AND ($4::timestamptz IS NULL OR a.made_at <= $4)
      GROUP BY a.id, r.id, u.name
      ORDER BY a.made_at DESC, a.planned_at DESC, a.alarm_key
      LIMIT $5`,
    [planId, filter.rowId ?? null, dateOrNull(filter.from), dateOrNull(filter.to), filter.limit],
  );
  return rows.map((a) => {
    const sentAt = a.recipients.map((p) => p.sentAt).find((at) => at !== null) ?? null;
    return {
      id: a.id,
      at: iso(a.planned_at.getTime()),
      rule: a.rule,
      ruleText: words.rule(a.rule, a.occurrence, a.period, a.event),
      occurrence: a.occurrence,
      period: a.period,
      rowId: a.row_id,
      rowNo: a.row_no,
      unitId: a.unit_id,
      unitName: a.unit_name,
      dueVersion: a.due_version,
      to: a.audience,
      state: a.status === 'recorded' && sentAt !== null ? 'sent' : a.status,
      sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
      recipients: a.recipients.map((p) => ({
        name: p.name,
        email: p.email,
        channel: p.mailed ? 'digest' : 'inbox',
        readAt: p.readAt === null ? null : new Date(p.readAt).toISOString(),
      })),
      note: a.note,
    };
  });
}

/** What the pure model says will be made from now on, soonest first. */
export function plannedAlarmViews(
  picture: PlanPicture,
  filter: { readonly rowId?: string; readonly from?: EpochMs; readonly to: EpochMs; readonly limit: number },
  words: Words,
): AlarmView[] {
  const rows = new Map(picture.rows.map((r) => [r.state.id, r.state]));
  return plannedAlarms(picture.frame, modelsOf(picture), filter.to)
    .filter((e) => filter.rowId === undefined || e.rowId === filter.rowId)
    .filter((e) => filter.from === undefined || e.alarm.at >= filter.from)
    .slice(0, filter.limit)
    .map((e) => ({
      id: e.key,
      at: iso(e.alarm.at),
      rule: e.alarm.rule,
      ruleText: words.rule(e.alarm.rule, e.alarm.occurrence, e.alarm.period, eventOfEntry(e, rows)),
      occurrence: e.alarm.occurrence,
      period: e.alarm.period,
      rowId: e.rowId,
      rowNo: e.rowId === null ? null : (rows.get(e.rowId)?.no ?? null),
      unitId: e.unitId,
      unitName: e.unitId === null ? null : (picture.units.get(e.unitId)?.name ?? null),
      dueVersion: e.dueVersion,
      to: [...e.alarm.to],
      state: e.status === 'suppressed' ? 'suppressed' : 'planned',
      sentAt: null,
      recipients: [],
      note: null,
    }));
}

/** Those that are this reader's business; addresses only for those who write. */
export function alarmsFor({ actor, sight }: Reader, alarms: readonly AlarmView[]): AlarmView[] {
  const own = alarms.filter(({ unitId }) => readsWorkOf(sight, unitId));
  if (seesAddresses(actor)) return own;
  return own.map((alarm) => ({ ...alarm, recipients: alarm.recipients.map((person) => ({ ...person, email: null })) }));
}

function eventOfEntry(entry: PlannedEntry, rows: ReadonlyMap<string, RowState>): string | null {
  return entry.event ?? (entry.rowId === null ? null : (rows.get(entry.rowId)?.window.event ?? null));
}

const dateOrNull = (at: EpochMs | undefined): string | null => isoOrNull(at ?? null);

import { DomainError, VN_CALENDAR_2025_2027 } from '@don-doc/domain';
import type { CalendarDay, WorkCalendar } from '@don-doc/domain';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

/** The calendar that launches use. Its versions are rows; the seed is version 1. */
export const CALENDAR_ID = VN_CALENDAR_2025_2027.id;

/** A version never changes, so it is read once for each database. */
const cache = new WeakMap<object, Map<string, WorkCalendar>>();

/** @throws DomainError CALENDAR_UNKNOWN */
export async function loadCalendar(em: EntityManager, id: string, version: number): Promise<WorkCalendar> {
  const known = cacheOf(em);
  const key = `${id}/${version}`;
  const found = known.get(key);
  if (found) return found;
  const head = await sqlRow<{ unannounced: number[] }>(
    em,
    'SELECT unannounced FROM work_calendar WHERE id = $1 AND version = $2',
    [id, version],
  );
  if (head === null) throw new DomainError('CALENDAR_UNKNOWN', { id, version });
  const days = await sqlRows<CalendarDay>(
    em,
    'SELECT date, kind, name, source FROM work_calendar_day WHERE calendar_id = $1 AND version = $2 ORDER BY date',
    [id, version],
  );
  const calendar: WorkCalendar = {
    id,
    version,
    days: Object.fromEntries(days.map((day) => [day.date, day])),
    unannounced: head.unannounced,
  };
  known.set(key, calendar);
  return calendar;
}

/** The newest version; the seed is written first where the database has none yet. */
export async function currentCalendar(em: EntityManager): Promise<WorkCalendar> {
  const newest = await newestVersion(em);
  if (newest !== null) return loadCalendar(em, CALENDAR_ID, newest);
  await insertCalendar(em, VN_CALENDAR_2025_2027, null);
  return loadCalendar(em, CALENDAR_ID, (await newestVersion(em)) ?? VN_CALENDAR_2025_2027.version);
}

async function newestVersion(em: EntityManager): Promise<number | null> {
  const row = await sqlRow<{ version: number | null }>(
    em,
    'SELECT max(version) AS version FROM work_calendar WHERE id = $1',
    [CALENDAR_ID],
  );
  return row?.version ?? null;
}

/** Writes a version with its days; one that is there already stays as it is. */
export async function insertCalendar(em: EntityManager, calendar: WorkCalendar, by: string | null): Promise<void> {
  const made = await sqlRows(
    em,
    `INSERT INTO work_calendar (id, version, unannounced, created_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT pk_work_calendar DO NOTHING RETURNING version`,
    [calendar.id, calendar.version, calendar.unannounced, by],
  );
  if (made.length === 0) return;
  await em.query(
    `INSERT INTO work_calendar_day (calendar_id, version, date, kind, name, source)
     SELECT $1, $2, date, kind, name, source
     FROM jsonb_to_recordset($3::jsonb) AS d(date date, kind text, name text, source text)`,
    [calendar.id, calendar.version, JSON.stringify(Object.values(calendar.days))],
  );
}

function cacheOf(em: EntityManager): Map<string, WorkCalendar> {
  let known = cache.get(em.dataSource);
  if (!known) {
    known = new Map();
    cache.set(em.dataSource, known);
  }
  return known;
}

import type { CalendarDay, WorkCalendar } from '@don-doc/domain';
import type { Sql } from './sql.js';

interface DayRow {
  version: number;
  unannounced: number[];
  date: string | null;
  kind: 'off' | 'work' | null;
  name: string | null;
  source: string | null;
}

/** Every version of a calendar: a plan's log may name any of them. */
export async function loadCalendars(sql: Sql, calendarId: string): Promise<Map<number, WorkCalendar>> {
  const days = await sql.query<DayRow[]>(
    `SELECT c.version, c.unannounced, d.date, d.kind, d.name, d.source
       FROM work_calendar c LEFT JOIN work_calendar_day d ON d.calendar_id = c.id AND d.version = c.version
      WHERE c.id = $1 ORDER BY c.version, d.date`,
    [calendarId],
  );
  const versions = new Map<number, { unannounced: number[]; days: Record<string, CalendarDay> }>();
  for (const row of days) {
    const version = versions.get(row.version) ?? { unannounced: row.unannounced, days: {} };
    versions.set(row.version, version);
    const { date, kind, name, source } = row;
    if (date !== null && kind !== null) version.days[date] = { date, kind, name: name ?? '', source: source ?? '' };
  }
  return new Map([...versions].map(([version, rest]) => [version, { id: calendarId, version, ...rest }]));
}

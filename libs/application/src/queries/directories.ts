import type { UnitLexicon } from '@don-doc/domain';
import type { CalendarView, DirectoryView, UnitView } from '@don-doc/contracts/http';
import { belongingOf, reachesDirectory } from '../auth/reach.js';
import type { Actor, AppContext } from '../context.js';
import { currentCalendar } from '../core/calendars.js';
import { inTransaction } from '../core/transaction.js';

interface UnitRow {
  directory_id: string;
  directory_name: string;
  is_demo: boolean;
  id: string | null;
  code: string;
  name: string;
  kind: UnitView['kind'];
  head_name: string | null;
}

/** Units of the directories that are this account's business, the agency's own first. Groups are names for sets, not units one can pick. */
export async function directoryViews(ctx: AppContext, actor: Actor): Promise<DirectoryView[]> {
  const who = await belongingOf(ctx, actor);
  const rows = await ctx.db.query<UnitRow[]>(
    `SELECT d.id AS directory_id, d.name AS directory_name, d.is_demo, u.id, u.code, u.name, u.kind,
            (SELECT p.name FROM person p WHERE p.unit_id = u.id AND 'unit-head' = ANY (p.roles) ORDER BY p.name LIMIT 1) AS head_name
       FROM directory d LEFT JOIN unit u ON u.directory_id = d.id AND u.kind <> 'group'
      ORDER BY d.is_demo, d.name, array_position(ARRAY['agency', 'unit', 'post', 'guest'], u.kind), u.is_office DESC, u.name`,
  );
  const views = new Map<string, DirectoryView>();
  for (const row of rows) {
    if (!reachesDirectory(who, row.directory_id)) continue;
    const view = views.get(row.directory_id) ?? {
      id: row.directory_id,
      name: row.directory_name,
      demo: row.is_demo,
      units: [],
    };
    views.set(row.directory_id, view);
    if (row.id === null) continue;
    view.units.push({
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      headName: row.head_name,
      demo: row.is_demo,
    });
  }
  return [...views.values()];
}

/** The names a plan's reader resolves units by: those of all directories, each code once. */
export async function readLexicon(ctx: AppContext): Promise<UnitLexicon> {
  const units = await ctx.db.query<{ code: string; name: string; kind: string; aliases: string[] }[]>(
    `SELECT DISTINCT ON (u.code) u.code, u.name, u.kind, u.aliases
       FROM unit u JOIN directory d ON d.id = u.directory_id ORDER BY u.code, d.is_demo`,
  );
  return {
    entries: units.map(({ code, name, kind, aliases }) => ({
      code,
      name,
      aliases,
      kind: kind === 'agency' || kind === 'group' ? kind : 'unit',
    })),
  };
}

export async function calendarView(ctx: AppContext): Promise<CalendarView> {
  const newest = await inTransaction(ctx, currentCalendar);
  const days = Object.values(newest.days).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { id: newest.id, version: newest.version, unannounced: [...newest.unannounced], days };
}

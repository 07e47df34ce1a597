import type { HistoryView } from '@don-doc/contracts/http';
import { readsWorkOf, type Sight } from './sight.js';
import { iso, ms, type Sql } from './sql.js';
import type { Words } from './words.js';

interface HistoryRow {
  id: number;
  at: Date;
  by_name: string | null;
  kind: string;
  data: Record<string, unknown>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  unit_id: string | null;
  unit_name: string | null;
}

/** What happened to a row, newest first, in words a clerk reads: what was said of another unit's work is left out. */
export async function rowHistory(sql: Sql, sight: Sight, rowId: string, words: Words): Promise<HistoryView[]> {
  const rows = await sql.query<HistoryRow[]>(
    `SELECT h.id, h.at, coalesce(p.name, a.username) AS by_name, h.kind, h.data, h.before, h.after, u.id AS unit_id, u.name AS unit_name
       FROM history h
       LEFT JOIN account a ON a.id = h.by_account
       LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN assignment s ON s.id = h.assignment_id
       LEFT JOIN unit u ON u.id = s.unit_id
      WHERE h.row_id = $1 ORDER BY h.id DESC LIMIT 500`,
    [rowId],
  );
  const shown = rows.filter((h) => readsWorkOf(sight, h.unit_id) || (h.unit_id === null && sight.kind === 'unit'));
  return shown.map((h) => {
    const told = words.history({ kind: h.kind, data: h.data, before: h.before, after: h.after, unitName: h.unit_name });
    return { id: String(h.id), at: iso(ms(h.at)), byName: h.by_name, ...told };
  });
}

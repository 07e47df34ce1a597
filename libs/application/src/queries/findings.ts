import type { FindingView, PlaceView } from '@don-doc/contracts/http';
import { ms, iso, type Sql } from './sql.js';

interface FindingRow {
  id: string;
  code: string;
  severity: FindingView['severity'];
  row_no: string | null;
  place: PlaceView | null;
  message: string;
  options: { code: string; label: string }[];
  answer_option: string | null;
  answer_reason: string | null;
  answered_at: Date | null;
  by_name: string | null;
}

/** What is odd in a plan, gravest first, in the plan's order. */
export async function findingViews(sql: Sql, planId: string): Promise<FindingView[]> {
  const rows = await sql.query<FindingRow[]>(
    `SELECT f.id, f.code, f.severity, f.row_no, f.place, f.message, f.options, f.answer_option, f.answer_reason,
            f.answered_at, coalesce(p.name, a.username) AS by_name
       FROM plan_finding f
       LEFT JOIN account a ON a.id = f.answered_by
       LEFT JOIN person p ON p.id = a.person_id
      WHERE f.plan_id = $1
      ORDER BY array_position(ARRAY['blocking', 'caution', 'notice'], f.severity), f.position`,
    [planId],
  );
  return rows.map((f) => ({
    id: f.id,
    code: f.code,
    severity: f.severity,
    rowNo: f.row_no,
    place: f.place,
    message: f.message,
    options: f.options.map(({ code, label }) => ({ code, label })),
    answer:
      f.answered_at === null || f.answer_reason === null
        ? null
        : { option: f.answer_option, reason: f.answer_reason, byName: f.by_name ?? '', at: iso(ms(f.answered_at)) },
  }));
}

export async function findingCounts(sql: Sql, planId: string): Promise<Map<string, number>> {
  const rows = await sql.query<{ row_no: string; n: number }[]>(
    `SELECT row_no, count(*)::int AS n FROM plan_finding WHERE plan_id = $1 AND row_no IS NOT NULL GROUP BY row_no`,
    [planId],
  );
  return new Map(rows.map((r) => [r.row_no, r.n]));
}

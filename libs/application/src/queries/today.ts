import { atTime, bucketOf, dateOf, isArmed, workingDaysLeft } from '@don-doc/domain';
import type { TodayItem, TodayView } from '@don-doc/contracts/http';
import type { PlanPicture } from './picture.js';
import { dueNow } from './rows.js';
import { readsWorkOf, type Sight } from './sight.js';
import { iso, isoOrNull, type Sql } from './sql.js';
import type { Words } from './words.js';

/** The ladder begins so many working days before; so does the list. */
const SOON_WORKING_DAYS = 5;

interface LastRow {
  assignment_id: string;
  last_at: Date | null;
  manual_today: boolean;
}

/** "Cần đôn đốc hôm nay": open work that is late or near its last day, the gravest first. */
export async function todayView(sql: Sql, picture: PlanPicture, sight: Sight, words: Words): Promise<TodayView> {
  const { plan, facts, now } = picture;
  const today = dateOf(now);
  if (plan.status === 'closed') return { items: [], chatText: '' };
  const last = await sql.query<LastRow[]>(
    `SELECT assignment_id, max(made_at) FILTER (WHERE status = 'recorded') AS last_at,
            bool_or(rule = 'manual' AND made_at >= $2) AS manual_today
       FROM alarm WHERE plan_id = $1 AND assignment_id IS NOT NULL AND status IN ('recorded', 'suppressed')
      GROUP BY assignment_id`,
    [plan.id, iso(atTime(today, '00:00'))],
  );
  const lastOf = new Map(last.map((row) => [row.assignment_id, row]));
  const rows = new Map(picture.rows.map((row) => [row.state.id, row]));
  const items: TodayItem[] = [];
  for (const a of picture.assignments) {
    const row = rows.get(a.model.rowId);
    if (row === undefined || !isArmed(a.model.state) || !readsWorkOf(sight, a.model.unitId)) continue;
    const due = dueNow(picture, row.state, a);
    if (due === null) continue;
    const left = workingDaysLeft(facts.calendar, today, due.lastDay);
    const bucket = bucketOf(a.model, row.state, facts.calendar, now);
    if (left > SOON_WORKING_DAYS && bucket !== 'overdue') continue;
    const unit = picture.units.get(a.model.unitId);
    const told = lastOf.get(a.model.id);
    const dueWords =
      due.period === null ? words.due(row.state.window, row.state.phrase) : words.dueOfMonth(due.period, due.lastDay);
    const spoken = {
      unitName: unit?.name ?? '',
      headName: unit?.headName ?? null,
      rowNo: row.state.no,
      content: row.content,
      dueWords,
      workingDaysLeft: left,
    };
    items.push({
      ...spoken,
      assignmentId: a.model.id,
      rowId: row.state.id,
      unitId: a.model.unitId,
      bucket,
      period: due.period,
      lastRemindedAt: isoOrNull(told?.last_at ?? null),
      remindedToday: told?.manual_today ?? false,
      chatText: words.chat({ ...spoken, planTitle: plan.title, rehearsal: plan.is_rehearsal }),
    });
  }
  // Sort is stable: within one number of days the plan's own order stays.
  items.sort((a, b) => a.workingDaysLeft - b.workingDaysLeft);
  return { items, chatText: items.length === 0 ? '' : words.chatOfAll(plan.title, plan.is_rehearsal, today, items) };
}

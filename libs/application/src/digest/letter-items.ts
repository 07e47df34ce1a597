import { eventOf } from '@don-doc/domain';
import type { AssignmentStateName, CivilDate, DeadlineWindow, EventName } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { factsAt, type PlanFrame } from '../core/plan-frame.js';
import { LEADERS, pageOf } from './leaders.js';

/** One matter of a letter: a row for one unit, or (row null) one of the whole plan. */
export interface LetterItem {
  readonly rowId: string | null;
  readonly rowNo: string | null;
  /** The plan's own words. */
  readonly content: string | null;
  readonly unitName: string | null;
  readonly lastDay: CivilDate | null;
  readonly rule: string;
  readonly period: string | null;
  /** The event that it speaks of, if it speaks of one. */
  readonly event: EventName | null;
  readonly grave: number;
  /** As whom the person reads of it. */
  readonly role: string;
  readonly note: string | null;
}

interface AlarmRow extends LetterItem {
  readonly assignmentId: string | null;
  readonly status: string;
  readonly alarmDueVersion: number;
  readonly rowDueVersion: number | null;
  readonly window: DeadlineWindow | null;
  readonly state: AssignmentStateName | null;
  readonly periodMet: boolean;
}

const ALARMS = `
SELECT a.row_id AS "rowId", r.no AS "rowNo", r.content, u.name AS "unitName", r.last_day AS "lastDay", a.rule, a.period,
  coalesce(a.event, r.due_window->>'event') AS event, a.grave, ar.role, a.note, a.assignment_id AS "assignmentId", a.status, a.due_version AS "alarmDueVersion",
  r.due_version AS "rowDueVersion", r.due_window AS "window", s.state,
  EXISTS (SELECT 1 FROM assignment_period p WHERE p.assignment_id = a.assignment_id AND p.period = a.period) AS "periodMet"
FROM alarm_recipient ar JOIN alarm a ON a.id = ar.alarm_id
LEFT JOIN plan_row r ON r.id = a.row_id LEFT JOIN unit u ON u.id = a.unit_id
LEFT JOIN assignment s ON s.id = a.assignment_id
WHERE ar.mail_id = $1 ORDER BY a.grave DESC, a.planned_at`;

/** What a mail is about and is still due now, gravest first, each matter once. Empty: there is nothing left to say. */
export async function itemsOf(
  em: EntityManager,
  frame: PlanFrame,
  mail: { readonly id: string; readonly personId: string; readonly kind: 'digest' | 'manual'; readonly day: CivilDate },
): Promise<LetterItem[]> {
  const alarms = await sqlRows<AlarmRow>(em, ALARMS, [mail.id]);
  const facts = factsAt(frame, frame.now);
  const due = alarms.filter((alarm) => isStillDue(alarm, eventOf(facts, alarm.event).status === 'expected'));
  const page = mail.kind === 'digest' ? await leaderItems(em, frame, mail.personId, mail.day) : [];
  return onceEach([...due, ...page]);
}

/** Done, moved or not-arisen work stops at once; so does what was submitted and waits to be read. */
function isStillDue(alarm: AlarmRow, expecting: boolean): boolean {
  if (alarm.status !== 'recorded') return false;
  if (alarm.rule === 'event-ask') return expecting;
  if (alarm.rule === 'expected-notice' && !expecting) return false;
  if (alarm.rule !== 'manual' && alarm.rowDueVersion !== alarm.alarmDueVersion) return false;
  if (alarm.assignmentId === null) return alarm.rule !== 'ask-due-date' || alarm.window?.follow === 'ask-due';
  if (alarm.rule !== 'manual' && alarm.periodMet) return false;
  return alarm.state === 'waiting' || alarm.state === 'open' || alarm.state === 'returned';
}

async function leaderItems(
  em: EntityManager,
  frame: PlanFrame,
  personId: string,
  day: CivilDate,
): Promise<LetterItem[]> {
  const roles = await sqlRows<{ roles: string[] }>(em, 'SELECT roles FROM person WHERE id = $1', [personId]);
  const items: LetterItem[] = [];
  for (const leader of LEADERS) {
    if (!roles[0]?.roles.includes(leader)) continue;
    const lines = await pageOf(em, frame, day, leader);
    if (lines.length === 0) continue;
    const known = await sqlRows<{ id: string; content: string; unitName: string }>(
      em,
      `SELECT s.id, r.content, u.name AS "unitName" FROM assignment s
       JOIN plan_row r ON r.id = s.row_id JOIN unit u ON u.id = s.unit_id WHERE s.id = ANY($1)`,
      [lines.map((line) => line.assignmentId)],
    );
    const byId = new Map(known.map((one) => [one.id, one]));
    for (const line of lines) {
      const words = byId.get(line.assignmentId);
      items.push({
        rowId: line.rowId,
        rowNo: line.rowNo,
        content: words?.content ?? null,
        unitName: words?.unitName ?? null,
        lastDay: line.lastDay,
        rule: 'overdue',
        period: null,
        event: null,
        grave: 100,
        role: leader,
        note: null,
      });
    }
  }
  return items;
}

/** Merged digests and Monday pages name the same matter again: its gravest is enough. */
function onceEach(items: readonly LetterItem[]): LetterItem[] {
  const seen = new Set<string>();
  return [...items]
    .sort((a, b) => b.grave - a.grave || (a.lastDay ?? '9999').localeCompare(b.lastDay ?? '9999'))
    .filter((item) => {
      const matter = item.rule === 'manual' ? 'manual' : (item.period ?? '');
      const key = [item.rowId, item.unitName, matter, item.rowId === null ? item.rule : ''].join('|');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

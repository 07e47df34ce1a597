import { DomainError } from '@don-doc/domain';
import type { CalendarDay, CivilDate, WorkCalendar } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { Actor, AppContext, PokeTarget } from '../context.js';
import { requireRole } from '../core/authority.js';
import { currentCalendar, insertCalendar } from '../core/calendars.js';
import { insertAudit } from '../core/history.js';
import { lockCalendar, lockPlan } from '../core/locks.js';
import { appendPlanEvent } from '../core/plan-change.js';
import { loadFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';

export interface EditCalendarInput {
  readonly date: CivilDate;
  /** 'normal': as the week's rule has it. */
  readonly kind: 'off' | 'work' | 'normal';
  readonly name: string;
  readonly source: string;
}

/**
 * Makes a new version of the calendar, and tells it to every plan that runs.
 * @throws DomainError FORBIDDEN, CALENDAR_UNCHANGED
 */
export async function editCalendar(
  ctx: AppContext,
  actor: Actor,
  input: EditCalendarInput,
): Promise<{ version: number; plans: number }> {
  requireRole(actor, 'admin', 'office');
  const { version, targets, plans } = await inTransaction(ctx, async (em) => {
    await lockCalendar(em, 'exclusive');
    const running = await sqlRows<{ id: string }>(
      em,
      `SELECT id FROM plan WHERE status IN ('running', 'suspended') ORDER BY id`,
    );
    for (const plan of running) await lockPlan(em, plan.id, 'exclusive');
    const next = edited(await currentCalendar(em), input);
    await insertCalendar(em, next, actor.accountId);
    const woken: PokeTarget[] = [];
    for (const plan of running) {
      const frame = await loadFrame(em, plan.id);
      if (frame.status === 'closed' || frame.base.calendar.id !== next.id) continue;
      const change = { kind: 'calendar', calendarVersion: next.version, data: { ...input }, commandId: null } as const;
      woken.push(...(await appendPlanEvent(em, actor, frame, change)).targets);
    }
    await insertAudit(em, {
      accountId: actor.accountId,
      action: 'edit-calendar',
      subject: next.id,
      data: { ...input, version: next.version },
    });
    return { version: next.version, targets: woken, plans: running.length };
  });
  if (targets.length > 0) ctx.poke?.(targets);
  return { version, plans };
}

function edited(current: WorkCalendar, input: EditCalendarInput): WorkCalendar {
  const { date, kind, name, source } = input;
  const known = current.days[date];
  const same = kind === 'normal' ? known === undefined : known?.kind === kind && known.name === name;
  if (same) throw new DomainError('CALENDAR_UNCHANGED', { date });
  const days: Record<CivilDate, CalendarDay> = { ...current.days };
  if (kind === 'normal') delete days[date];
  else days[date] = { date, kind, name, source };
  return { ...current, version: current.version + 1, days };
}

import { DomainError, eventNamed, eventNamesOf, eventOf, settleTask } from '@don-doc/domain';
import type { CivilDate, DeadlineSpec, Effect, EventName, PlanLogEntry, RowState } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { loadTasks } from '../core/load-task.js';
import { factsAt, loadFrame, logAfter } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';
import { changePlan } from './change-plan.js';
import type { PlanActAnswer } from './change-plan.js';

export interface TellEventInput {
  readonly commandId: string;
  readonly planId: string;
  /** Absent: the plan's only event. */
  readonly name?: string | undefined;
  readonly kind: 'expected' | 'confirmed' | 'moved' | 'revoked';
  readonly effectiveOn?: CivilDate | null;
  readonly document?: string | null;
  readonly note?: string | null;
}

/**
 * A fact of the whole plan: told once, it reaches every task.
 * @throws DomainError FORBIDDEN, PLAN_CLOSED, EVENT_UNKNOWN, EVENT_DATE_MISSING, EVENT_NOT_CONFIRMED,
 * EVENT_ALREADY_CONFIRMED, EVENT_UNCHANGED
 */
export async function tellEvent(ctx: AppContext, actor: Actor, input: TellEventInput): Promise<PlanActAnswer> {
  requireRole(actor, 'office', 'director');
  return changePlan(ctx, actor, {
    kind: 'event',
    commandId: input.commandId,
    planId: input.planId,
    change: async (em, frame) => {
      const name = eventNamed(await planEventNames(em, frame), input.name);
      return {
        kind: 'event',
        name,
        change: input.kind,
        effectiveOn: checked(frame, { ...input, name }),
        document: input.document ?? null,
        note: input.note ?? null,
      };
    },
  });
}

/** The date to record, or a refusal of what makes no sense as the event stands. */
function checked(
  frame: PlanFrame,
  input: Pick<TellEventInput, 'kind' | 'effectiveOn'> & { name: string },
): CivilDate | null {
  if (frame.status === 'closed') throw new DomainError('PLAN_CLOSED', { planId: frame.id });
  const fact = eventOf(factsAt(frame, frame.now), input.name);
  const on = input.effectiveOn ?? null;
  if (input.kind === 'revoked') {
    if (fact.status !== 'confirmed' && fact.status !== 'expected')
      throw new DomainError('EVENT_NOT_CONFIRMED', { name: input.name, status: fact.status });
    return null;
  }
  if (on === null) throw new DomainError('EVENT_DATE_MISSING', { name: input.name, kind: input.kind });
  if (input.kind === 'moved' && fact.status !== 'confirmed')
    throw new DomainError('EVENT_NOT_CONFIRMED', { name: input.name, status: fact.status });
  // What is confirmed is taken back in the open, never by an expectation told over it.
  if (input.kind === 'expected' && fact.status === 'confirmed')
    throw new DomainError('EVENT_ALREADY_CONFIRMED', { name: input.name, on: fact.on });
  const told = input.kind === 'moved' ? 'confirmed' : input.kind;
  if (fact.status === told && fact.on === on) throw new DomainError('EVENT_UNCHANGED', { name: input.name, on });
  return on;
}

/** The events that a plan's own phrases are bound to, in the order of the plan. */
/** Those that rows are bound to, and those that were told already: an amendment may have reworded the last row of one. */
async function planEventNames(em: EntityManager, frame: PlanFrame): Promise<EventName[]> {
  const rows = await sqlRows<{ spec: DeadlineSpec }>(
    em,
    `SELECT reading->'spec' AS spec FROM plan_row WHERE plan_id = $1 ORDER BY position`,
    [frame.id],
  );
  const told = frame.log.flatMap((entry) => (entry.kind === 'event' ? [entry.name] : []));
  return [...new Set([...eventNamesOf(rows.map(({ spec }) => spec)), ...told])];
}

export interface EventPreview {
  readonly rows: readonly { readonly no: string; readonly before: RowState; readonly after: RowState }[];
  /** What every task would write at once. */
  readonly effects: readonly Effect[];
}

/** What telling the event now would change, by the function that will run; nothing is written. */
export async function previewEvent(
  ctx: AppContext,
  actor: Actor,
  input: Omit<TellEventInput, 'commandId'>,
): Promise<EventPreview & { readonly name: EventName }> {
  requireRole(actor, 'office', 'director');
  return ctx.db.transaction('REPEATABLE READ', async (em) => {
    const frame = await loadFrame(em, input.planId);
    const name = eventNamed(await planEventNames(em, frame), input.name);
    const on = checked(frame, { ...input, name });
    const tasks = await loadTasks(em, input.planId);
    const at = Math.max(frame.now, ...tasks.map((task) => task.model.settledThrough)) + 1;
    const entry: PlanLogEntry = {
      kind: 'event',
      at,
      seq: Number.MAX_SAFE_INTEGER,
      name,
      change: input.kind,
      on,
    };
    const rows: EventPreview['rows'][number][] = [];
    const effects: Effect[] = [];
    for (const { model } of tasks) {
      const outcome = settleTask({
        task: model,
        facts: factsAt(frame, model.settledThrough),
        log: [...logAfter(frame, model.settledThrough), entry],
        now: at,
        missedBefore: Number.NEGATIVE_INFINITY,
        maxInstants: Number.MAX_SAFE_INTEGER,
      });
      effects.push(...outcome.effects.filter((effect) => !('at' in effect) || effect.at >= at));
      for (const after of outcome.task.rows) {
        const before = model.rows.find((row) => row.id === after.id);
        if (before && before.dueVersion !== after.dueVersion) rows.push({ no: after.no, before, after });
      }
    }
    return { name, rows, effects };
  });
}

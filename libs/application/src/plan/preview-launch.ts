import { dateOf, simulate } from '@don-doc/domain';
import type { EpochMs, LedgerEntry, RowState } from '@don-doc/domain';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { currentCalendar } from '../core/calendars.js';
import { inTransaction } from '../core/transaction.js';
import { draw } from './blueprint.js';
import type { Blueprint, LaunchAnswers } from './blueprint.js';
import { loadDraft, loadLaunchUnits } from './launch-plan.js';

/** How far a preview looks where nobody says how far. */
const HORIZON_MS = 400 * 86_400_000;

export interface LaunchPreview {
  readonly launchedAt: EpochMs;
  readonly tasks: number;
  readonly assignments: number;
  readonly unitIds: readonly string[];
  readonly rows: readonly {
    readonly no: string;
    readonly state: RowState;
    readonly ledger: readonly LedgerEntry[];
  }[];
  /** The first mails: one a unit at most for its head, at the first instant at which anything is mailed. */
  readonly firstDigest: { readonly at: EpochMs; readonly entries: readonly LedgerEntry[] } | null;
}

/** What a launch with these answers would make, by the same functions that will run; nothing is written. */
export async function previewLaunch(
  ctx: AppContext,
  actor: Actor,
  input: LaunchAnswers & { readonly planId: string; readonly until?: EpochMs },
): Promise<LaunchPreview> {
  requireRole(actor, 'office');
  const blueprint = await inTransaction(ctx, async (em): Promise<Blueprint> => {
    const head = await loadDraft(em, input.planId);
    const units = await loadLaunchUnits(em, input.directoryId);
    const calendar = await currentCalendar(em);
    const launchedAt = input.rehearsal ? Date.parse(input.rehearsal.startAt) : head.realNow;
    return draw(head.draft, input, units, calendar, launchedAt);
  });
  return toPreview(blueprint, input.until ?? blueprint.launchedAt + HORIZON_MS);
}

function toPreview(blueprint: Blueprint, until: EpochMs): LaunchPreview {
  const life = simulate({
    base: blueprint.base,
    log: blueprint.log,
    tasks: blueprint.tasks.map((task) => task.initial),
    commands: [],
    until,
  });
  const recorded = life.ledger.filter((entry) => entry.status === 'recorded');
  const mailed = recorded.filter((entry) => entry.alarm.channel === 'digest');
  const first = mailed.reduce((least, entry) => Math.min(least, entry.madeAt), Number.POSITIVE_INFINITY);
  return {
    launchedAt: blueprint.launchedAt,
    tasks: blueprint.tasks.length,
    assignments: blueprint.tasks.reduce((sum, task) => sum + task.initial.assignments.length, 0),
    unitIds: [...new Set(blueprint.tasks.flatMap((task) => task.initial.assignments.map((a) => a.unitId)))],
    rows: blueprint.tasks.flatMap((task) =>
      task.model.rows.map((state) => ({
        no: state.no,
        state,
        ledger: recorded.filter((entry) => entry.rowId === state.id).sort((a, b) => a.madeAt - b.madeAt),
      })),
    ),
    firstDigest: Number.isFinite(first)
      ? { at: first, entries: mailed.filter((entry) => dateOf(entry.madeAt) === dateOf(first)) }
      : null,
  };
}

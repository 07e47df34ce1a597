import { DomainError } from '@don-doc/domain';
import type { LedgerEntry } from '@don-doc/domain';
import type { EventPreview, LaunchPreview } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { currentCalendar } from '../core/calendars.js';
import { inTransaction } from '../core/transaction.js';
import { digestDayOf, gatheringAt } from '../digest/days.js';
import { unreachableUnits } from '../directory/reachable.js';
import type { LaunchAnswers } from '../plan/blueprint.js';
import { previewLaunch } from '../plan/preview-launch.js';
import { previewEvent, type TellEventInput } from '../plan/tell-event.js';
import { inSnapshot, type QueryContext } from './context.js';
import { loadLaunched, modelsOf } from './picture.js';
import { plannedAlarms } from '../core/planned.js';
import { windowView } from './rows.js';
import { iso, isoOrNull, type Sql } from './sql.js';

/** Refusals that say what is still to be answered, and not that something is wrong with the request. */
const BLOCKERS = new Set([
  'UNITS_MISSING',
  'AGENCY_UNIT_UNKNOWN',
  'GROUP_UNIT_UNKNOWN',
  'FIXED_DUE_UNKNOWN_ROW',
  'DUE_ALREADY_STATED',
  'LAUNCH_BEFORE_ISSUE',
]);

/** What a launch with these answers will do, for the person about to press; what still stands in its way comes first. */
export async function launchPreviewView(
  ctx: QueryContext,
  actor: Actor,
  planId: string,
  answers: LaunchAnswers,
): Promise<LaunchPreview> {
  const unanswered = answers.rehearsal ? [] : await unansweredFindings(ctx.db, planId);
  try {
    const preview = await previewLaunch(ctx, actor, { ...answers, planId });
    const first = await firstMails(
      ctx,
      answers.directoryId,
      preview.rows.flatMap((row) => row.ledger),
    );
    return {
      blockers: unanswered,
      warnings: await unreachable(ctx, preview.unitIds),
      tasks: preview.tasks,
      assignments: preview.assignments,
      units: preview.unitIds.length,
      sentence: ctx.words.firstDigest(first),
      firstDigest: first === null ? null : { ...first, at: iso(first.at) },
      rows: preview.rows.map(({ no, state, ledger }) => ({
        no,
        opensOn: state.window.opensOn,
        lastDay: state.window.lastDay,
        lateFrom: isoOrNull(state.window.lateFrom),
        alarms: onceAnInstant(ledger),
      })),
    };
  } catch (error) {
    if (!(error instanceof DomainError) || !BLOCKERS.has(error.code)) throw error;
    const own = { code: error.code, message: ctx.words.problem(error.code, error.data), rowNo: null };
    return {
      blockers: [...unanswered, own],
      warnings: [],
      tasks: 0,
      assignments: 0,
      units: 0,
      sentence: ctx.words.firstDigest(null),
      firstDigest: null,
      rows: [],
    };
  }
}

async function unreachable(ctx: QueryContext, unitIds: readonly string[]): Promise<LaunchPreview['warnings']> {
  const units = await unreachableUnits(ctx.db, unitIds);
  if (units.length === 0) return [];
  return [{ code: 'UNITS_UNREACHABLE', message: ctx.words.problem('UNITS_UNREACHABLE', { units }) }];
}

async function unansweredFindings(sql: Sql, planId: string): Promise<LaunchPreview['blockers']> {
  const findings = await sql.query<{ code: string; message: string; row_no: string | null }[]>(
    `SELECT code, message, row_no FROM plan_finding
      WHERE plan_id = $1 AND severity = 'blocking' AND answered_at IS NULL ORDER BY position`,
    [planId],
  );
  return findings.map(({ code, message, row_no }) => ({ code, message, rowNo: row_no }));
}

type RowAlarm = LaunchPreview['rows'][number]['alarms'][number];

/** A row led by several units makes the same alarm for each at one instant: told once. */
function onceAnInstant(ledger: readonly LedgerEntry[]): RowAlarm[] {
  const seen = new Map<string, RowAlarm>();
  for (const { alarm } of ledger) {
    const { at, rule, occurrence, period, to } = alarm;
    seen.set([at, rule, occurrence, period].join('|'), { at: iso(at), rule, occurrence, period, to: [...to] });
  }
  return [...seen.values()];
}

/** The first digest: one mail a person, to the heads of the units concerned, the Office and the leaders. */
async function firstMails(ctx: QueryContext, directoryId: string, ledger: readonly LedgerEntry[]) {
  const mailed = ledger.filter((entry) => entry.alarm.channel === 'digest');
  if (mailed.length === 0) return null;
  const calendar = await inTransaction(ctx, currentCalendar);
  const at = gatheringAt(digestDayOf(calendar, Math.min(...mailed.map((entry) => entry.madeAt))));
  const first = mailed.filter((entry) => entry.madeAt <= at);
  const people = await ctx.db.query<{ id: string; unit_id: string | null; roles: string[] }[]>(
    `SELECT id, unit_id, roles FROM person WHERE directory_id = $1`,
    [directoryId],
  );
  const told = people.filter(({ roles, unit_id }) =>
    first.some(({ alarm, unitId }) =>
      alarm.to.some((role) => roles.includes(role) && (role !== 'unit-head' || unit_id === unitId)),
    ),
  );
  return { at, mails: told.length, units: new Set(first.flatMap((entry) => entry.unitId ?? [])).size };
}

const EVENT_HORIZON_MS = 120 * 86_400_000;

/** What telling an event would change: windows before and after, and how many reminders come and go. */
export async function eventPreviewView(
  ctx: QueryContext,
  actor: Actor,
  input: Omit<TellEventInput, 'commandId'>,
): Promise<EventPreview> {
  const preview = await previewEvent(ctx, actor, input);
  const alarms = await inSnapshot(ctx, async (sql) => {
    const picture = await loadLaunched(sql, input.planId, 'plan');
    const at = Math.max(picture.now, ...picture.tasks.map((task) => task.model.settledThrough)) + 1;
    const entry = {
      kind: 'event',
      at,
      seq: Number.MAX_SAFE_INTEGER,
      name: preview.name,
      change: input.kind,
      on: input.kind === 'revoked' ? null : (input.effectiveOn ?? null),
    } as const;
    const until = picture.now + EVENT_HORIZON_MS;
    const keys = (frame: typeof picture.frame): Set<string> =>
      new Set(plannedAlarms(frame, modelsOf(picture), until).map((alarm) => alarm.key));
    const before = keys(picture.frame);
    const after = keys({ ...picture.frame, log: [...picture.frame.log, entry] });
    return {
      added: [...after].filter((key) => !before.has(key)).length,
      removed: [...before].filter((key) => !after.has(key)).length,
    };
  });
  return {
    rows: preview.rows.map(({ no, before, after }) => ({
      no,
      before: windowView(before, ctx.words),
      after: windowView(after, ctx.words),
    })),
    alarms,
  };
}

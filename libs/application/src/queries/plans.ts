import { UNKNOWN_EVENT, countBuckets, eventNamesOf, eventOf } from '@don-doc/domain';
import type { PlanSummary, PlanView, RowView, TodayView } from '@don-doc/contracts/http';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../context.js';
import { belongingOf, reachesPlan } from '../auth/reach.js';
import { currentCalendar } from '../core/calendars.js';
import { clockOf } from './clock.js';
import { inSnapshot, type QueryContext } from './context.js';
import { draftRowViews } from './draft-rows.js';
import { findingCounts, findingViews } from './findings.js';
import { heldUp } from './held-up.js';
import { planCommands } from './permitted.js';
import { loadHead, loadPicture, type PlanHeadRow, type PlanPicture } from './picture.js';
import { planGroups } from './plan-groups.js';
import { rowBuckets, rowViews } from './rows.js';
import { sightOf, type Sight } from './sight.js';
import { isoOrNull, msOrNull } from './sql.js';
import { todayView } from './today.js';

/** Rehearsals and running plans first, ended ones last. */
export async function listPlans(ctx: QueryContext, actor: Actor): Promise<PlanSummary[]> {
  const who = await belongingOf(ctx, actor);
  return inSnapshot(ctx, async (sql) => {
    const sight = await sightOf(sql, actor);
    const plans = await sql.query<{ id: string; directory_id: string | null }[]>(
      `SELECT id, directory_id FROM plan ORDER BY (status = 'closed'), is_rehearsal DESC, created_at DESC`,
    );
    const summaries: PlanSummary[] = [];
    for (const { id, directory_id } of plans)
      if (reachesPlan(who, directory_id))
        summaries.push(summaryOf(await loadHead(sql, id), await loadPicture(sql, id), sight));
    return summaries;
  });
}

function summaryOf(plan: PlanHeadRow, picture: PlanPicture | null, sight: Sight): PlanSummary {
  return {
    id: plan.id,
    title: plan.title,
    issuer: plan.issuer,
    code: plan.code,
    rehearsal: plan.is_rehearsal,
    status: plan.status,
    issuedOn: plan.issued_on,
    launchedAt: isoOrNull(msOrNull(plan.launched_at)),
    buckets: countBuckets(
      picture === null ? plan.draft.rows.map(() => 'not-yet' as const) : rowBuckets(picture, sight),
    ),
  };
}

export async function planView(ctx: QueryContext, actor: Actor, planId: string): Promise<PlanView> {
  return inSnapshot(ctx, async (sql) => {
    const plan = await loadHead(sql, planId);
    const picture = await loadPicture(sql, planId);
    const open = (await findingViews(sql, planId)).filter((finding) => finding.answer === null);
    const { head, rows } = plan.draft;
    // As its phrases name it; a plan without an event has none to tell of.
    const specs = picture?.rows.map((row) => row.state.spec) ?? rows.map((row) => row.reading.spec);
    const [name] = eventNamesOf(specs);
    const event = picture === null ? UNKNOWN_EVENT : eventOf(picture.facts, name ?? null);
    return {
      ...summaryOf(plan, picture, await sightOf(sql, actor)),
      dateText: head.dateText?.text ?? null,
      directoryId: plan.directory_id,
      signer: head.signer?.text ?? null,
      signerTitle: head.signerTitle?.text ?? null,
      recipients: head.recipients.map((recipient) => recipient.text),
      clock: picture === null ? null : clockOf(picture),
      event: {
        name: name ?? '',
        label: name === undefined ? '' : ctx.words.event(name),
        state: event.status,
        on: event.on,
      },
      version: plan.version,
      commands: planCommands(actor, plan).filter((command) => command !== 'event' || name !== undefined),
      groups: planGroups(plan.draft),
      heldUp: picture === null ? [] : heldUp(picture, actor),
      counts: {
        rows: rows.length,
        tasks: rows.filter((row) => row.parentNo === null).length,
        assignments: picture?.assignments.length ?? 0,
        findingsBlocking: open.filter((finding) => finding.severity === 'blocking').length,
        findingsCaution: open.filter((finding) => finding.severity === 'caution').length,
      },
    };
  });
}

export async function planRows(ctx: QueryContext, actor: Actor, planId: string): Promise<RowView[]> {
  return inSnapshot(ctx, async (sql) => rowsOf(ctx, sql, actor, planId, await loadPicture(sql, planId)));
}

/** The rows of a launched plan, or those of a draft as they were read. */
export async function rowsOf(
  ctx: QueryContext,
  sql: EntityManager,
  actor: Actor,
  planId: string,
  picture: PlanPicture | null,
): Promise<RowView[]> {
  const sight = await sightOf(sql, actor);
  const extras = { findings: sight.kind === 'guest' ? new Map<string, number>() : await findingCounts(sql, planId) };
  if (picture !== null) return rowViews(picture, { actor, sight }, ctx.words, extras);
  const { draft } = await loadHead(sql, planId);
  return draftRowViews(planId, draft, await currentCalendar(sql), ctx.words, extras);
}

/** What is to be urged: all of it for the Office and the leaders, its own for a unit. */
export async function planToday(ctx: QueryContext, actor: Actor, planId: string): Promise<TodayView> {
  return inSnapshot(ctx, async (sql) => {
    await loadHead(sql, planId);
    const picture = await loadPicture(sql, planId);
    if (picture === null) return { items: [], chatText: '' };
    return todayView(sql, picture, await sightOf(sql, actor), ctx.words);
  });
}

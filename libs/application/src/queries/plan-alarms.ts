import { DomainError } from '@don-doc/domain';
import type { AlarmView, AssignmentView, FindingView } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { alarmsFor, plannedAlarmViews, recordedAlarms } from './alarms.js';
import { inSnapshot, type QueryContext } from './context.js';
import { findingViews } from './findings.js';
import { loadHead, loadLaunched, loadPicture } from './picture.js';
import { assignmentView } from './rows.js';
import { sightOf } from './sight.js';

const DAY_MS = 86_400_000;
/** How far ahead reminders are told when nobody says how far. */
const AHEAD_MS = 45 * DAY_MS;
const LIMIT = 2_000;

/** Reminders made and to come; `state` picks one kind of them. */
export async function planAlarms(
  ctx: QueryContext,
  actor: Actor,
  planId: string,
  asked: { readonly state?: AlarmView['state']; readonly from?: string; readonly to?: string },
): Promise<AlarmView[]> {
  const from = asked.from === undefined ? undefined : Date.parse(asked.from);
  const to = asked.to === undefined ? undefined : Date.parse(asked.to);
  return inSnapshot(ctx, async (sql) => {
    await loadHead(sql, planId);
    const picture = await loadPicture(sql, planId);
    if (picture === null) return [];
    const range = { ...(from === undefined ? {} : { from }), limit: LIMIT };
    const recorded =
      asked.state === 'planned'
        ? []
        : await recordedAlarms(sql, planId, { ...range, ...(to === undefined ? {} : { to }) }, ctx.words);
    const planned =
      asked.state === undefined || asked.state === 'planned' || asked.state === 'suppressed'
        ? plannedAlarmViews(picture, { ...range, to: to ?? picture.now + AHEAD_MS }, ctx.words)
        : [];
    const asAsked = [...recorded, ...planned].filter(
      (alarm) => asked.state === undefined || alarm.state === asked.state,
    );
    return alarmsFor({ actor, sight: await sightOf(sql, actor) }, asAsked);
  });
}

/** What is odd in the plan; no business of a guest. */
export async function findingsOf(ctx: QueryContext, actor: Actor, planId: string): Promise<FindingView[]> {
  return inSnapshot(ctx, async (sql) => {
    await loadHead(sql, planId);
    return (await sightOf(sql, actor)).kind === 'guest' ? [] : findingViews(sql, planId);
  });
}

/** One assignment as this person sees it: what a command answers. */
export async function assignmentOf(ctx: QueryContext, actor: Actor, assignmentId: string): Promise<AssignmentView> {
  return inSnapshot(ctx, async (sql) => {
    const [found] = await sql.query<{ plan_id: string }[]>(`SELECT plan_id FROM assignment WHERE id = $1`, [
      assignmentId,
    ]);
    if (found === undefined) throw new DomainError('NOT_FOUND', { what: 'assignment' });
    const picture = await loadLaunched(sql, found.plan_id, 'assignment');
    const assignment = picture.assignments.find((a) => a.model.id === assignmentId);
    const row = picture.rows.find((r) => r.state.id === assignment?.model.rowId);
    if (assignment === undefined || row === undefined) throw new DomainError('NOT_FOUND', { what: 'assignment' });
    return assignmentView(picture, row.state, assignment, { actor, sight: await sightOf(sql, actor) });
  });
}

import { REORGANIZATION_COMPLETED, countBuckets, eventOf, VN_CALENDAR_2025_2027 } from '@don-doc/domain';
import type { WorkCalendar } from '@don-doc/domain';
import type {
  ClockView,
  PlanEventView,
  PlanSummary,
  PlanView,
  RowDetail,
  RowView,
  TodayView,
} from '@don-doc/contracts/http';
import { DomainError } from '@don-doc/domain';
import type { Actor } from '../context.js';
import { plannedAlarmViews, recordedAlarms } from './alarms.js';
import { loadCalendars } from './calendars.js';
import { inSnapshot, readPicture, type QueryContext } from './context.js';
import { draftRowViews } from './draft-rows.js';
import { findingCounts, findingViews } from './findings.js';
import { rowHistory } from './history.js';
import { planCommands } from './permitted.js';
import { loadPicture, type PlanPicture } from './picture.js';
import { nextPlannedAt } from './planned.js';
import { rowBuckets, rowViews } from './rows.js';
import { iso, isoOrNull, ms, msOrNull, type Sql } from './sql.js';
import { todayView } from './today.js';
import { taskWorkflowId } from '@don-doc/contracts/temporal';

const DAY_MS = 86_400_000;
const ROW_HORIZON_MS = 180 * DAY_MS;

export async function listPlans(ctx: QueryContext): Promise<PlanSummary[]> {
  return inSnapshot(ctx, async (sql) => {
    const plans = await sql.query<{ id: string }[]>(
      `SELECT id FROM plan ORDER BY (status = 'closed'), is_rehearsal DESC, created_at DESC`,
    );
    const summaries: PlanSummary[] = [];
    for (const { id } of plans) summaries.push(summaryOf(await loadPicture(sql, id)));
    return summaries;
  });
}

function summaryOf(picture: PlanPicture): PlanSummary {
  const { plan } = picture;
  const drafted = plan.status === 'draft' ? plan.draft.rows.map(() => 'not-yet' as const) : rowBuckets(picture);
  return {
    id: plan.id,
    title: plan.title,
    issuer: plan.issuer,
    code: plan.code,
    rehearsal: plan.is_rehearsal,
    status: plan.status,
    issuedOn: plan.issued_on,
    launchedAt: isoOrNull(msOrNull(plan.launched_at)),
    buckets: countBuckets(drafted),
  };
}

export async function planView(ctx: QueryContext, actor: Actor, planId: string): Promise<PlanView> {
  return inSnapshot(ctx, async (sql) => {
    const picture = await loadPicture(sql, planId);
    const findings = await findingViews(sql, planId);
    const { plan, facts } = picture;
    const { head } = plan.draft;
    const event = eventOf(facts, REORGANIZATION_COMPLETED);
    const open = findings.filter((f) => f.answer === null);
    return {
      ...summaryOf(picture),
      dateText: head.dateText?.text ?? null,
      signer: head.signer?.text ?? null,
      signerTitle: head.signerTitle?.text ?? null,
      recipients: head.recipients.map((r) => r.text),
      clock: plan.launched_at === null ? null : clockOf(picture),
      event: {
        name: REORGANIZATION_COMPLETED,
        label: ctx.words.event(REORGANIZATION_COMPLETED),
        state: event.status,
        on: event.on,
      },
      version: plan.version,
      commands: planCommands(actor, plan),
      counts: {
        rows: plan.draft.rows.length,
        tasks: plan.draft.rows.filter((row) => row.parentNo === null).length,
        assignments: picture.assignments.length,
        findingsBlocking: open.filter((f) => f.severity === 'blocking').length,
        findingsCaution: open.filter((f) => f.severity === 'caution').length,
      },
    };
  });
}

function clockOf(picture: PlanPicture): ClockView {
  const { plan, clock, now, readAt } = picture;
  const rate = plan.is_rehearsal ? (clock.segments.at(-1)?.rate ?? 0) : 1;
  const stopped = clock.leaseUntil !== null && readAt > clock.leaseUntil;
  return {
    kind: plan.is_rehearsal ? 'rehearsal' : 'real',
    now: iso(now),
    rate: stopped ? 0 : rate,
    paused: rate === 0 || stopped,
    readAt: iso(readAt),
    nextAlarmAt: plan.status === 'closed' ? null : isoOrNull(nextPlannedAt(picture)),
  };
}

export async function clockView(ctx: QueryContext, planId: string): Promise<ClockView> {
  return clockOf(await readPicture(ctx, planId));
}

export async function planRows(ctx: QueryContext, actor: Actor, planId: string): Promise<RowView[]> {
  return inSnapshot(ctx, async (sql) => rowsOf(ctx, sql, actor, await loadPicture(sql, planId)));
}

async function rowsOf(ctx: QueryContext, sql: Sql, actor: Actor, picture: PlanPicture): Promise<RowView[]> {
  const { plan } = picture;
  const extras = { findings: await findingCounts(sql, plan.id) };
  if (plan.launched_at !== null) return rowViews(picture, actor, ctx.words, extras);
  return draftRowViews(plan.id, plan.draft, await newestCalendar(sql), ctx.words, extras);
}

async function newestCalendar(sql: Sql): Promise<WorkCalendar> {
  const versions = [...(await loadCalendars(sql, VN_CALENDAR_2025_2027.id)).values()];
  return versions.at(-1) ?? VN_CALENDAR_2025_2027;
}

/** One row with all that its page shows; `describe` adds what Temporal says of its workflow. */
export async function rowDetail(
  ctx: QueryContext,
  actor: Actor,
  planId: string,
  rowId: string,
  describe: (workflowId: string) => Promise<{ runId: string | null; state: string }>,
): Promise<RowDetail> {
  const detail = await inSnapshot(ctx, async (sql) => {
    const picture = await loadPicture(sql, planId);
    const view = (await rowsOf(ctx, sql, actor, picture)).find((row) => row.id === rowId);
    if (view === undefined) throw new DomainError('NOT_FOUND', { what: 'row' });
    const findings = (await findingViews(sql, planId)).filter((f) => f.rowNo === view.no);
    const task = picture.tasks.find((t) => t.id === view.taskId);
    const places = picture.rows.find((row) => row.state.id === rowId)?.places ?? placesOf(picture, view.no);
    return {
      ...view,
      places: [...places],
      planned: plannedAlarmViews(picture, { rowId, to: picture.now + ROW_HORIZON_MS, limit: 40 }, ctx.words),
      recorded: task === undefined ? [] : await recordedAlarms(sql, planId, { rowId, limit: 200 }, ctx.words),
      history: task === undefined ? [] : await rowHistory(sql, rowId, ctx.words),
      findingsList: findings.map(({ code, severity, message }) => ({ code, severity, message })),
      task,
    };
  });
  const { task, ...rest } = detail;
  if (task === undefined) return { ...rest, workflow: null };
  const workflowId = taskWorkflowId(task.id, task.generation);
  const standing = await describe(workflowId);
  return { ...rest, workflow: { workflowId, ...standing, nextWakeAt: isoOrNull(task.nextWakeAt) } };
}

function placesOf(picture: PlanPicture, no: string) {
  const row = picture.plan.draft.rows.find((r) => r.no === no);
  return row === undefined ? [] : [row.place, ...row.content.places.filter((place) => place.label !== row.place.label)];
}

export async function planToday(ctx: QueryContext, planId: string): Promise<TodayView> {
  return inSnapshot(ctx, async (sql) => todayView(sql, await loadPicture(sql, planId), ctx.words));
}

interface EventRow {
  id: string;
  kind: string;
  name: string | null;
  change: 'expected' | 'confirmed' | 'moved' | 'revoked' | null;
  effective_on: string | null;
  document: string | null;
  note: string | null;
  at: Date;
  by_name: string | null;
}

/** The plan's log, newest first. */
export async function planEvents(ctx: QueryContext, planId: string): Promise<PlanEventView[]> {
  const rows = await ctx.db.query<EventRow[]>(
    `SELECT e.id, e.kind, e.name, e.change, e.effective_on, e.document, e.note, e.at, coalesce(p.name, a.username) AS by_name
       FROM plan_event e
       LEFT JOIN account a ON a.id = e.by_account
       LEFT JOIN person p ON p.id = a.person_id
      WHERE e.plan_id = $1 AND e.kind <> 'calendar' ORDER BY e.seq DESC`,
    [planId],
  );
  return rows.map((e) => ({
    id: e.id,
    name: e.name === null ? '' : ctx.words.event(e.name),
    kind: e.kind === 'event' ? (e.change ?? 'confirmed') : (e.kind as PlanEventView['kind']),
    effectiveOn: e.effective_on,
    document: e.document,
    note: e.note,
    at: iso(ms(e.at)),
    byName: e.by_name,
  }));
}

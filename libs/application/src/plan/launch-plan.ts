import { randomUUID } from 'node:crypto';
import { DomainError, timesAsAnswered } from '@don-doc/domain';
import type { EpochMs, FindingAnswer, PlanDraft } from '@don-doc/domain';
import { planWorkflowId, taskWorkflowId } from '@don-doc/contracts/temporal';
import { epochMs, fromEpochMs, sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { LEASE_SECONDS } from '../clock/lease.js';
import { requireRole } from '../core/authority.js';
import { currentCalendar } from '../core/calendars.js';
import { answeredBefore, recordCommand } from '../core/command-log.js';
import { insertAudit, insertHistory } from '../core/history.js';
import { lockCalendar, lockPlan } from '../core/locks.js';
import { constraintOf, inTransaction } from '../core/transaction.js';
import { draw } from './blueprint.js';
import type { Blueprint, LaunchAnswers, LaunchUnit } from './blueprint.js';
import { insertTasks } from './insert-tasks.js';

export interface LaunchInput extends LaunchAnswers {
  readonly commandId: string;
  /** The draft. A rehearsal is launched from it as a plan of its own and leaves it a draft. */
  readonly planId: string;
}

export interface LaunchedTask {
  readonly taskId: string;
  readonly no: string;
  readonly generation: string;
}

export interface LaunchAnswer {
  readonly planId: string;
  readonly generation: string;
  readonly planWorkflowId: string;
  readonly taskWorkflowIds: readonly string[];
  readonly tasks: readonly LaunchedTask[];
}

/**
 * Launches a draft in one transaction; its workflows are started afterwards from what was written.
 * @throws DomainError FORBIDDEN, PLAN_UNKNOWN, ALREADY_LAUNCHED, FINDINGS_UNANSWERED, DIRECTORY_UNKNOWN and those of draw
 */
export async function launchPlan(ctx: AppContext, actor: Actor, input: LaunchInput): Promise<LaunchAnswer> {
  requireRole(actor, 'office');
  const { answer, fresh } = await inTransaction(ctx, async (em) => {
    await lockCalendar(em, 'shared');
    await lockPlan(em, input.planId, 'exclusive');
    const before = await answeredBefore<LaunchAnswer>(em, actor, 'launch', input.commandId);
    if (before) return { answer: before, fresh: false };
    return { answer: await launch(em, actor, input), fresh: true };
  }).catch((error: unknown) => {
    if (constraintOf(error) === 'uq_plan_event_launch')
      throw new DomainError('ALREADY_LAUNCHED', { planId: input.planId });
    throw error;
  });
  if (fresh) ctx.poke?.([{ planId: answer.planId, taskId: null, version: 1 }]);
  return answer;
}

interface DraftHead {
  readonly draft: PlanDraft;
  readonly status: string;
  readonly realNow: EpochMs;
}

/** The draft with its times read as the Office answered in its review: what the preview shows and the launch runs. */
export async function loadDraft(em: EntityManager, planId: string): Promise<DraftHead> {
  const head = await sqlRow<DraftHead>(
    em,
    `SELECT draft, status, ${epochMs('clock_timestamp()')} AS "realNow" FROM plan WHERE id = $1`,
    [planId],
  );
  if (head === null) throw new DomainError('PLAN_UNKNOWN', { planId });
  const answers = await sqlRows<FindingAnswer>(
    em,
    `SELECT f.answer_option AS option, coalesce(o->'data', '{}') AS data
     FROM plan_finding f JOIN LATERAL jsonb_array_elements(f.options) o ON o->>'code' = f.answer_option
     WHERE f.plan_id = $1 AND f.answered_at IS NOT NULL ORDER BY f.position`,
    [planId],
  );
  return { ...head, draft: timesAsAnswered(head.draft, answers) };
}

/** @throws DomainError DIRECTORY_UNKNOWN */
export async function loadLaunchUnits(em: EntityManager, directoryId: string): Promise<LaunchUnit[]> {
  const units = await sqlRows<LaunchUnit>(
    em,
    'SELECT id, code, kind, is_office AS "isOffice" FROM unit WHERE directory_id = $1',
    [directoryId],
  );
  if (units.length === 0) throw new DomainError('DIRECTORY_UNKNOWN', { directoryId });
  return units;
}

async function launch(em: EntityManager, actor: Actor, input: LaunchInput): Promise<LaunchAnswer> {
  const head = await loadDraft(em, input.planId);
  const rehearsal = input.rehearsal ?? null;
  if (rehearsal === null) {
    if (head.status !== 'draft') throw new DomainError('ALREADY_LAUNCHED', { planId: input.planId });
    await requireAnswers(em, input.planId);
  }
  const units = await loadLaunchUnits(em, input.directoryId);
  const calendar = await currentCalendar(em);
  const launchedAt = rehearsal === null ? head.realNow : Date.parse(rehearsal.startAt);
  const blueprint = draw(head.draft, input, units, calendar, launchedAt);

  const planId = rehearsal === null ? input.planId : await copyDraft(em, actor, input.planId);
  const generation = randomUUID();
  await em.query(
    `UPDATE plan SET status = 'running', directory_id = $2, issued_on = $3, code = coalesce($4, code),
       launched_at = ${fromEpochMs('$5')}, settled_through = ${fromEpochMs('$5::bigint - 1')}, policy = $6, calendar_id = $7,
       calendar_version = $8, agency_unit_id = $9, generation = $10, digest_generation = $11,
       version = 1, settled_version = 0
     WHERE id = $1`,
    [
      planId,
      input.directoryId,
      input.issuedOn,
      input.code || null,
      launchedAt,
      JSON.stringify(blueprint.policy),
      calendar.id,
      calendar.version,
      input.agencyUnitId,
      generation,
      randomUUID(),
    ],
  );
  if (rehearsal !== null) await startClock(em, planId, head.realNow, launchedAt, rehearsal.rate);
  await tellLaunch(em, actor, planId, input, blueprint);
  const tasks = await insertTasks(em, planId, blueprint);
  await recordSigning(em, actor, planId, input, blueprint);
  await em.query('INSERT INTO outbox (plan_id, task_id, version) VALUES ($1, NULL, 1)', [planId]);

  const answer: LaunchAnswer = {
    planId,
    generation,
    planWorkflowId: planWorkflowId(planId, generation),
    taskWorkflowIds: tasks.map((task) => taskWorkflowId(task.taskId, task.generation)),
    tasks,
  };
  await recordCommand(em, actor, {
    commandId: input.commandId,
    kind: 'launch',
    planId,
    taskId: null,
    at: launchedAt,
    answered: { ...answer },
  });
  await insertAudit(em, {
    accountId: actor.accountId,
    action: 'launch',
    subject: planId,
    data: { rehearsal: rehearsal !== null, issuedOn: input.issuedOn, directoryId: input.directoryId },
  });
  return answer;
}

/** A rehearsal has no force, so nothing need be answered for it; the real plan's blocking findings must be. */
async function requireAnswers(em: EntityManager, planId: string): Promise<void> {
  const open = await sqlRows<{ code: string; rowNo: string | null }>(
    em,
    `SELECT code, row_no AS "rowNo" FROM plan_finding
     WHERE plan_id = $1 AND severity = 'blocking' AND answered_at IS NULL ORDER BY position`,
    [planId],
  );
  if (open.length > 0) throw new DomainError('FINDINGS_UNANSWERED', { count: open.length, findings: open });
}

async function copyDraft(em: EntityManager, actor: Actor, draftId: string): Promise<string> {
  const planId = randomUUID();
  await em.query(
    `INSERT INTO plan (id, source_name, source_sha256, draft, title, issuer, code, status, is_rehearsal, rehearsal_of,
       generation, digest_generation, created_by)
     SELECT $1, source_name, source_sha256, draft, title, issuer, code, 'draft', true, coalesce(rehearsal_of, id),
       gen_random_uuid(), gen_random_uuid(), $3
     FROM plan WHERE id = $2`,
    [planId, draftId, actor.accountId],
  );
  await em.query(
    `INSERT INTO plan_finding (id, plan_id, position, code, severity, row_no, place, message, options, answer_option,
       answer_reason, answered_by, answered_at)
     SELECT gen_random_uuid(), $1, position, code, severity, row_no, place, message, options, answer_option,
       answer_reason, answered_by, answered_at
     FROM plan_finding WHERE plan_id = $2`,
    [planId, draftId],
  );
  return planId;
}

async function startClock(
  em: EntityManager,
  planId: string,
  realFrom: EpochMs,
  planFrom: EpochMs,
  rate: number,
): Promise<void> {
  await em.query(
    `INSERT INTO clock_segment (plan_id, seq, real_from, plan_from, rate)
     VALUES ($1, 1, ${fromEpochMs('$2')}, ${fromEpochMs('$3')}, $4)`,
    [planId, realFrom, planFrom, rate],
  );
  await em.query(
    `INSERT INTO plan_clock (plan_id, lease_until) VALUES ($1, clock_timestamp() + $2 * interval '1 second')`,
    [planId, LEASE_SECONDS],
  );
}

async function tellLaunch(
  em: EntityManager,
  actor: Actor,
  planId: string,
  input: LaunchInput,
  blueprint: Blueprint,
): Promise<void> {
  await em.query(
    `INSERT INTO plan_event (id, plan_id, seq, kind, at, by_account, data)
     VALUES (gen_random_uuid(), $1, 1, 'launched', ${fromEpochMs('$2')}, $3, $4)`,
    [
      planId,
      blueprint.launchedAt,
      actor.accountId,
      JSON.stringify({ issuedOn: input.issuedOn, code: input.code ?? null }),
    ],
  );
  for (const entry of blueprint.log) {
    if (entry.kind !== 'event') continue;
    await em.query(
      `INSERT INTO plan_event (id, plan_id, seq, kind, name, change, effective_on, document, at, by_account)
       VALUES (gen_random_uuid(), $1, $2, 'event', $3, $4, $5, $6, ${fromEpochMs('$7')}, $8)`,
      [planId, entry.seq, entry.name, entry.change, entry.on, input.event?.document ?? null, entry.at, actor.accountId],
    );
  }
}

/** Row 2.1 is the plan itself: the signed plan is its result. */
async function recordSigning(
  em: EntityManager,
  actor: Actor,
  planId: string,
  input: LaunchInput,
  blueprint: Blueprint,
): Promise<void> {
  const signed = blueprint.tasks.flatMap((task) =>
    task.initial.assignments.filter((a) => a.completedOn).map((a) => ({ taskId: task.id, ...a })),
  );
  if (signed.length === 0) return;
  await em.query('UPDATE assignment SET result = $2 WHERE id = ANY($1)', [
    signed.map((a) => a.id),
    JSON.stringify({ code: input.code || null, issuedOn: input.issuedOn, summary: null }),
  ]);
  await insertHistory(
    em,
    signed.map((a) => ({
      planId,
      taskId: a.taskId,
      rowId: a.rowId,
      assignmentId: a.id,
      at: blueprint.launchedAt,
      byAccount: actor.accountId,
      kind: 'completed-by-signing',
      data: { issuedOn: input.issuedOn, code: input.code ?? null },
      after: { state: 'accepted' },
    })),
  );
}

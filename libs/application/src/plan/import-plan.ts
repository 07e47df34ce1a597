import { randomUUID } from 'node:crypto';
import { DomainError } from '@don-doc/domain';
import type { Finding, PlanDraft } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { insertAudit } from '../core/history.js';
import { inTransaction } from '../core/transaction.js';

export interface ImportInput {
  /** As libs/plan-document read it. */
  readonly draft: PlanDraft;
  readonly findings: readonly Finding[];
  /** The file as it was given, kept to the byte. */
  readonly bytes: Uint8Array | null;
}

/** Keeps a draft with its findings, all of it or nothing. @throws DomainError FORBIDDEN, DRAFT_EMPTY */
export async function importPlan(ctx: AppContext, actor: Actor, input: ImportInput): Promise<{ planId: string }> {
  requireRole(actor, 'office');
  const { draft } = input;
  if (draft.rows.length === 0) throw new DomainError('DRAFT_EMPTY', { source: draft.source.name });
  const planId = randomUUID();
  await inTransaction(ctx, async (em) => {
    await em.query(
      `INSERT INTO plan (id, source_name, source_sha256, source_bytes, draft, title, issuer, code, issued_on, status,
         generation, digest_generation, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', gen_random_uuid(), gen_random_uuid(), $10)`,
      [
        planId,
        draft.source.name,
        draft.source.sha256,
        input.bytes === null ? null : Buffer.from(input.bytes),
        JSON.stringify(draft),
        draft.head.title?.text ?? draft.source.name,
        draft.head.issuer?.text ?? '',
        draft.head.number === null ? null : (draft.head.code?.text ?? null),
        draft.head.date,
        actor.accountId,
      ],
    );
    await insertFindings(em, planId, input.findings);
    await insertAudit(em, {
      accountId: actor.accountId,
      action: 'import',
      subject: planId,
      data: { source: draft.source.name, sha256: draft.source.sha256, rows: draft.rows.length },
    });
  });
  return { planId };
}

async function insertFindings(em: EntityManager, planId: string, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await em.query(
    `INSERT INTO plan_finding (id, plan_id, position, code, severity, row_no, place, message, options)
     SELECT gen_random_uuid(), $2, position, code, severity, row_no, place, message, options
     FROM jsonb_to_recordset($1::jsonb) AS x(position int, code text, severity text, row_no text, place jsonb,
       message text, options jsonb)`,
    [
      JSON.stringify(
        findings.map((f, position) => ({
          position,
          code: f.code,
          severity: f.severity,
          row_no: f.rowNo,
          place: f.place ?? undefined,
          message: f.message,
          options: f.options,
        })),
      ),
      planId,
    ],
  );
}

export interface AnswerFindingInput {
  readonly planId: string;
  readonly findingId: string;
  readonly option: string | null;
  readonly reason: string;
}

/**
 * The Office's answer to one finding, before the launch. A later answer replaces an earlier one; both are audited.
 * @throws DomainError FORBIDDEN, FINDING_UNKNOWN, ALREADY_LAUNCHED, FINDING_OPTION_UNKNOWN
 */
export async function answerFinding(ctx: AppContext, actor: Actor, input: AnswerFindingInput): Promise<void> {
  requireRole(actor, 'office');
  await inTransaction(ctx, async (em) => {
    const [finding] = await sqlRows<{ status: string; options: { code: string }[]; code: string }>(
      em,
      `SELECT p.status, f.options, f.code FROM plan_finding f JOIN plan p ON p.id = f.plan_id
       WHERE f.id = $1 AND f.plan_id = $2 FOR UPDATE OF f`,
      [input.findingId, input.planId],
    );
    if (!finding) throw new DomainError('FINDING_UNKNOWN', { findingId: input.findingId });
    if (finding.status !== 'draft') throw new DomainError('ALREADY_LAUNCHED', { planId: input.planId });
    if (input.option !== null && !finding.options.some((option) => option.code === input.option))
      throw new DomainError('FINDING_OPTION_UNKNOWN', { option: input.option });
    await em.query(
      `UPDATE plan_finding SET answer_option = $2, answer_reason = $3, answered_by = $4, answered_at = clock_timestamp()
       WHERE id = $1`,
      [input.findingId, input.option, input.reason, actor.accountId],
    );
    await insertAudit(em, {
      accountId: actor.accountId,
      action: 'answer-finding',
      subject: input.planId,
      data: { findingId: input.findingId, code: finding.code, option: input.option, reason: input.reason },
    });
  });
}

/** All cautions not yet answered are accepted together, with one reason. Returns how many. */
export async function acceptFindings(
  ctx: AppContext,
  actor: Actor,
  input: { readonly planId: string; readonly reason: string },
): Promise<{ accepted: number }> {
  requireRole(actor, 'office');
  return inTransaction(ctx, async (em) => {
    const accepted = await sqlRows(
      em,
      `UPDATE plan_finding f SET answer_reason = $2, answered_by = $3, answered_at = clock_timestamp()
       FROM plan p WHERE p.id = f.plan_id AND p.id = $1 AND p.status = 'draft'
         AND f.severity = 'caution' AND f.answered_at IS NULL RETURNING f.id`,
      [input.planId, input.reason, actor.accountId],
    );
    await insertAudit(em, {
      accountId: actor.accountId,
      action: 'accept-findings',
      subject: input.planId,
      data: { count: accepted.length, reason: input.reason },
    });
    return { accepted: accepted.length };
  });
}

import type { PlanWorkflowInput } from '@don-doc/contracts/temporal';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { AppContext } from '../context.js';
import { inTransaction } from '../core/transaction.js';
import { beginAttempt, recordOutcome, type Recorded } from './freeze.js';
import { MAY_BE_SENT } from './mail-rows.js';
import type { Envelope, Mailer, MailSettings, SendOutcome } from './mailer.js';

const AT_ONCE = 4;
const BATCH = 40;
const AGAIN_LEAST_MS = 5_000;
const AGAIN_MOST_MS = 5 * 60_000;

export interface SendingContext extends AppContext {
  readonly mail: MailSettings;
  readonly mailer: Mailer;
}

export interface SendProgress {
  readonly signal: AbortSignal;
  sent(): void;
}

/**
 * Sends every mail of a plan that may be tried now; says how many are left for a later attempt. The transaction that begins
 * an attempt and the one that writes its outcome are two, so that nothing is locked while the mail server thinks.
 */
export async function sendMails(
  ctx: SendingContext,
  input: PlanWorkflowInput,
  progress: SendProgress,
): Promise<{ left: number }> {
  const plan = await sqlRow<{ is_rehearsal: boolean }>(ctx.db, 'SELECT is_rehearsal FROM plan WHERE id = $1', [
    input.planId,
  ]);
  if (plan === null) return { left: 0 };
  const ready = await ctx.mailer.ready(plan.is_rehearsal);
  if (ready === 'never') {
    await refuseAll(ctx, input.planId);
    return { left: 0 };
  }
  if (ready === 'yes') await sendWaiting(ctx, input.planId, progress);
  return { left: await countLeft(ctx, input.planId) };
}

async function sendWaiting(ctx: SendingContext, planId: string, progress: SendProgress): Promise<void> {
  const tried = new Set<string>();
  while (!progress.signal.aborted) {
    const waiting = await sqlRows<{ id: string }>(
      ctx.db,
      `SELECT m.id FROM mail m JOIN plan p ON p.id = m.plan_id WHERE p.id = $1 AND ${MAY_BE_SENT}
         AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= clock_timestamp()) AND NOT m.id = ANY($2)
       ORDER BY m.day, m.created_at, m.id LIMIT $3`,
      [planId, [...tried], BATCH],
    );
    if (waiting.length === 0) return;
    for (const { id } of waiting) tried.add(id);
    if (
      (await sendBatch(
        ctx,
        waiting.map(({ id }) => id),
        progress,
      )) === 'server-down'
    )
      return;
  }
}

async function sendBatch(
  ctx: SendingContext,
  ids: readonly string[],
  progress: SendProgress,
): Promise<'done' | 'server-down'> {
  const queue = [...ids];
  let down = false;
  const lane = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && !down && !progress.signal.aborted; id = queue.shift()) {
      const outcome = await sendOne(ctx, id);
      progress.sent();
      if (outcome === 'server-down') down = true;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return down ? 'server-down' : 'done';
}

async function sendOne(ctx: SendingContext, mailId: string): Promise<'done' | 'server-down'> {
  const begun = await inTransaction(ctx, (em) => beginAttempt(em, ctx.mailer, ctx.mail, mailId));
  if (begun === null) return 'done';
  const outcome = await handOver(ctx.mailer, begun);
  await inTransaction(ctx, async (em) => {
    const attempts = await sqlRow<{ attempts: number }>(em, 'SELECT attempts FROM mail WHERE id = $1', [mailId]);
    await recordOutcome(em, mailId, recordOf(outcome, attempts?.attempts ?? 1));
  });
  return outcome.kind === 'unknown' ? 'server-down' : 'done';
}

/** A mailer that throws has told nothing of the letter: it may have been delivered. */
async function handOver(mailer: Mailer, envelope: Envelope): Promise<SendOutcome> {
  try {
    return await mailer.send(envelope);
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.name : 'UNKNOWN' };
  }
}

function recordOf(outcome: SendOutcome, attempts: number): Recorded {
  const againMs = Math.min(AGAIN_MOST_MS, AGAIN_LEAST_MS * 2 ** Math.min(attempts - 1, 10));
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', reason: null, againMs: null };
    case 'refused':
      return outcome.forGood
        ? { state: 'failed', reason: outcome.reason, againMs: null }
        : { state: 'gathered', reason: outcome.reason, againMs };
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason, againMs };
  }
}

/** A rehearsal without a sink: its letters stay in the inbox of the page. */
async function refuseAll(ctx: SendingContext, planId: string): Promise<void> {
  await ctx.db.query(
    `UPDATE mail SET state = 'failed', last_error = 'NO_REHEARSAL_SINK', next_attempt_at = NULL
     WHERE plan_id = $1 AND state IN ('gathered', 'unknown')`,
    [planId],
  );
}

async function countLeft(ctx: SendingContext, planId: string): Promise<number> {
  const row = await sqlRow<{ left: number }>(
    ctx.db,
    `SELECT count(*)::int AS left FROM mail m JOIN plan p ON p.id = m.plan_id WHERE p.id = $1 AND ${MAY_BE_SENT}`,
    [planId],
  );
  return row?.left ?? 0;
}

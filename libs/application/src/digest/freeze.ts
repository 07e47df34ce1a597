import type { CivilDate } from '@don-doc/domain';
import { fromEpochMs, sqlRow } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { factsAt, loadFrame, type PlanFrame } from '../core/plan-frame.js';
import { gatheringAt } from './days.js';
import { itemsOf } from './letter-items.js';
import { writeLetter } from './letter.js';
import { MAY_BE_SENT } from './mail-rows.js';
import type { Envelope, Mailer, MailSettings } from './mailer.js';

/** Who began an attempt holds it for so long; after that its answer counts as lost, and it is sent again as it is. */
const ATTEMPT_LEASE_MS = 90_000;

interface MailRow {
  readonly id: string;
  readonly planId: string;
  readonly personId: string;
  readonly kind: 'digest' | 'manual';
  readonly day: CivilDate;
  readonly messageId: string;
  readonly bytes: Buffer | null;
  readonly name: string;
  readonly email: string | null;
  readonly isRehearsal: boolean;
}

/**
 * Begins an attempt. Before the first one it looks once more at what is still due and writes the letter; from then on its
 * bytes never change. Null: there is nothing to send (now, or any more), or another holds it.
 */
export async function beginAttempt(
  em: EntityManager,
  mailer: Mailer,
  settings: MailSettings,
  mailId: string,
): Promise<Envelope | null> {
  const mail = await sqlRow<MailRow>(
    em,
    `SELECT m.id, m.plan_id AS "planId", m.person_id AS "personId", m.kind, m.day, m.message_id AS "messageId", m.bytes,
       reader.name, reader.email, p.is_rehearsal AS "isRehearsal"
     FROM mail m JOIN person reader ON reader.id = m.person_id JOIN plan p ON p.id = m.plan_id
     WHERE m.id = $1 AND ${MAY_BE_SENT}
       AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= clock_timestamp())
     FOR UPDATE OF m SKIP LOCKED`,
    [mailId],
  );
  if (mail === null) return null;
  if (mail.email === null || mail.email === '') return giveUp(em, mail.id, 'failed', 'NO_ADDRESS');
  const bytes = mail.bytes ?? (await writeBytes(em, mailer, settings, { ...mail, email: mail.email }));
  if (bytes === null) return giveUp(em, mail.id, 'merged', 'NOTHING_DUE');
  await em.query(
    `UPDATE mail SET state = 'attempting', attempts = attempts + 1,
       first_attempt_at = coalesce(first_attempt_at, clock_timestamp()),
       next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond'
     WHERE id = $1`,
    [mail.id, ATTEMPT_LEASE_MS],
  );
  return { from: settings.from, to: mail.email, bytes, isRehearsal: mail.isRehearsal };
}

async function writeBytes(
  em: EntityManager,
  mailer: Mailer,
  settings: MailSettings,
  mail: MailRow & { readonly email: string },
): Promise<Buffer | null> {
  const frame = await loadFrame(em, mail.planId);
  const items = await itemsOf(em, frame, mail);
  if (items.length === 0) return null;
  const letter = writeLetter({
    kind: mail.kind,
    day: mail.day,
    isRehearsal: mail.isRehearsal,
    planId: mail.planId,
    planName: planNameOf(frame),
    planTitle: frame.title,
    personName: mail.name,
    items,
    calendar: factsAt(frame, frame.now).calendar,
    publicUrl: settings.publicUrl,
  });
  const bytes = await mailer.compose({
    ...letter,
    from: settings.from,
    to: { name: mail.name, address: mail.email },
    messageId: mail.messageId,
    at: mail.kind === 'digest' ? gatheringAt(mail.day) : frame.now,
    rehearsal: mail.isRehearsal ? mail.planId : null,
  });
  await em.query('UPDATE mail SET subject = $2, bytes = $3 WHERE id = $1', [mail.id, letter.subject, bytes]);
  return bytes;
}

function planNameOf(frame: PlanFrame): string {
  return frame.code === null ? frame.title : `Kế hoạch số ${frame.code}`;
}

async function giveUp(em: EntityManager, mailId: string, state: 'failed' | 'merged', reason: string): Promise<null> {
  await em.query('UPDATE mail SET state = $2, last_error = $3, next_attempt_at = NULL WHERE id = $1', [
    mailId,
    state,
    reason,
  ]);
  return null;
}

export interface Recorded {
  readonly state: 'sent' | 'gathered' | 'failed' | 'unknown';
  readonly reason: string | null;
  /** Real ms until it may be tried again. */
  readonly againMs: number | null;
}

export async function recordOutcome(em: EntityManager, mailId: string, outcome: Recorded): Promise<void> {
  await em.query(
    `UPDATE mail SET state = $2, last_error = $3,
       sent_at = CASE WHEN $2 = 'sent' THEN clock_timestamp() END,
       next_attempt_at = CASE WHEN $4::bigint IS NOT NULL
         THEN ${fromEpochMs('floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + $4')} END
     WHERE id = $1 AND state = 'attempting'`,
    [mailId, outcome.state, outcome.reason, outcome.againMs],
  );
}

import { planInstantDueBefore } from '@don-doc/domain';
import type { CivilDate } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { PlanFrame } from '../core/plan-frame.js';
import { CATCH_UP_AFTER_MS } from '../settle/work-through.js';
import { gatheringAt } from './days.js';
import { messageId } from './message-id.js';

export interface NewMail {
  readonly personId: string;
  readonly kind: 'digest' | 'manual';
  readonly day: CivilDate;
  readonly about: string;
}

/** Its words come when it is frozen; a list of mails shows it until then as this. */
const NOT_WRITTEN = 'Thư chờ lập';

/** Adds what is not there yet; gives the new mail of each person. */
export async function addMails(
  em: EntityManager,
  planId: string,
  mails: readonly NewMail[],
  from: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sqlRows<{ id: string; person_id: string }>(
    em,
    `INSERT INTO mail (id, plan_id, person_id, kind, day, about, subject, message_id, state)
     SELECT gen_random_uuid(), $1, person_id, kind, day, about, $3, message_id, 'gathered'
     FROM jsonb_to_recordset($2::jsonb) AS x(person_id uuid, kind text, day date, about text, message_id text)
     ON CONFLICT ON CONSTRAINT uq_mail_subject DO NOTHING
     RETURNING id, person_id`,
    [
      planId,
      JSON.stringify(
        mails.map(({ personId, kind, day, about }) => ({
          person_id: personId,
          kind,
          day,
          about,
          message_id: messageId(planId, personId, day, about, from),
        })),
      ),
      NOT_WRITTEN,
    ],
  );
  return new Map(rows.map(({ id, person_id }) => [person_id, id]));
}

/**
 * Mails `m` of plans `p` that may be handed over now. While a plan is suspended, or once it is closed, no first attempt is
 * begun; one whose answer was lost goes again, because it may be at the reader's already.
 */
export const MAY_BE_SENT = `(m.state IN ('attempting', 'unknown') OR (m.state = 'gathered' AND p.status = 'running'))`;

/** At the end of a plan: what was never handed over is not. */
export async function putAside(em: EntityManager, planId: string): Promise<void> {
  await em.query(
    `UPDATE mail SET state = 'merged', last_error = 'PLAN_CLOSED', next_attempt_at = NULL
     WHERE plan_id = $1 AND state = 'gathered'`,
    [planId],
  );
}

export async function attachTo(
  em: EntityManager,
  links: readonly { readonly alarmId: string; readonly personId: string; readonly mailId: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await em.query(
    `UPDATE alarm_recipient r SET mail_id = x.mail_id
     FROM jsonb_to_recordset($1::jsonb) AS x(alarm_id uuid, person_id uuid, mail_id uuid)
     WHERE r.alarm_id = x.alarm_id AND r.person_id = x.person_id`,
    [JSON.stringify(links.map((one) => ({ alarm_id: one.alarmId, person_id: one.personId, mail_id: one.mailId })))],
  );
}

/**
 * A digest that could not be tried for over an hour is merged into the person's newest one: after an outage one mail comes,
 * not one for each day. By the real hour, as all catching up: a rehearsal that runs fast or jumps sends what it would send.
 */
export async function mergeLate(em: EntityManager, frame: PlanFrame): Promise<void> {
  const missedBefore = planInstantDueBefore(frame.clock, frame.realNow - CATCH_UP_AFTER_MS);
  const waiting = await sqlRows<{ id: string; personId: string; day: CivilDate }>(
    em,
    `SELECT id, person_id AS "personId", day FROM mail
     WHERE plan_id = $1 AND kind = 'digest' AND state = 'gathered' AND first_attempt_at IS NULL
     ORDER BY day FOR UPDATE SKIP LOCKED`,
    [frame.id],
  );
  const newest = new Map(waiting.map((mail) => [mail.personId, mail]));
  const merged = waiting.flatMap((mail) => {
    const into = newest.get(mail.personId);
    return into === undefined || into.id === mail.id || gatheringAt(mail.day) >= missedBefore
      ? []
      : [{ id: mail.id, into: into.id }];
  });
  if (merged.length === 0) return;
  await em.query(
    `WITH x AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, "into" uuid)),
     moved AS (UPDATE alarm_recipient r SET mail_id = x."into" FROM x WHERE r.mail_id = x.id)
     UPDATE mail m SET state = 'merged', merged_into = x."into", next_attempt_at = NULL FROM x WHERE m.id = x.id`,
    [JSON.stringify(merged)],
  );
}

import { realDueOf, sleepMs } from '@don-doc/domain';
import type { CivilDate, EpochMs } from '@don-doc/domain';
import type { DigestSettleResult, DigestWorkflowInput } from '@don-doc/contracts/temporal';
import { epochMs, sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';
import { factsAt, loadFrame, type PlanFrame } from '../core/plan-frame.js';
import { inTransaction } from '../core/transaction.js';
import { digestDayOf, digestDaysBetween, gatheringAt, latestDigestDay, nextDigestDay } from './days.js';
import { leadersWithLateWork } from './leaders.js';
import { addMails, attachTo, MAY_BE_SENT, mergeLate, putAside, type NewMail } from './mail-rows.js';
import type { MailSettings } from './mailer.js';

/** For the real clock: a task that fails must not hold back everyone's mail for longer than this. */
const BARRIER_MS = 2 * 60_000;
const POLL_LEAST_MS = 150;
const POLL_MOST_MS = 10_000;

/**
 * Gathers what is due into one digest a person for each working day whose 08:00 has come, in order. A day is gathered once
 * every open task has settled through its 08:00; what is made later goes into the next. Manual reminders are mailed at once.
 */
export async function gatherDigests(
  ctx: AppContext & { readonly mail: MailSettings },
  input: DigestWorkflowInput,
): Promise<DigestSettleResult> {
  const over: DigestSettleResult = {
    sleepMs: null,
    more: false,
    closed: true,
    unsent: false,
    gatheredThrough: input.gatheredThrough,
  };
  return inTransaction(ctx, async (em) => {
    // Two gatherings of one plan (an older generation's last) must not both find the same alarms unmailed.
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [input.planId]);
    const plan = await sqlRow<{ digest_generation: string; last_day: CivilDate | null }>(
      em,
      `SELECT digest_generation, (SELECT max(day) FROM mail WHERE plan_id = plan.id AND kind = 'digest') AS last_day
       FROM plan WHERE id = $1 AND status <> 'draft'`,
      [input.planId],
    );
    if (plan === null || plan.digest_generation !== input.generation) return over;
    await em.query(
      'UPDATE plan SET digest_started_at = clock_timestamp() WHERE id = $1 AND digest_started_at IS NULL',
      [input.planId],
    );
    const frame = await loadFrame(em, input.planId);
    if (frame.status === 'closed') {
      // What was gathered and never attempted stays in the inbox only; an attempt without an answer is seen to its end.
      await putAside(em, frame.id);
      const unsent = await hasUnsent(em, frame.id);
      return { ...over, closed: !unsent, unsent };
    }
    await gatherManual(em, frame, ctx.mail.from);
    const since = input.gatheredThrough ?? plan.last_day;
    const { through, waitMs } = await gatherDays(em, frame, since, ctx.mail.from);
    return {
      sleepMs: waitMs,
      more: false,
      closed: false,
      unsent: await hasUnsent(em, frame.id),
      gatheredThrough: through,
    };
  });
}

/** Each working day that has come since, until one whose tasks have not all settled through its 08:00. */
async function gatherDays(
  em: EntityManager,
  frame: PlanFrame,
  since: CivilDate | null,
  from: string,
): Promise<{ through: CivilDate | null; waitMs: number | null }> {
  const { calendar } = factsAt(frame, frame.now);
  const latest = latestDigestDay(calendar, frame.now);
  // The barrier is read before the alarms: a task that settles in between is then waited for, not passed over.
  const tasks = await barrierOf(em, frame.id);
  let pending = await unmailed(em, frame.id);
  // The first day at all: that of the earliest alarm, or of the launch.
  const first = digestDayOf(calendar, Math.min(frame.launchedAt, ...pending.map(({ madeAt }) => madeAt)));
  const days =
    since === null
      ? [first, ...digestDaysBetween(calendar, first, latest)]
      : digestDaysBetween(calendar, since, latest);
  let through = since;
  for (const day of days) {
    if (day > latest) break;
    const late = lateness(frame, gatheringAt(day));
    if (!mayGather(frame, tasks, gatheringAt(day), late)) {
      return { through, waitMs: Math.min(POLL_MOST_MS, Math.max(POLL_LEAST_MS, late / 2)) };
    }
    // A plan that stood suspended at 08:00 mails nothing that day; what was recorded before goes with the first day after.
    if (factsAt(frame, gatheringAt(day)).status === 'suspended') {
      through = day;
      continue;
    }
    // What was made after its own day was gathered goes into this one.
    const due = pending.filter(({ madeAt }) => digestDayOf(calendar, madeAt) <= day);
    pending = pending.filter((one) => !due.includes(one));
    await gatherDay(em, frame, day, from, due);
    through = day;
  }
  await mergeLate(em, frame);
  const next = nextDigestDay(calendar, latest);
  return { through, waitMs: sleepMs(frame.clock, gatheringAt(next), frame.realNow) };
}

interface Unmailed {
  readonly alarmId: string;
  readonly personId: string;
  readonly madeAt: EpochMs;
}

async function gatherDay(
  em: EntityManager,
  frame: PlanFrame,
  day: CivilDate,
  from: string,
  alarms: readonly Unmailed[],
): Promise<void> {
  const people = new Set(alarms.map(({ personId }) => personId));
  for (const leader of await leadersWithLateWork(em, frame, day)) people.add(leader);
  if (people.size === 0) return;
  const mails: NewMail[] = [...people].map((personId) => ({ personId, kind: 'digest', day, about: '' }));
  const added = await addMails(em, frame.id, mails, from);
  await attachTo(
    em,
    alarms.flatMap(({ alarmId, personId }) => {
      const mailId = added.get(personId);
      return mailId === undefined ? [] : [{ alarmId, personId, mailId }];
    }),
  );
}

async function gatherManual(em: EntityManager, frame: PlanFrame, from: string): Promise<void> {
  const alarms = await sqlRows<Unmailed>(
    em,
    `SELECT a.id AS "alarmId", r.person_id AS "personId", ${epochMs('a.made_at')} AS "madeAt"
     FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id
     WHERE a.plan_id = $1 AND a.rule = 'manual' AND a.status = 'recorded' AND r.mail_id IS NULL`,
    [frame.id],
  );
  const { calendar } = factsAt(frame, frame.now);
  for (const alarm of alarms) {
    const day = latestDigestDay(calendar, Math.max(alarm.madeAt, frame.launchedAt));
    const mail: NewMail = { personId: alarm.personId, kind: 'manual', day, about: alarm.alarmId };
    const mailId = (await addMails(em, frame.id, [mail], from)).get(alarm.personId);
    if (mailId !== undefined) await attachTo(em, [{ ...alarm, mailId }]);
  }
}

/** Alarms for a digest that no mail has yet. */
function unmailed(em: EntityManager, planId: string): Promise<Unmailed[]> {
  return sqlRows<Unmailed>(
    em,
    `SELECT a.id AS "alarmId", r.person_id AS "personId", ${epochMs('a.made_at')} AS "madeAt"
     FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id
     WHERE a.plan_id = $1 AND a.channel = 'digest' AND a.rule <> 'manual' AND a.status = 'recorded' AND r.mail_id IS NULL
     ORDER BY a.made_at, a.id`,
    [planId],
  );
}

interface Settling {
  readonly settledThrough: EpochMs;
  readonly nextWakeAt: EpochMs | null;
  readonly behind: boolean;
}

async function barrierOf(em: EntityManager, planId: string): Promise<Settling[]> {
  return sqlRows<Settling>(
    em,
    `SELECT ${epochMs('settled_through')} AS "settledThrough", ${epochMs('next_wake_at')} AS "nextWakeAt",
       settled_version < version AS behind
     FROM task WHERE plan_id = $1 AND NOT closed
     UNION ALL
     SELECT ${epochMs('settled_through')}, ${epochMs('next_wake_at')}, settled_version < version
     FROM plan WHERE id = $1 AND NOT finished`,
    [planId],
  );
}

/**
 * A task that has nothing to do at 08:00 sets no timer for it and so does not settle through it: where it is up to date and
 * its next wake lies after, it has nothing to add.
 */
function mayGather(frame: PlanFrame, tasks: readonly Settling[], at: EpochMs, lateMs: number): boolean {
  if (!frame.isRehearsal && lateMs >= BARRIER_MS) return true;
  const due = realDueOf(frame.clock, at);
  return tasks.every(
    (task) =>
      task.settledThrough >= at ||
      (!task.behind && (task.nextWakeAt === null || due === null || task.nextWakeAt > due)),
  );
}

/** How long ago, in real ms, the plan's clock came to an instant. */
function lateness(frame: PlanFrame, at: EpochMs): number {
  const due = realDueOf(frame.clock, at);
  return due === null ? 0 : Math.max(0, frame.realNow - due);
}

async function hasUnsent(em: EntityManager, planId: string): Promise<boolean> {
  const row = await sqlRow<{ unsent: boolean }>(
    em,
    `SELECT EXISTS (
       SELECT 1 FROM mail m JOIN plan p ON p.id = m.plan_id WHERE p.id = $1 AND ${MAY_BE_SENT}) AS unsent`,
    [planId],
  );
  return row?.unsent ?? false;
}

import { isWorkingDay } from '@don-doc/domain';
import { factsAt, loadFrame } from '@don-doc/application';
import { compare, type Comparison } from './oracle.js';
import type { RunningPlan } from './plan.js';

/**
 * Nothing lost, nothing twice, all tasks applied, ledger = model, each mail under one Message-ID: what must hold whatever
 * has happened to the servers. 'lost answers': a mail may have come twice where its answer was lost; 'later': mails are
 * still on their way, as after a kill, when an attempt's lease must run out first.
 */
export async function expectWhole(
  plan: RunningPlan,
  { mails = 'once' }: { mails?: 'once' | 'lost answers' | 'later' } = {},
): Promise<Comparison> {
  expect(await plan.owed()).toEqual([]);
  const compared = await compare(plan);
  expect(differences(compared.run.ledger, compared.model.ledger)).toEqual({ missing: [], extra: [] });
  expect(differences(compared.run.state, compared.model.state)).toEqual({ missing: [], extra: [] });
  if (mails !== 'later') await expectMails(plan, mails === 'lost answers');
  return compared;
}

/** As short as it can be read: thousands of equal lines say nothing. */
function differences(run: readonly string[], model: readonly string[]): { missing: string[]; extra: string[] } {
  const count = (lines: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [ran, told] = [count(run), count(model)];
  return {
    missing: model.filter((line) => (ran.get(line) ?? 0) < (told.get(line) ?? 0)).slice(0, 20),
    extra: run.filter((line) => (ran.get(line) ?? 0) > (told.get(line) ?? 0)).slice(0, 20),
  };
}

interface MailLine {
  readonly messageId: string;
  readonly email: string;
  readonly kind: string;
  readonly day: string;
  readonly state: string;
  readonly attempts: number;
}

async function expectMails(plan: RunningPlan, lostAnswers: boolean): Promise<void> {
  const { life, id } = plan;
  const mails = await life.rows<MailLine>(
    `SELECT m.message_id AS "messageId", p.email, m.kind, m.day, m.state, m.attempts
     FROM mail m JOIN person p ON p.id = m.person_id WHERE m.plan_id = $1`,
    [id],
  );
  expect(mails.filter(({ state }) => state !== 'sent' && state !== 'merged')).toEqual([]);
  const calendar = await life.db.transaction(async (em) => {
    const frame = await loadFrame(em, id);
    return factsAt(frame, frame.now).calendar;
  });
  const digests = mails.filter(({ kind }) => kind === 'digest');
  expect(digests.filter(({ day }) => !isWorkingDay(calendar, day))).toEqual([]);
  const perDay = new Set(digests.map(({ email, day }) => `${email} ${day}`));
  expect(perDay.size).toBe(digests.length);

  const sent = new Map(mails.filter(({ state }) => state === 'sent').map((mail) => [mail.messageId, mail]));
  const arrived = await life.sink.mails();
  const times = new Map<string, number>();
  for (const { messageId } of arrived) times.set(messageId ?? '', (times.get(messageId ?? '') ?? 0) + 1);
  expect([...times.keys()].filter((messageId) => !sent.has(messageId))).toEqual([]);
  expect([...sent.keys()].filter((messageId) => !times.has(messageId))).toEqual([]);
  const twice = [...times].filter(
    ([messageId, n]) => n > 1 && !(lostAnswers && (sent.get(messageId)?.attempts ?? 0) >= n),
  );
  expect(twice).toEqual([]);
  expect(arrived.filter(({ rehearsal, subject }) => rehearsal === null || !subject.includes('DIỄN TẬP'))).toEqual([]);
  for (const { messageId, to } of arrived) expect(to).toEqual([sent.get(messageId ?? '')?.email]);
}

import { createHash } from 'node:crypto';
import {
  accept,
  actorOf,
  changeClock,
  claimNotArisen,
  clockView,
  gatherDigests,
  inTransaction,
  launchPlan,
  lendLease,
  loadTasks,
  remind,
  returnWork,
  settlePlan,
  settleTask,
  submit,
  tellEvent,
  SYSTEM_ACTOR,
  type Actor,
  type MailSettings,
  type QueryContext,
  type SavedDirectory,
} from '@don-doc/application';
import { VN_CALENDAR_2025_2027, addDays, atTime, dateOf, isWorkingDay } from '@don-doc/domain';
import { UNITS_GROUP, demoUnits } from './directories.js';
import {
  DAY_IN_THIRTY_SECONDS,
  FIRST_START_SECONDS,
  ISSUED_ON,
  PLAN_CODE,
  STORY_ENDS,
  STORY_STARTS,
  story,
  type StoryStep,
} from './story.js';

interface Rehearsal {
  readonly ctx: QueryContext;
  readonly planId: string;
}

/**
 * Plays the first weeks of the rehearsal by the very use cases that people and workflows use, with the clock standing at
 * each instant, and then lets it run. Every command has an id made from its place in the story, so that a seed that was
 * cut off goes on where it stopped.
 */
export async function playRehearsal(
  ctx: QueryContext,
  input: { readonly draftId: string; readonly directory: SavedDirectory; readonly mail: MailSettings },
): Promise<string> {
  const planId = await launch(ctx, input.draftId, input.directory);
  const rehearsal = { ctx, planId };
  const instants = [...storyMornings(), ...story.map((step) => Date.parse(step.at)), Date.parse(STORY_ENDS)];
  for (const at of [...new Set(instants)].sort((a, b) => a - b)) {
    await moveTo(rehearsal, at);
    for (const [index, step] of story.entries()) if (Date.parse(step.at) === at) await act(rehearsal, index, step);
  }
  await settle(rehearsal);
  await leaveUnsent(rehearsal, input.mail);
  await changeClock(ctx, SYSTEM_ACTOR, {
    planId,
    act: 'rate',
    rate: DAY_IN_THIRTY_SECONDS,
    commandId: commandId('rate'),
  });
  await lendLease(ctx, planId, FIRST_START_SECONDS);
  return planId;
}

async function launch(ctx: QueryContext, draftId: string, { id, unitIds }: SavedDirectory): Promise<string> {
  const units = demoUnits.flatMap((unit) => unitIds[unit.code] ?? []);
  const { planId } = await launchPlan(ctx, SYSTEM_ACTOR, {
    commandId: commandId('launch'),
    planId: draftId,
    issuedOn: ISSUED_ON,
    code: PLAN_CODE,
    directoryId: id,
    agencyUnitId: unitIds['VAN_PHONG'] ?? '',
    groups: { [UNITS_GROUP]: units },
    signed: true,
    fixedDue: {},
    immediateWorkingDays: 5,
    rollPeriodToWorkingDay: false,
    policyApprovedBy: 'Giám đốc Sở (mẫu)',
    event: null,
    rehearsal: { startAt: STORY_STARTS, rate: 0 },
  });
  return planId;
}

/** 08:00 of each working day: what is due then is made then, not caught up with later. */
function storyMornings(): number[] {
  const mornings: number[] = [];
  for (let day = dateOf(Date.parse(STORY_STARTS)); day < dateOf(Date.parse(STORY_ENDS)); day = addDays(day, 1))
    if (isWorkingDay(VN_CALENDAR_2025_2027, day)) mornings.push(atTime(day, '08:00'));
  return mornings;
}

async function moveTo({ ctx, planId }: Rehearsal, at: number): Promise<void> {
  const { now } = await clockView(ctx, planId);
  if (Date.parse(now) < at)
    await changeClock(ctx, SYSTEM_ACTOR, { planId, act: 'jump', to: at, commandId: commandId(`jump ${at}`) });
  await settle({ ctx, planId });
}

/** What the plan's workflows would do at this instant. */
async function settle({ ctx, planId }: Rehearsal): Promise<void> {
  const tasks = await inTransaction(ctx, (em) => loadTasks(em, planId));
  for (const { id: taskId, generation } of tasks)
    for (let more = true; more;) ({ more } = await settleTask(ctx, { planId, taskId, generation }));
  const [plan] = await ctx.db.query<{ generation: string }[]>('SELECT generation FROM plan WHERE id = $1', [planId]);
  await settlePlan(ctx, { planId, generation: plan?.generation ?? '' });
}

async function act(rehearsal: Rehearsal, index: number, step: StoryStep): Promise<void> {
  const { ctx, planId } = rehearsal;
  const actor = await actorNamed(ctx, step.by);
  const { deed } = step;
  const id = commandId(`story ${index}`);
  if (deed.act === 'expect-event') {
    const { on: effectiveOn, document } = deed;
    await tellEvent(ctx, actor, {
      commandId: id,
      planId,
      kind: 'expected',
      effectiveOn,
      document,
    });
    return;
  }
  const onWork = { commandId: id, version: null, assignmentId: await assignmentAt(rehearsal, deed.row, deed.unit) };
  switch (deed.act) {
    case 'submit':
      await submit(ctx, actor, {
        ...onWork,
        code: deed.code,
        issuedOn: dateOf(Date.parse(step.at)),
        summary: deed.summary,
      });
      return;
    case 'accept':
      await accept(ctx, actor, onWork);
      return;
    case 'return':
      await returnWork(ctx, actor, { ...onWork, reason: deed.reason });
      return;
    case 'not-arisen':
      await claimNotArisen(ctx, actor, { ...onWork, reason: deed.reason });
      return;
    case 'remind':
      await remind(ctx, actor, { ...onWork, note: deed.note });
      return;
  }
}

async function actorNamed(ctx: QueryContext, username: string): Promise<Actor> {
  const actor = await actorOf(ctx, username);
  if (actor === null) throw new Error(`the story needs the account ${username}`);
  return actor;
}

async function assignmentAt({ ctx, planId }: Rehearsal, rowNo: string, unitCode: string): Promise<string> {
  const [found] = await ctx.db.query<{ id: string }[]>(
    `SELECT a.id FROM assignment a JOIN plan_row r ON r.id = a.row_id JOIN unit u ON u.id = a.unit_id
      WHERE a.plan_id = $1 AND r.no = $2 AND u.code = $3`,
    [planId, rowNo, unitCode],
  );
  if (found === undefined) throw new Error(`the story needs row ${rowNo} of ${unitCode}`);
  return found.id;
}

/**
 * Mails of the weeks already played: gathered as they would have been, and put aside. They are in the ledger and the inbox,
 * and a newcomer's first mails are those of the days that he sees pass.
 */
async function leaveUnsent({ ctx, planId }: Rehearsal, mail: MailSettings): Promise<void> {
  const [plan] = await ctx.db.query<{ generation: string }[]>(
    'SELECT digest_generation AS generation FROM plan WHERE id = $1',
    [planId],
  );
  await gatherDigests({ ...ctx, mail }, { planId, generation: plan?.generation ?? '', gatheredThrough: null });
  await ctx.db.query(
    `UPDATE mail SET state = 'merged', next_attempt_at = NULL WHERE plan_id = $1 AND state = 'gathered'`,
    [planId],
  );
}

/** A uuid that is the same at every start. */
function commandId(of: string): string {
  const hex = createHash('sha256').update(`don-doc seed: ${of}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDataSource, sqlRows } from '@don-doc/persistence';
import {
  launchPlan,
  returnWork,
  settleTask,
  submit,
  SYSTEM_ACTOR,
  type Actor,
  type AppContext,
} from '@don-doc/application';
import type { DataSource, Logger } from 'typeorm';
import { seedDirectory } from '../life/directory.js';
import type { TestPostgres } from '../servers/index.js';
import { median, rounded } from './report.js';
import { fillUnits, importRealPlan, TEN_UNITS } from './ten-units.js';

const LANES = 8;
const ROUNDS = 5;
const SLICE_MS = 1_500;

/** Commands a second, and the same rows written without locks, reads or domain. */
interface Pace {
  readonly commands: number;
  readonly bare: number;
  readonly ratio: number;
}

export interface CommandFigures {
  readonly oneTask: Pace;
  readonly manyTasks: Pace & { readonly tasks: number };
}

/** One person at work on one share: hands in and gets it back, over and over. */
interface Lane {
  readonly assignmentId: string;
  readonly taskId: string;
  /** Who leads the work, and who may send it back: the Office, or for the Office's own work the deputy. */
  readonly lead: Actor;
  readonly judge: Actor;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Recorded {
  readonly commandId: string;
  readonly statements: readonly Statement[];
}

const office: Actor = { ...SYSTEM_ACTOR, roles: ['office'] };
const deputy: Actor = { ...SYSTEM_ACTOR, roles: ['deputy-director'] };

/** Submits and returns by eight at once, through the use case and bare, in turn. No worker runs: a settle would compete. */
export async function measureCommands(postgres: TestPostgres): Promise<CommandFigures> {
  const database = await postgres.createDatabase();
  const db = createDataSource({ url: database.url, poolSize: LANES, applicationName: 'bench' });
  const pool = new pg.Pool({ connectionString: database.url, max: LANES });
  try {
    await db.initialize();
    const ctx: AppContext = { db };
    const lanes = await openWork(ctx);
    const one = await prepare(ctx, lanes.oneTask);
    const many = await prepare(ctx, lanes.manyTasks);
    const paces = { one: [] as number[], oneBare: [] as number[], many: [] as number[], manyBare: [] as number[] };
    for (let n = 0; n < ROUNDS; n += 1) {
      paces.one.push(await paceOf(one, (lane) => cycle(ctx, lane.lane)));
      paces.oneBare.push(await paceOf(one, (lane) => replay(pool, lane.recorded)));
      paces.many.push(await paceOf(many, (lane) => cycle(ctx, lane.lane)));
      paces.manyBare.push(await paceOf(many, (lane) => replay(pool, lane.recorded)));
    }
    return {
      oneTask: pace(paces.one, paces.oneBare),
      manyTasks: { ...pace(paces.many, paces.manyBare), tasks: new Set(lanes.manyTasks.map((l) => l.taskId)).size },
    };
  } finally {
    await pool.end();
    if (db.isInitialized) await db.destroy();
    await database.drop();
  }
}

function pace(commands: readonly number[], bare: readonly number[]): Pace {
  const [mine, base] = [median(commands), median(bare)];
  return { commands: rounded(mine), bare: rounded(base), ratio: rounded(base / mine) };
}

/** A plan of ten units long under way, its clock standing, everything settled. */
async function openWork(ctx: AppContext): Promise<{ oneTask: Lane[]; manyTasks: Lane[] }> {
  const directory = await seedDirectory(ctx.db);
  const units = await fillUnits(ctx.db, directory, TEN_UNITS);
  const plan = await launchPlan(ctx, office, {
    commandId: randomUUID(),
    planId: await importRealPlan(ctx.db),
    issuedOn: '2025-05-05',
    code: '15/KH-STP',
    directoryId: directory.directoryId,
    agencyUnitId: directory.officeUnit,
    groups: { CAC_PHONG_DON_VI: units },
    signed: true,
    fixedDue: {},
    immediateWorkingDays: 5,
    rollPeriodToWorkingDay: false,
    event: { kind: 'confirmed', on: '2025-07-01' },
    rehearsal: { startAt: '2025-07-15T09:00:00+07:00', rate: 0 },
  });
  for (const { taskId, generation } of plan.tasks)
    while ((await settleTask(ctx, { planId: plan.planId, taskId, generation })).more);
  const shares = await sqlRows<{ assignmentId: string; taskId: string; unitId: string; officeLed: boolean }>(
    ctx.db,
    `SELECT a.id AS "assignmentId", a.task_id AS "taskId", a.unit_id AS "unitId", a.office_led AS "officeLed"
     FROM assignment a JOIN plan_row r ON r.id = a.row_id
     WHERE a.plan_id = $1 AND a.state = 'open' ORDER BY r.position, a.id`,
    [plan.planId],
  );
  const all = shares.map(({ unitId, officeLed, ...share }): Lane => ({
    ...share,
    lead: { ...SYSTEM_ACTOR, roles: officeLed ? ['office'] : ['unit-head'], unitId },
    judge: officeLed ? deputy : office,
  }));
  const byTask = [...new Set(all.map((lane) => lane.taskId))].map((id) => all.filter((lane) => lane.taskId === id));
  const largest = byTask.find((lanes) => lanes.length >= LANES);
  if (!largest) throw new Error('no task with enough open work');
  // In turn from every task, so that few share one.
  const spread = Array.from({ length: LANES }, (_, n) => byTask[n % byTask.length]?.[Math.floor(n / byTask.length)]);
  return { oneTask: largest.slice(0, LANES), manyTasks: spread.filter((lane) => lane !== undefined) };
}

async function cycle(ctx: AppContext, { assignmentId, lead, judge }: Lane): Promise<void> {
  const on = { assignmentId, version: null };
  await submit(ctx, lead, { ...on, commandId: randomUUID(), summary: 'Đã hoàn thành, có danh mục kèm theo' });
  await returnWork(ctx, judge, { ...on, commandId: randomUUID(), reason: 'Đề nghị bổ sung danh mục' });
}

interface Prepared {
  readonly lane: Lane;
  readonly recorded: readonly Recorded[];
}

/** Records what the use case itself writes for each lane: the baseline follows the code when it changes. */
async function prepare(ctx: AppContext, lanes: readonly Lane[]): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const lane of lanes) {
    const on = { assignmentId: lane.assignmentId, version: null };
    const recorded = [
      await record(ctx.db, (commandId) =>
        submit(ctx, lane.lead, { ...on, commandId, summary: 'Đã hoàn thành, có danh mục kèm theo' }),
      ),
      await record(ctx.db, (commandId) =>
        returnWork(ctx, lane.judge, { ...on, commandId, reason: 'Đề nghị bổ sung danh mục' }),
      ),
    ];
    prepared.push({ lane, recorded });
  }
  return prepared;
}

async function record(db: DataSource, command: (commandId: string) => Promise<unknown>): Promise<Recorded> {
  const statements: Statement[] = [];
  const usual = db.logger;
  const writes = /^\s*(?:INSERT|UPDATE|WITH)\b/i;
  const listening: Pick<Logger, 'logQuery'> = {
    logQuery: (text, values) => {
      if (writes.test(text)) statements.push({ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] });
    },
  };
  db.logger = Object.assign(Object.create(usual) as Logger, listening);
  const commandId = randomUUID();
  try {
    await command(commandId);
  } finally {
    db.logger = usual;
  }
  return { commandId, statements };
}

/** The same INSERTs and UPDATEs, one transaction a command, under a new command id. */
async function replay(pool: pg.Pool, cycleOf: readonly Recorded[]): Promise<void> {
  for (const { commandId, statements } of cycleOf) {
    const fresh = randomUUID();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const { text, values } of statements)
        await client.query(
          text,
          values.map((value) => (typeof value === 'string' ? value.replaceAll(commandId, fresh) : value)),
        );
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
}

/** Commands a second, two a cycle, all lanes at once. */
async function paceOf(lanes: readonly Prepared[], work: (lane: Prepared) => Promise<void>): Promise<number> {
  const since = performance.now();
  const end = since + SLICE_MS;
  let commands = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      while (performance.now() < end) {
        await work(lane);
        commands += 2;
      }
    }),
  );
  return commands / ((performance.now() - since) / 1_000);
}

export const commandSettings = { lanes: LANES, rounds: ROUNDS, sliceMs: SLICE_MS };

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  importPlan,
  launchPlan,
  SYSTEM_ACTOR,
  type Actor,
  type AppContext,
  type LaunchAnswer,
  type LaunchInput,
} from '@don-doc/application';
import { createDataSource, sqlRows } from '@don-doc/persistence';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import { createTestDatabase } from '../../support/servers/index.js';

const DOCUMENT = join(import.meta.dirname, '../../fixtures/documents/ke-hoach-chi-thi-02.txt');

export interface World {
  readonly ctx: AppContext;
  readonly directoryId: string;
  /** Văn phòng Sở. */
  readonly officeUnit: string;
  /** Units that stand for "Các phòng, đơn vị thuộc Sở có liên quan". */
  readonly units: readonly string[];
  /** Chánh Văn phòng. */
  readonly office: Actor;
  /** Chuyên viên Văn phòng: of the Office, and not its head. */
  readonly clerk: Actor;
  readonly head: (unitId: string) => Actor;
  readonly deputy: Actor;
  rows<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** A database of its own with a directory of one Office and `units` departments, each with a head. */
export async function makeWorld(options: { units?: number; poolSize?: number } = {}): Promise<World> {
  const database = await createTestDatabase();
  const db = createDataSource({
    url: database.url,
    poolSize: options.poolSize ?? 20,
    connectMs: 20_000,
    statementMs: 20_000,
  });
  await db.initialize();
  const directoryId = randomUUID();
  await db.query(`INSERT INTO directory (id, name, is_demo) VALUES ($1, 'Danh bạ thử', true)`, [directoryId]);
  const unit = async (code: string, name: string, kind: string, isOffice = false): Promise<string> => {
    const id = randomUUID();
    await db.query('INSERT INTO unit (id, directory_id, code, name, kind, is_office) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      directoryId,
      code,
      name,
      kind,
      isOffice,
    ]);
    return id;
  };
  const person = async (unitId: string | null, name: string, roles: readonly string[]): Promise<string> => {
    const id = randomUUID();
    await db.query(
      `INSERT INTO person (id, directory_id, unit_id, name, position, email, roles) VALUES ($1, $2, $3, $4, '', $5, $6)`,
      [id, directoryId, unitId, name, `${id}@example.invalid`, roles],
    );
    return id;
  };
  const officeUnit = await unit('VAN_PHONG', 'Văn phòng Sở', 'unit', true);
  const units: string[] = [];
  for (let n = 1; n <= (options.units ?? 3); n += 1) units.push(await unit(`PHONG_${n}`, `Phòng ${n}`, 'unit'));
  await person(officeUnit, 'Chánh Văn phòng', ['office', 'unit-head']);
  await person(officeUnit, 'Chuyên viên Văn phòng', ['office']);
  for (const [n, id] of units.entries()) await person(id, `Trưởng phòng ${n + 1}`, ['unit-head']);
  await person(null, 'Phó Giám đốc', ['deputy-director']);
  await person(null, 'Giám đốc', ['director']);
  const actor = (roles: Actor['roles'], unitId: string | null): Actor => ({ ...SYSTEM_ACTOR, roles, unitId });
  return {
    ctx: { db },
    directoryId,
    officeUnit,
    units,
    office: actor(['office', 'unit-head'], officeUnit),
    clerk: actor(['office'], officeUnit),
    head: (unitId) => actor(['unit-head'], unitId),
    deputy: actor(['deputy-director'], null),
    rows: (text, parameters) => sqlRows(db, text, parameters),
    end: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** The plan as it was issued, as a draft with its findings answered. */
export async function importRealPlan(world: World): Promise<string> {
  const bytes = await readFile(DOCUMENT);
  const { draft, findings } = await readPlan(bytes, 'ke-hoach-chi-thi-02.txt', soTuPhapLexicon);
  const { planId } = await importPlan(world.ctx, world.office, { draft, findings, bytes });
  await world.ctx.db.query(
    `UPDATE plan_finding SET answer_reason = 'đã xem', answered_at = clock_timestamp() WHERE plan_id = $1`,
    [planId],
  );
  return planId;
}

export function launchInput(world: World, planId: string, change: Partial<LaunchInput> = {}): LaunchInput {
  return {
    commandId: randomUUID(),
    planId,
    issuedOn: '2025-05-05',
    code: '15/KH-STP',
    directoryId: world.directoryId,
    agencyUnitId: world.officeUnit,
    groups: { CAC_PHONG_DON_VI: [...world.units] },
    signed: true,
    fixedDue: {},
    immediateWorkingDays: 5,
    rollPeriodToWorkingDay: false,
    ...change,
  };
}

/** A rehearsal that stands at the given instant of 5 May 2025 until a test moves its clock. */
export async function launchRehearsal(
  world: World,
  change: Partial<LaunchInput> = {},
  startAt = '2025-05-05T07:30:00+07:00',
): Promise<LaunchAnswer> {
  const planId = await importRealPlan(world);
  return launchPlan(
    world.ctx,
    world.office,
    launchInput(world, planId, { rehearsal: { startAt, rate: 0 }, ...change }),
  );
}

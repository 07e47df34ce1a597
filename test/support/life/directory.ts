import { randomUUID } from 'node:crypto';
import { soTuPhapLexicon } from '@don-doc/plan-document';
import type { DataSource } from 'typeorm';

export const PASSWORD = 'mat-khau-thu-nghiem';
/** argon2id of PASSWORD, made once: hashing for every person would only take time. */
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$FVEeN4MW7jJa8IVajB3s1A$4Ch1jebYzJTo5mbiGcF0jW6r6trC0n0uMq8XVE+UN40';

export interface TestDirectory {
  readonly directoryId: string;
  readonly officeUnit: string;
  /** Units that stand for "Các phòng, đơn vị thuộc Sở có liên quan", by their short names. */
  readonly units: Readonly<Record<UnitName, string>>;
}

export type UnitName = 'P1' | 'P2' | 'P3' | 'P4';
/** Who gives commands: the Office, a clerk of it, the leaders, the head of each unit. */
export type Who = 'office' | 'deputy' | 'director' | 'observer' | `head-${UnitName}`;

const UNITS: Readonly<Record<UnitName, string>> = {
  P1: 'Phòng Hành chính tư pháp',
  P2: 'Phòng Bổ trợ tư pháp',
  P3: 'Phòng Phổ biến, giáo dục pháp luật',
  P4: 'Trung tâm Trợ giúp pháp lý',
};

const OFFICE = 'VAN_PHONG';

/** A directory of invented units and people, with an account each. */
export async function seedDirectory(db: DataSource): Promise<TestDirectory> {
  const directoryId = randomUUID();
  await db.query(`INSERT INTO directory (id, name, is_demo) VALUES ($1, 'Danh bạ giả định', true)`, [directoryId]);

  async function unit(code: string, name: string, kind = 'unit', aliases: readonly string[] = []): Promise<string> {
    const id = randomUUID();
    await db.query(
      `INSERT INTO unit (id, directory_id, code, name, kind, aliases, is_office) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, directoryId, code, name, kind, JSON.stringify(aliases), code === OFFICE],
    );
    return id;
  }
  async function person(who: string, unitId: string | null, name: string, roles: readonly string[]): Promise<void> {
    const id = randomUUID();
    await db.query(
      `INSERT INTO person (id, directory_id, unit_id, name, position, email, roles) VALUES ($1, $2, $3, $4, '', $5, $6)`,
      [id, directoryId, unitId, name, `${who.toLowerCase()}@stp.example.invalid`, roles],
    );
    await db.query(
      `INSERT INTO account (id, username, password_hash, person_id, roles, must_change_password)
       VALUES (gen_random_uuid(), $1, $2, $3, '{}', false)`,
      [who.toLowerCase(), HASH, id],
    );
  }

  // Units under all the names by which the plan calls them.
  let officeUnit = '';
  for (const { code, name, kind, aliases } of soTuPhapLexicon.entries) {
    const id = await unit(code, name, kind, aliases);
    if (code === OFFICE) officeUnit = id;
  }
  const units = {} as Record<UnitName, string>;
  for (const [code, name] of Object.entries(UNITS)) units[code as UnitName] = await unit(code, name);
  await person('office', officeUnit, 'Lê Thị Chánh', ['office', 'unit-head']);
  await person('clerk', officeUnit, 'Trần Văn Viên', ['office']);
  for (const [code, id] of Object.entries(units))
    await person(`head-${code}`, id, `Trưởng đơn vị ${code}`, ['unit-head']);
  await person('deputy', null, 'Nguyễn Văn Phó', ['deputy-director']);
  await person('director', null, 'Phạm Thị Giám', ['director']);
  await person('observer', null, 'Đỗ Văn Quan', ['observer']);
  return { directoryId, officeUnit, units };
}

import { randomUUID } from 'node:crypto';
import { DomainError } from '@don-doc/domain';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { insertAudit } from '../core/history.js';
import { inTransaction } from '../core/transaction.js';
import { parseTable, type TablePerson, type TableUnit } from './parse-table.js';
import { fold } from './table-words.js';

export interface ImportedPeople {
  readonly unitsAdded: number;
  readonly peopleAdded: number;
  readonly peopleChanged: number;
  /** Known before and not in the file: they stay as they were. */
  readonly peopleKept: number;
}

interface KnownUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isOffice: boolean;
}

/**
 * Brings a directory to what a table says, all of it or nothing. Units are known by code, name or another name, people by
 * name; nobody is removed, because plans and accounts speak of them.
 * @throws DomainError FORBIDDEN, NOT_FOUND, DIRECTORY_COLUMNS_MISSING { columns }, DIRECTORY_ROWS_WRONG { problems },
 * DIRECTORY_EMPTY
 */
export async function importPeople(
  ctx: AppContext,
  actor: Actor,
  input: { readonly directoryId: string; readonly table: readonly (readonly string[])[]; readonly source: string },
): Promise<ImportedPeople> {
  requireRole(actor, 'admin');
  const { units, people, problems, missing } = parseTable(input.table);
  if (missing.length > 0) throw new DomainError('DIRECTORY_COLUMNS_MISSING', { columns: missing });
  if (problems.length > 0) throw new DomainError('DIRECTORY_ROWS_WRONG', { problems });
  if (units.length === 0 && people.length === 0) throw new DomainError('DIRECTORY_EMPTY');
  return inTransaction(ctx, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('directory', 2025))`);
    const { directoryId } = input;
    if ((await sqlRow(em, 'SELECT id FROM directory WHERE id = $1', [directoryId])) === null)
      throw new DomainError('NOT_FOUND', { what: 'directory' });
    const { byName, added } = await bringUnits(em, directoryId, units);
    const counts = { added: 0, changed: 0 };
    for (const person of people) counts[await bringPerson(em, directoryId, byName, person)] += 1;
    await nameTheOffice(em, directoryId, byName, people);
    const [{ total }] = await sqlRows<{ total: number }>(
      em,
      'SELECT count(*)::int AS total FROM person WHERE directory_id = $1',
      [directoryId],
    ).then((rows) => rows as [{ total: number }]);
    const done: ImportedPeople = {
      unitsAdded: added,
      peopleAdded: counts.added,
      peopleChanged: counts.changed,
      peopleKept: total - people.length,
    };
    const data = { source: input.source, ...done };
    await insertAudit(em, { accountId: actor.accountId, action: 'directory-import', subject: directoryId, data });
    return done;
  });
}

/** Units by every name they are known under, folded; those the table brings are added. */
async function bringUnits(
  em: EntityManager,
  directoryId: string,
  wanted: readonly TableUnit[],
): Promise<{ byName: Map<string, string>; added: number }> {
  const known = await sqlRows<KnownUnit>(
    em,
    'SELECT id, code, name, aliases, is_office AS "isOffice" FROM unit WHERE directory_id = $1',
    [directoryId],
  );
  const byName = new Map<string, string>();
  const byCode = new Map(known.map((unit) => [unit.code, unit.id]));
  for (const unit of known) for (const name of [unit.name, ...unit.aliases]) byName.set(fold(name), unit.id);
  let added = 0;
  for (const unit of wanted) {
    const id = (unit.code === null ? undefined : byCode.get(unit.code)) ?? byName.get(fold(unit.name));
    if (id !== undefined) {
      // The plan may call it by the name it had before.
      await em.query(
        `UPDATE unit SET aliases = (SELECT coalesce(jsonb_agg(DISTINCT x), '[]') FROM jsonb_array_elements(aliases || $2::jsonb) x)
          WHERE id = $1`,
        [id, JSON.stringify([unit.name, ...unit.aliases])],
      );
    } else {
      added += 1;
    }
    const own = id ?? (await insertUnit(em, directoryId, unit, byCode));
    for (const name of [unit.name, ...unit.aliases]) byName.set(fold(name), own);
  }
  return { byName, added };
}

async function insertUnit(
  em: EntityManager,
  directoryId: string,
  unit: TableUnit,
  byCode: Map<string, string>,
): Promise<string> {
  const id = randomUUID();
  const wished = unit.code ?? fold(unit.name).replaceAll(' ', '_').toUpperCase();
  let code = wished;
  for (let n = 2; byCode.has(code); n += 1) code = `${wished}_${n}`;
  byCode.set(code, id);
  await em.query(`INSERT INTO unit (id, directory_id, code, name, kind, aliases) VALUES ($1, $2, $3, $4, $5, $6)`, [
    id,
    directoryId,
    code,
    unit.name,
    unit.kind,
    JSON.stringify(unit.aliases),
  ]);
  return id;
}

async function bringPerson(
  em: EntityManager,
  directoryId: string,
  byName: ReadonlyMap<string, string>,
  person: TablePerson,
): Promise<'added' | 'changed'> {
  const unitId = person.unit === null ? null : (byName.get(fold(person.unit)) ?? null);
  const values = [directoryId, person.name, unitId, person.position, person.email, person.roles];
  const changed = await sqlRows<{ id: string }>(
    em,
    `WITH changed AS (
       UPDATE person SET unit_id = $3, position = $4, email = $5, roles = $6
        WHERE directory_id = $1 AND lower(name) = lower($2::text) RETURNING id)
     SELECT id FROM changed`,
    values,
  );
  if (changed.length > 0) return 'changed';
  await em.query(
    `INSERT INTO person (id, directory_id, name, unit_id, position, email, roles) VALUES ($7, $1, $2, $3, $4, $5, $6)`,
    [...values, randomUUID()],
  );
  return 'added';
}

/** A directory that has no Office yet takes for it the unit of those who have the Office's role. */
async function nameTheOffice(
  em: EntityManager,
  directoryId: string,
  byName: ReadonlyMap<string, string>,
  people: readonly TablePerson[],
): Promise<void> {
  const unit = people.find(({ roles }) => roles.includes('office'))?.unit;
  if (unit == null) return;
  await em.query(
    `UPDATE unit SET is_office = true
      WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM unit WHERE directory_id = $1 AND is_office)`,
    [directoryId, byName.get(fold(unit)) ?? null],
  );
}

/** @throws DomainError FORBIDDEN, DIRECTORY_NAME_TAKEN */
export async function createDirectory(ctx: AppContext, actor: Actor, name: string): Promise<string> {
  requireRole(actor, 'admin');
  return inTransaction(ctx, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('directory', 2025))`);
    const taken = await sqlRow(em, 'SELECT id FROM directory WHERE lower(name) = lower($1)', [name]);
    if (taken !== null) throw new DomainError('DIRECTORY_NAME_TAKEN', { name });
    const id = randomUUID();
    await em.query('INSERT INTO directory (id, name, is_demo) VALUES ($1, $2, false)', [id, name]);
    await insertAudit(em, { accountId: actor.accountId, action: 'directory-created', subject: id, data: { name } });
    return id;
  });
}

import { randomUUID } from 'node:crypto';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { PersonRole, UnitKind } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';
import { inTransaction } from '../core/transaction.js';

export interface UnitInput {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
  readonly isOffice?: boolean;
}

export interface PersonInput {
  readonly name: string;
  readonly position: string;
  readonly email: string | null;
  /** Code of the unit; null for the leaders. */
  readonly unit: string | null;
  readonly roles: readonly PersonRole[];
}

export interface DirectoryInput {
  readonly name: string;
  readonly isDemo: boolean;
  readonly units: readonly UnitInput[];
  readonly people: readonly PersonInput[];
}

export interface SavedDirectory {
  readonly id: string;
  readonly unitIds: Readonly<Record<string, string>>;
}

/** Adds what is missing of a directory: units by code, people by name within it. What is there already stays as it is. */
export async function saveDirectory(ctx: AppContext, input: DirectoryInput): Promise<SavedDirectory> {
  return inTransaction(ctx, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('directory', 2025))`);
    const id = await directoryId(em, input);
    for (const unit of input.units)
      await em.query(
        `INSERT INTO unit (id, directory_id, code, name, kind, aliases, is_office) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT uq_unit_code DO NOTHING`,
        [randomUUID(), id, unit.code, unit.name, unit.kind, JSON.stringify(unit.aliases), unit.isOffice ?? false],
      );
    const units = await sqlRows<{ id: string; code: string }>(em, 'SELECT id, code FROM unit WHERE directory_id = $1', [
      id,
    ]);
    const unitIds = Object.fromEntries(units.map((unit) => [unit.code, unit.id]));
    for (const person of input.people) await addPerson(em, id, unitIds, person);
    return { id, unitIds };
  });
}

async function directoryId(em: EntityManager, input: DirectoryInput): Promise<string> {
  const known = await sqlRow<{ id: string }>(em, 'SELECT id FROM directory WHERE name = $1', [input.name]);
  if (known !== null) return known.id;
  const id = randomUUID();
  await em.query('INSERT INTO directory (id, name, is_demo) VALUES ($1, $2, $3)', [id, input.name, input.isDemo]);
  return id;
}

async function addPerson(
  em: EntityManager,
  directory: string,
  unitIds: Readonly<Record<string, string>>,
  person: PersonInput,
): Promise<void> {
  await em.query(
    `INSERT INTO person (id, directory_id, unit_id, name, position, email, roles)
     SELECT $1, $2, $3, $4::text, $5, $6, $7
      WHERE NOT EXISTS (SELECT 1 FROM person WHERE directory_id = $2 AND name = $4::text)`,
    [
      randomUUID(),
      directory,
      person.unit === null ? null : (unitIds[person.unit] ?? null),
      person.name,
      person.position,
      person.email,
      person.roles,
    ],
  );
}

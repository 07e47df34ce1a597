import { randomUUID } from 'node:crypto';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { AccountRole } from '@don-doc/persistence';
import type { Actor, AppContext } from '../context.js';
import { inTransaction } from '../core/transaction.js';
import type { PasswordHasher } from './accounts.js';

export interface AccountInput {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly AccountRole[];
  /** The person it speaks for, by directory and name. */
  readonly person: { readonly directoryId: string; readonly name: string } | null;
  readonly mustChangePassword: boolean;
}

/** Makes an account; false where the name is taken, and then nothing is changed. */
export async function createAccount(ctx: AppContext, hasher: PasswordHasher, input: AccountInput): Promise<boolean> {
  const username = input.username.toLowerCase();
  if (await accountExists(ctx, username)) return false;
  const hash = await hasher.hash(input.password);
  return inTransaction(ctx, async (em) => {
    const made = await sqlRows<{ id: string }>(
      em,
      `INSERT INTO account (id, username, password_hash, person_id, roles, must_change_password)
       VALUES ($1, $2, $3, (SELECT id FROM person WHERE directory_id = $4 AND name = $5 LIMIT 1), $6, $7)
       ON CONFLICT ON CONSTRAINT uq_account_username DO NOTHING RETURNING id`,
      [
        randomUUID(),
        username,
        hash,
        input.person?.directoryId ?? null,
        input.person?.name ?? null,
        input.roles,
        input.mustChangePassword,
      ],
    );
    return made.length > 0;
  });
}

export async function accountExists(ctx: AppContext, username: string): Promise<boolean> {
  return (await sqlRow(ctx.db, 'SELECT id FROM account WHERE username = $1', [username.toLowerCase()])) !== null;
}

/** The actor an account speaks for, without a session: for the seed's rehearsal. */
export async function actorOf(ctx: AppContext, username: string): Promise<Actor | null> {
  return sqlRow<Actor>(
    ctx.db,
    `SELECT a.id AS "accountId", p.id AS "personId", coalesce(p.name, a.username) AS name, p.unit_id AS "unitId",
            a.roles || coalesce(p.roles, '{}') AS roles
       FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.username = $1`,
    [username],
  );
}

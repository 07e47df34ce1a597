import { randomUUID } from 'node:crypto';
import { DomainError } from '@don-doc/domain';
import { sqlRow, sqlRows } from '@don-doc/persistence';
import type { AccountRole } from '@don-doc/persistence';
import type { AccountView } from '@don-doc/contracts/http';
import type { EntityManager } from 'typeorm';
import type { Actor, AppContext } from '../context.js';
import { requireRole } from '../core/authority.js';
import { insertAudit } from '../core/history.js';
import { constraintOf, inTransaction } from '../core/transaction.js';
import type { PasswordHasher } from './accounts.js';

const COLUMNS = `a.id, a.username, a.roles AS "ownRoles", p.id AS "personId", p.name AS "personName", u.name AS "unitName",
  d.id AS "directoryId", d.name AS "directoryName", coalesce(p.roles, '{}') AS "personRoles",
  a.disabled_at IS NOT NULL AS disabled, a.must_change_password AS "mustChangePassword"`;
const FROM = `account a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN unit u ON u.id = p.unit_id
  LEFT JOIN directory d ON d.id = p.directory_id`;

/** Every account, by name. @throws DomainError FORBIDDEN */
export async function accountViews(ctx: AppContext, actor: Actor): Promise<AccountView[]> {
  requireRole(actor, 'admin');
  return sqlRows<AccountView>(ctx.db, `SELECT ${COLUMNS} FROM ${FROM} ORDER BY a.disabled_at IS NOT NULL, a.username`);
}

export interface OpenAccountInput {
  readonly username: string;
  /** First password; must be changed at the first login. */
  readonly password: string;
  readonly personId: string | null;
  /** Beside those of the person. */
  readonly roles: readonly AccountRole[];
}

/** @throws DomainError FORBIDDEN, USERNAME_TAKEN, NOT_FOUND, ACCOUNT_WITHOUT_ROLE */
export async function openAccount(
  ctx: AppContext,
  hasher: PasswordHasher,
  actor: Actor,
  input: OpenAccountInput,
): Promise<AccountView> {
  requireRole(actor, 'admin');
  if (input.personId === null && input.roles.length === 0) throw new DomainError('ACCOUNT_WITHOUT_ROLE');
  const hash = await hasher.hash(input.password);
  const username = input.username.toLowerCase();
  return inTransaction(ctx, async (em) => {
    if (input.personId !== null && (await sqlRow(em, 'SELECT id FROM person WHERE id = $1', [input.personId])) === null)
      throw new DomainError('NOT_FOUND', { what: 'person' });
    const id = randomUUID();
    await em.query(
      `INSERT INTO account (id, username, password_hash, person_id, roles, must_change_password)
       VALUES ($1, $2, $3, $4, $5, true)`,
      [id, username, hash, input.personId, input.roles],
    );
    const data = { username, personId: input.personId, roles: input.roles };
    await insertAudit(em, { accountId: actor.accountId, action: 'account-created', subject: id, data });
    return viewOf(em, id);
  }).catch((error: unknown) => {
    if (constraintOf(error) === 'uq_account_username') throw new DomainError('USERNAME_TAKEN', { username });
    throw error;
  });
}

/** A new first password; all sessions end. @throws DomainError FORBIDDEN, NOT_FOUND */
export async function resetAccount(
  ctx: AppContext,
  hasher: PasswordHasher,
  actor: Actor,
  input: { readonly accountId: string; readonly password: string },
): Promise<AccountView> {
  requireRole(actor, 'admin');
  const hash = await hasher.hash(input.password);
  return change(ctx, actor, input.accountId, 'password-reset', (em) =>
    em.query(
      `UPDATE account SET password_hash = $2, must_change_password = true, failed_count = 0, locked_until = NULL WHERE id = $1`,
      [input.accountId, hash],
    ),
  );
}

/** One's own account stays: somebody must be able to open others again. @throws DomainError FORBIDDEN, NOT_FOUND, ACCOUNT_OWN */
export async function setAccountDisabled(
  ctx: AppContext,
  actor: Actor,
  input: { readonly accountId: string; readonly disabled: boolean },
): Promise<AccountView> {
  requireRole(actor, 'admin');
  if (input.accountId === actor.accountId) throw new DomainError('ACCOUNT_OWN');
  const action = input.disabled ? 'account-disabled' : 'account-enabled';
  return change(ctx, actor, input.accountId, action, (em) =>
    em.query(
      `UPDATE account SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, clock_timestamp()) END WHERE id = $1`,
      [input.accountId, input.disabled],
    ),
  );
}

async function change(
  ctx: AppContext,
  actor: Actor,
  accountId: string,
  action: string,
  write: (em: EntityManager) => Promise<unknown>,
): Promise<AccountView> {
  return inTransaction(ctx, async (em) => {
    await viewOf(em, accountId);
    await write(em);
    await em.query(`UPDATE login_session SET ended_at = clock_timestamp() WHERE account_id = $1 AND ended_at IS NULL`, [
      accountId,
    ]);
    await insertAudit(em, { accountId: actor.accountId, action, subject: accountId, data: {} });
    return viewOf(em, accountId);
  });
}

async function viewOf(em: EntityManager, accountId: string): Promise<AccountView> {
  const view = await sqlRow<AccountView>(em, `SELECT ${COLUMNS} FROM ${FROM} WHERE a.id = $1`, [accountId]);
  if (view === null) throw new DomainError('NOT_FOUND', { what: 'account' });
  return view;
}

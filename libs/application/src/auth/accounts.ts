import { randomUUID } from 'node:crypto';
import { DomainError } from '@don-doc/domain';
import type { Role } from '@don-doc/contracts/http';
import type { Actor, AppContext } from '../context.js';

/** Declared here, wired at the edge: argon2id in the product, something quick in tests. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

export interface SessionAccount {
  readonly accountId: string;
  readonly username: string;
  readonly actor: Actor;
  readonly unitName: string | null;
  readonly mustChangePassword: boolean;
}

/** After so many wrong passwords in a row, whoever sends them, the account rests. */
const MAX_FAILURES = 10;
const LOCK_MINUTES = 15;

interface AccountRow {
  id: string;
  username: string;
  password_hash: string;
}

/**
 * Checks a password and opens a session of `hours`; answers the session's id. An unknown name takes as long as a wrong
 * password and reads the same, and so does an account that rests after too many of them: else the rest would tell that
 * the name exists.
 * @throws DomainError WRONG_CREDENTIALS
 */
export async function logIn(
  ctx: AppContext,
  hasher: PasswordHasher,
  input: { username: string; password: string; address: string | null; hours: number },
): Promise<string> {
  const username = input.username.trim().toLowerCase();
  // A resting or disabled account is as unknown as a name that nobody has, in words and in time.
  const [account] = await ctx.db.query<AccountRow[]>(
    `SELECT id, username, password_hash FROM account
      WHERE username = $1 AND disabled_at IS NULL AND (locked_until IS NULL OR locked_until <= clock_timestamp())`,
    [username],
  );
  const right = await hasher.verify(account?.password_hash ?? (await decoyHash(hasher)), input.password);
  if (account === undefined || !right) {
    if (account !== undefined) await countFailure(ctx, account.id, input.address);
    throw new DomainError('WRONG_CREDENTIALS', { failures: MAX_FAILURES, minutes: LOCK_MINUTES });
  }
  await ctx.db.query(`UPDATE account SET failed_count = 0, locked_until = NULL WHERE id = $1`, [account.id]);
  const id = randomUUID();
  await ctx.db.query(
    `INSERT INTO login_session (id, account_id, expires_at, address)
     VALUES ($1, $2, clock_timestamp() + make_interval(hours => $3), $4)`,
    [id, account.id, input.hours, input.address],
  );
  await audit(ctx, account.id, 'login', username, { address: input.address });
  return id;
}

export async function logOut(ctx: AppContext, sessionId: string): Promise<void> {
  await ctx.db.query(`UPDATE login_session SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL`, [
    sessionId,
  ]);
}

interface SessionRow {
  account_id: string;
  username: string;
  account_roles: Role[];
  must_change_password: boolean;
  person_id: string | null;
  name: string | null;
  person_roles: Role[] | null;
  unit_id: string | null;
  unit_name: string | null;
}

/** Who a session speaks for, or null where it has ended. */
export async function readSession(ctx: AppContext, sessionId: string): Promise<SessionAccount | null> {
  const [row] = await ctx.db.query<SessionRow[]>(
    `SELECT a.id AS account_id, a.username, a.roles AS account_roles, a.must_change_password,
            p.id AS person_id, p.name, p.roles AS person_roles, u.id AS unit_id, u.name AS unit_name
       FROM login_session s
       JOIN account a ON a.id = s.account_id
       LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN unit u ON u.id = p.unit_id
      WHERE s.id = $1 AND a.disabled_at IS NULL AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()`,
    [sessionId],
  );
  if (row === undefined) return null;
  return {
    accountId: row.account_id,
    username: row.username,
    unitName: row.unit_name,
    mustChangePassword: row.must_change_password,
    actor: {
      accountId: row.account_id,
      personId: row.person_id,
      name: row.name ?? row.username,
      // All that it is anywhere; what of it holds for a plan or a directory, reach.ts says.
      roles: [...new Set([...row.account_roles, ...(row.person_roles ?? [])])],
      unitId: row.unit_id,
    },
  };
}

/** Changes one's own password and ends every other session of the account. */
export async function changePassword(
  ctx: AppContext,
  hasher: PasswordHasher,
  input: { accountId: string; sessionId: string; current: string; next: string },
): Promise<void> {
  const [account] = await ctx.db.query<AccountRow[]>(`SELECT id, username, password_hash FROM account WHERE id = $1`, [
    input.accountId,
  ]);
  if (account === undefined) throw new DomainError('NOT_FOUND', { what: 'account' });
  if (!(await hasher.verify(account.password_hash, input.current))) throw new DomainError('WRONG_CURRENT_PASSWORD');
  if (input.next === input.current) throw new DomainError('PASSWORD_UNCHANGED');
  if (input.next.toLowerCase().includes(account.username)) throw new DomainError('PASSWORD_HAS_USERNAME');
  const hash = await hasher.hash(input.next);
  await ctx.db.transaction(async (tx) => {
    await tx.query(`UPDATE account SET password_hash = $2, must_change_password = false WHERE id = $1`, [
      account.id,
      hash,
    ]);
    await tx.query(
      `UPDATE login_session SET ended_at = clock_timestamp() WHERE account_id = $1 AND id <> $2 AND ended_at IS NULL`,
      [account.id, input.sessionId],
    );
    await tx.query(`INSERT INTO audit (account_id, action, subject) VALUES ($1, 'password-changed', $2)`, [
      account.id,
      account.username,
    ]);
  });
}

/** An operator gives an account a new first password; all its sessions end. @throws DomainError NOT_FOUND */
export async function resetPassword(
  ctx: AppContext,
  hasher: PasswordHasher,
  input: { username: string; password: string },
): Promise<void> {
  const username = input.username.trim().toLowerCase();
  const hash = await hasher.hash(input.password);
  await ctx.db.transaction(async (tx) => {
    const changed = await tx.query<unknown>(
      `WITH changed AS (
         UPDATE account SET password_hash = $2, must_change_password = true, failed_count = 0, locked_until = NULL
          WHERE username = $1 RETURNING id),
       ended AS (
         UPDATE login_session SET ended_at = clock_timestamp()
          WHERE account_id IN (SELECT id FROM changed) AND ended_at IS NULL),
       noted AS (
         INSERT INTO audit (account_id, action, subject) SELECT id, 'password-reset', $1 FROM changed)
       SELECT id FROM changed`,
      [username, hash],
    );
    if (!Array.isArray(changed) || changed.length === 0) throw new DomainError('NOT_FOUND', { what: 'account' });
  });
}

async function countFailure(ctx: AppContext, accountId: string, address: string | null): Promise<void> {
  await ctx.db.query(
    `UPDATE account
        SET failed_count = CASE WHEN failed_count + 1 >= $2 THEN 0 ELSE failed_count + 1 END,
            locked_until = CASE WHEN failed_count + 1 >= $2 THEN clock_timestamp() + make_interval(mins => $3) END
      WHERE id = $1`,
    [accountId, MAX_FAILURES, LOCK_MINUTES],
  );
  await audit(ctx, accountId, 'login-refused', accountId, { address });
}

async function audit(ctx: AppContext, accountId: string, action: string, subject: string, data: object): Promise<void> {
  await ctx.db.query(`INSERT INTO audit (account_id, action, subject, data) VALUES ($1, $2, $3, $4)`, [
    accountId,
    action,
    subject,
    JSON.stringify(data),
  ]);
}

let decoy: Promise<string> | undefined;

/** A hash of nothing anyone knows, so that an unknown name costs the same time. */
function decoyHash(hasher: PasswordHasher): Promise<string> {
  decoy ??= hasher.hash(randomUUID());
  return decoy;
}

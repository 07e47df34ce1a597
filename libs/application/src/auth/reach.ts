import { DomainError } from '@don-doc/domain';
import type { Actor, ActorRole, AppContext } from '../context.js';

/** Where an account belongs: a person's roles hold for the plans of its own directory, the account's own for every plan. */
export interface Belonging {
  readonly accountRoles: readonly ActorRole[];
  readonly personRoles: readonly ActorRole[];
  /** Of its person; null without one. */
  readonly directoryId: string | null;
}

const OF_THE_HOUSE: readonly ActorRole[] = ['office', 'deputy-director', 'director', 'admin'];
const ofTheHouse = (roles: readonly ActorRole[]): boolean => roles.some((role) => OF_THE_HOUSE.includes(role));

/** Whether a directory, its units and the plans launched with it are this account's business. */
export function reachesDirectory(who: Belonging, directoryId: string): boolean {
  if (who.accountRoles.includes('admin')) return true;
  return who.directoryId === null ? ofTheHouse(who.accountRoles) : who.directoryId === directoryId;
}

/** A draft (null) belongs to no directory yet: the Office prepares it and the leaders may look. */
export function reachesPlan(who: Belonging, planDirectoryId: string | null): boolean {
  if (planDirectoryId !== null) return reachesDirectory(who, planDirectoryId);
  return ofTheHouse([...who.accountRoles, ...who.personRoles]);
}

export async function belongingOf(ctx: AppContext, actor: Actor): Promise<Belonging> {
  // The product itself.
  if (actor.accountId === null) return { accountRoles: actor.roles, personRoles: [], directoryId: null };
  const [found] = await ctx.db.query<Belonging[]>(
    `SELECT a.roles AS "accountRoles", coalesce(p.roles, '{}') AS "personRoles", p.directory_id AS "directoryId"
       FROM account a LEFT JOIN person p ON p.id = a.person_id WHERE a.id = $1`,
    [actor.accountId],
  );
  return found ?? { accountRoles: [], personRoles: [], directoryId: null };
}

/** What a request speaks of; the first that is given counts. */
export interface PlanSubject {
  readonly planId?: string | undefined;
  readonly rowId?: string | undefined;
  readonly assignmentId?: string | undefined;
}

/**
 * Refuses a plan of another directory as if it did not exist. What is not there at all is left to the use case to say.
 * @throws DomainError NOT_FOUND
 */
export async function requireReach(ctx: AppContext, actor: Actor, subject: PlanSubject): Promise<void> {
  const [plan] = await ctx.db.query<{ directory_id: string | null }[]>(
    `SELECT directory_id FROM plan
      WHERE id = coalesce($1::uuid, (SELECT plan_id FROM plan_row WHERE id = $2),
                          (SELECT plan_id FROM assignment WHERE id = $3))`,
    [subject.planId ?? null, subject.rowId ?? null, subject.assignmentId ?? null],
  );
  if (plan === undefined) return;
  if (!reachesPlan(await belongingOf(ctx, actor), plan.directory_id))
    throw new DomainError('NOT_FOUND', { what: 'plan' });
}

/** @throws DomainError NOT_FOUND */
export async function requireDirectory(ctx: AppContext, actor: Actor, directoryId: string): Promise<void> {
  if (!reachesDirectory(await belongingOf(ctx, actor), directoryId))
    throw new DomainError('NOT_FOUND', { what: 'directory' });
}

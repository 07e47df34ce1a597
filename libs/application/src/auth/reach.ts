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
  return ofTheHouse(who.accountRoles) || who.directoryId === directoryId;
}

/** What an account is to a directory and its plans; to what belongs to none yet (null), all that it is anywhere. */
export function rolesIn(who: Belonging, directoryId: string | null): readonly ActorRole[] {
  if (directoryId !== null && who.directoryId !== directoryId) return who.accountRoles;
  return [...new Set([...who.accountRoles, ...who.personRoles])];
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
 * The actor with the roles that it has on this plan. Refuses a plan of another directory as if it did not exist; what is
 * not there at all is left to the use case to say.
 * @throws DomainError NOT_FOUND
 */
export async function actorOnPlan(ctx: AppContext, actor: Actor, subject: PlanSubject): Promise<Actor> {
  const [plan] = await ctx.db.query<{ directory_id: string | null }[]>(
    `SELECT directory_id FROM plan
      WHERE id = coalesce($1::uuid, (SELECT plan_id FROM plan_row WHERE id = $2),
                          (SELECT plan_id FROM assignment WHERE id = $3))`,
    [subject.planId ?? null, subject.rowId ?? null, subject.assignmentId ?? null],
  );
  if (plan === undefined) return actor;
  const who = await belongingOf(ctx, actor);
  if (!reachesPlan(who, plan.directory_id)) throw new DomainError('NOT_FOUND', { what: 'plan' });
  return { ...actor, roles: rolesIn(who, plan.directory_id) };
}

/** The actor with the roles that it has in this directory. @throws DomainError NOT_FOUND */
export async function actorInDirectory(ctx: AppContext, actor: Actor, directoryId: string): Promise<Actor> {
  const who = await belongingOf(ctx, actor);
  if (!reachesDirectory(who, directoryId)) throw new DomainError('NOT_FOUND', { what: 'directory' });
  return { ...actor, roles: rolesIn(who, directoryId) };
}

import type { DataSource } from 'typeorm';

/** A workflow to be woken: a task's, or (taskId null) the plan's own. */
export interface PokeTarget {
  readonly planId: string;
  readonly taskId: string | null;
  readonly version: number;
}

/** Wakes workflows at once. Best effort: the outbox and the relay deliver what is lost here. Must not throw. */
export type PokePort = (targets: readonly PokeTarget[]) => void;

/** What every use case is given. */
export interface AppContext {
  readonly db: DataSource;
  readonly poke?: PokePort;
}

export type ActorRole = 'office' | 'unit-head' | 'unit-staff' | 'deputy-director' | 'director' | 'observer' | 'admin';

/** Who gives a command. `accountId` null: the product itself (the first seeding). */
export interface Actor {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly roles: readonly ActorRole[];
  readonly unitId: string | null;
}

/** For seeding and operators' scripts; never for a request. */
export const SYSTEM_ACTOR: Actor = {
  accountId: null,
  personId: null,
  name: 'Hệ thống',
  roles: ['office', 'director', 'admin'],
  unitId: null,
};

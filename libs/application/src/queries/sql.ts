import type { EpochMs } from '@don-doc/domain';

/** What answers SQL: the pool, or a transaction of it. */
export interface Sql {
  query<T>(text: string, values?: unknown[]): Promise<T>;
}

export const iso = (at: EpochMs): string => new Date(at).toISOString();
export const isoOrNull = (at: EpochMs | Date | null): string | null =>
  at === null ? null : new Date(at).toISOString();
export const ms = (at: Date): EpochMs => at.getTime();
export const msOrNull = (at: Date | null): EpochMs | null => (at === null ? null : at.getTime());

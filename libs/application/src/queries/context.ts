import type { EntityManager } from 'typeorm';
import type { AppContext } from '../context.js';
import type { Words } from './words.js';

export interface QueryContext extends AppContext {
  readonly words: Words;
}

/** Reads that belong together see one state of the facts. */
export function inSnapshot<T>(ctx: AppContext, read: (sql: EntityManager) => Promise<T>): Promise<T> {
  return ctx.db.transaction('REPEATABLE READ', read);
}

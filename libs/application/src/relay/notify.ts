import type { DataSource } from 'typeorm';
import type { PokePort } from '../context.js';
import { OUTBOX_CHANNEL } from './outbox.js';

/**
 * The poke port of a process that does not talk to Temporal itself: it wakes the relay, which then reads the outbox. One
 * poke a change, where a second messenger beside the relay would make every task settle twice.
 */
export function notifyRelay(db: DataSource): PokePort {
  return () => {
    // Best effort: the relay looks by itself soon after.
    void db.query('SELECT pg_notify($1, $2)', [OUTBOX_CHANNEL, '']).catch(() => undefined);
  };
}

import type { MigrationInterface } from 'typeorm';
import { FirstSchema1746403200000 } from './1746403200000-first-schema.js';

/** In order; named here because a bundle has no folder to look into. */
export const migrations: (new () => MigrationInterface)[] = [FirstSchema1746403200000];

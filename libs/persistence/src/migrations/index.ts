import type { MigrationInterface } from 'typeorm';
import { FirstSchema1746403200000 } from './1746403200000-first-schema.js';
import { SilentCommits1763800000000 } from './1763800000000-silent-commits.js';
import { AccountDisabled1763802000000 } from './1763802000000-account-disabled.js';
import { LaunchByDraft1763900000000 } from './1763900000000-launch-by-draft.js';
import { LatenessOnRecord1763910000000 } from './1763910000000-lateness-on-record.js';
import { Amendments1763920000000 } from './1763920000000-amendments.js';

/** In order; named here because a bundle has no folder to look into. */
export const migrations: (new () => MigrationInterface)[] = [
  FirstSchema1746403200000,
  SilentCommits1763800000000,
  AccountDisabled1763802000000,
  LaunchByDraft1763900000000,
  LatenessOnRecord1763910000000,
  Amendments1763920000000,
];

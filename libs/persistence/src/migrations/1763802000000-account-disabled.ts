import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account is disabled, never deleted: what it did keeps its name. */
export class AccountDisabled1763802000000 implements MigrationInterface {
  readonly name = 'AccountDisabled1763802000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account ADD disabled_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN disabled_at');
  }
}

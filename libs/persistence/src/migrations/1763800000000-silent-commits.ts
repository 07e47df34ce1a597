import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOLD = [
  ['history', 'insert'],
  ['alarm', 'insert'],
  ['plan_event', 'insert'],
  ['outbox', 'insert'],
  ['mail', 'insert'],
  ['mail', 'update'],
  ['plan_finding', 'update'],
] as const;

/**
 * No NOTIFY inside a transaction: PostgreSQL commits those one after another. Pages compare marks, and whoever has
 * committed wakes the relay by a statement of its own.
 */
export class SilentCommits1763800000000 implements MigrationInterface {
  readonly name = 'SilentCommits1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, act] of TOLD) await runner.query(`DROP TRIGGER tr_${table}_told_${act} ON ${table}`);
    await runner.query('DROP FUNCTION tell_changes()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION tell_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('don_doc_changed', plan_id::text) FROM (SELECT DISTINCT plan_id FROM written) AS plans;
        IF TG_TABLE_NAME = 'outbox' THEN PERFORM pg_notify('don_doc_outbox', ''); END IF;
        RETURN NULL;
      END $$`);
    for (const [table, act] of TOLD)
      await runner.query(
        `CREATE TRIGGER tr_${table}_told_${act} AFTER ${act.toUpperCase()} ON ${table} REFERENCING NEW TABLE AS written
         FOR EACH STATEMENT EXECUTE FUNCTION tell_changes()`,
      );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACTS_OF_A_LAUNCH = `directory_id IS NOT NULL AND issued_on IS NOT NULL AND policy IS NOT NULL
  AND calendar_id IS NOT NULL AND calendar_version IS NOT NULL AND settled_through IS NOT NULL`;

/**
 * A draft is launched once, and another import of the same file is another draft: the log holds one launch a plan. Who
 * approved a date that the Office fixed stands beside it. What nothing reads or writes any more goes.
 */
export class LaunchByDraft1763900000000 implements MigrationInterface {
  readonly name = 'LaunchByDraft1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan DROP CONSTRAINT ck_plan_launched, DROP CONSTRAINT uq_plan_launch');
    await runner.query(
      'ALTER TABLE plan DROP COLUMN launch_key, DROP COLUMN digest_through, DROP COLUMN digest_next_wake_at',
    );
    await runner.query(
      `ALTER TABLE plan ADD CONSTRAINT ck_plan_launched
       CHECK ((status = 'draft') = (launched_at IS NULL) AND (status = 'draft' OR (${FACTS_OF_A_LAUNCH})))`,
    );
    await runner.query(`CREATE UNIQUE INDEX uq_plan_event_launch ON plan_event (plan_id) WHERE kind = 'launched'`);
    await runner.query(
      `ALTER TABLE alarm DROP CONSTRAINT ck_alarm_status,
       ADD CONSTRAINT ck_alarm_status CHECK (status IN ('recorded', 'superseded', 'suppressed'))`,
    );
    await runner.query('ALTER TABLE plan_row ADD fixed_by text');
    await runner.query(
      `UPDATE plan_row r SET fixed_by = coalesce(
         (SELECT h.data->>'approvedBy' FROM history h WHERE h.row_id = r.id AND h.kind = 'fix-due' ORDER BY h.id DESC LIMIT 1),
         (SELECT p.policy->>'approvedBy' FROM plan p WHERE p.id = r.plan_id))
       WHERE r.fixed_last_day IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_row DROP COLUMN fixed_by');
    await runner.query(
      `ALTER TABLE alarm DROP CONSTRAINT ck_alarm_status,
       ADD CONSTRAINT ck_alarm_status CHECK (status IN ('recorded', 'superseded', 'suppressed', 'cancelled'))`,
    );
    await runner.query('DROP INDEX uq_plan_event_launch');
    await runner.query('ALTER TABLE plan DROP CONSTRAINT ck_plan_launched');
    await runner.query(
      `ALTER TABLE plan ADD launch_key text, ADD digest_through TIMESTAMP(3) WITH TIME ZONE,
       ADD digest_next_wake_at TIMESTAMP(3) WITH TIME ZONE`,
    );
    // By its own id: two imports of one file may both have been launched meanwhile.
    await runner.query(`UPDATE plan SET launch_key = id WHERE status <> 'draft'`);
    await runner.query(
      `ALTER TABLE plan ADD CONSTRAINT uq_plan_launch UNIQUE (launch_key), ADD CONSTRAINT ck_plan_launched
       CHECK ((status = 'draft') = (launched_at IS NULL) AND (status = 'draft') = (launch_key IS NULL)
         AND (status = 'draft' OR (${FACTS_OF_A_LAUNCH})))`,
    );
  }
}

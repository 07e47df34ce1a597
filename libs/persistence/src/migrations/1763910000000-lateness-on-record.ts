import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lateness is judged when a result comes and stays on record; questions about a row are released at resume; an opening is
 * told of once; an alarm of the plan names its event. What came before is judged by the days now in force: no other are kept.
 */
export class LatenessOnRecord1763910000000 implements MigrationInterface {
  readonly name = 'LatenessOnRecord1763910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD late boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE assignment_period ADD late boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE plan_row ADD opening_told boolean NOT NULL DEFAULT false, ADD suppressed jsonb');
    await runner.query('ALTER TABLE alarm ADD event text');
    await runner.query(
      `UPDATE assignment_period p SET late = true FROM assignment a JOIN plan_row r ON r.id = a.row_id
       WHERE a.id = p.assignment_id AND (p.met_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >
         least(((p.period || '-01')::date + interval '1 month' - interval '1 day')::date, r.last_day)`,
    );
    await runner.query(
      `UPDATE assignment a SET late = CASE WHEN r.due_window->>'follow' = 'periods'
         THEN EXISTS (SELECT 1 FROM assignment_period p WHERE p.assignment_id = a.id AND p.late)
         ELSE coalesce(a.actual_on > r.last_day, false) END
       FROM plan_row r WHERE r.id = a.row_id AND a.state IN ('submitted', 'accepted')`,
    );
    await runner.query(`UPDATE alarm SET event = split_part(alarm_key, '|', 3) WHERE rule = 'event-ask'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alarm DROP COLUMN event');
    await runner.query('ALTER TABLE plan_row DROP COLUMN opening_told, DROP COLUMN suppressed');
    await runner.query('ALTER TABLE assignment_period DROP COLUMN late');
    await runner.query('ALTER TABLE assignment DROP COLUMN late');
  }
}

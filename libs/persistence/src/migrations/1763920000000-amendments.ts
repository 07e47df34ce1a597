import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'waiting', 'open', 'submitted', 'accepted', 'returned', 'not-arisen'`;
const KINDS = `'launched', 'event', 'suspended', 'resumed', 'closed', 'calendar', 'clock'`;

/** Amendments of a running plan; rows and work that they add or withdraw. */
export class Amendments1763920000000 implements MigrationInterface {
  readonly name = 'Amendments1763920000000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE amendment (
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        seq integer NOT NULL,
        status text NOT NULL,
        document_kind text NOT NULL,
        document_code text NOT NULL,
        document_on date NOT NULL,
        reason text NOT NULL,
        changes jsonb NOT NULL,
        applied jsonb,
        proposed_by uuid NOT NULL,
        proposed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
        decided_by uuid,
        decided_at TIMESTAMP(3) WITH TIME ZONE,
        decision_note text,
        CONSTRAINT uq_amendment_seq UNIQUE (plan_id, seq),
        CONSTRAINT ck_amendment_document CHECK (document_kind IN ('plan', 'decision', 'letter')),
        CONSTRAINT ck_amendment_status CHECK (status IN ('proposed', 'confirmed', 'declined')),
        CONSTRAINT ck_amendment_decided CHECK ((status = 'proposed') = (decided_at IS NULL) AND (status <> 'confirmed' OR applied IS NOT NULL)),
        CONSTRAINT pk_amendment PRIMARY KEY (id),
        CONSTRAINT fk_amendment_plan FOREIGN KEY (plan_id) REFERENCES plan(id),
        CONSTRAINT fk_amendment_proposed_by FOREIGN KEY (proposed_by) REFERENCES account(id),
        CONSTRAINT fk_amendment_decided_by FOREIGN KEY (decided_by) REFERENCES account(id)
      )`,
      `ALTER TABLE task ADD amendment_id uuid, ADD CONSTRAINT fk_task_amendment FOREIGN KEY (amendment_id) REFERENCES amendment(id)`,
      `ALTER TABLE plan_row ADD amendment_id uuid, ADD CONSTRAINT fk_plan_row_amendment FOREIGN KEY (amendment_id) REFERENCES amendment(id)`,
      ...recheck('assignment', 'ck_assignment_state', `state IN (${STATES}, 'withdrawn')`),
      ...recheck('plan_event', 'ck_plan_event_kind', `kind IN (${KINDS}, 'amended')`),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      ...recheck('plan_event', 'ck_plan_event_kind', `kind IN (${KINDS})`),
      ...recheck('assignment', 'ck_assignment_state', `state IN (${STATES})`),
      'ALTER TABLE plan_row DROP COLUMN amendment_id',
      'ALTER TABLE task DROP COLUMN amendment_id',
      'DROP TABLE amendment',
    ];
    for (const statement of statements) await runner.query(statement);
  }
}

function recheck(table: string, name: string, condition: string): string[] {
  return [
    `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition})`,
  ];
}

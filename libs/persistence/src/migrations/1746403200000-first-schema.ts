import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema. Generated from the entities, then kept by hand; a test proves that the two do not differ. */
const tables = [
  `CREATE TABLE directory (
    id uuid NOT NULL,
    name text NOT NULL,
    is_demo boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_directory PRIMARY KEY (id)
  )`,
  `CREATE TABLE unit (
    id uuid NOT NULL,
    directory_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    aliases jsonb NOT NULL DEFAULT '[]',
    is_office boolean NOT NULL DEFAULT false,
    CONSTRAINT uq_unit_code UNIQUE (directory_id, code),
    CONSTRAINT ck_unit_kind CHECK (kind IN ('unit', 'agency', 'post', 'guest', 'group')),
    CONSTRAINT pk_unit PRIMARY KEY (id)
  )`,
  `CREATE TABLE person (
    id uuid NOT NULL,
    directory_id uuid NOT NULL,
    unit_id uuid,
    name text NOT NULL,
    position text NOT NULL,
    email text,
    roles text array NOT NULL DEFAULT '{}',
    CONSTRAINT ck_person_roles CHECK (roles <@ ARRAY['office','unit-head','unit-staff','deputy-director','director','observer']),
    CONSTRAINT pk_person PRIMARY KEY (id)
  )`,
  `CREATE TABLE account (
    id uuid NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    person_id uuid,
    roles text array NOT NULL DEFAULT '{}',
    must_change_password boolean NOT NULL DEFAULT true,
    failed_count integer NOT NULL DEFAULT 0,
    locked_until TIMESTAMP(3) WITH TIME ZONE,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT uq_account_username UNIQUE (username),
    CONSTRAINT ck_account_username CHECK (username = lower(username)),
    CONSTRAINT pk_account PRIMARY KEY (id)
  )`,
  `CREATE TABLE login_session (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP(3) WITH TIME ZONE,
    address text,
    CONSTRAINT ck_login_session_expiry CHECK (expires_at > created_at),
    CONSTRAINT pk_login_session PRIMARY KEY (id)
  )`,
  `CREATE TABLE work_calendar (
    id text NOT NULL,
    version integer NOT NULL,
    unannounced integer array NOT NULL DEFAULT '{}',
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    created_by uuid,
    CONSTRAINT ck_work_calendar_version CHECK (version > 0),
    CONSTRAINT pk_work_calendar PRIMARY KEY (id, version)
  )`,
  `CREATE TABLE work_calendar_day (
    calendar_id text NOT NULL,
    version integer NOT NULL,
    date date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    CONSTRAINT ck_work_calendar_day_kind CHECK (kind IN ('off', 'work')),
    CONSTRAINT pk_work_calendar_day PRIMARY KEY (calendar_id, version, date)
  )`,
  `CREATE TABLE plan (
    id uuid NOT NULL,
    directory_id uuid,
    source_name text NOT NULL,
    source_sha256 text NOT NULL,
    source_bytes bytea,
    draft jsonb NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    code text,
    issued_on date,
    status text NOT NULL,
    is_rehearsal boolean NOT NULL DEFAULT false,
    rehearsal_of uuid,
    launched_at TIMESTAMP(3) WITH TIME ZONE,
    policy jsonb,
    calendar_id text,
    calendar_version integer,
    agency_unit_id uuid,
    launch_key text,
    generation uuid NOT NULL,
    digest_generation uuid NOT NULL,
    digest_started_at TIMESTAMP(3) WITH TIME ZONE,
    digest_through TIMESTAMP(3) WITH TIME ZONE,
    digest_next_wake_at TIMESTAMP(3) WITH TIME ZONE,
    version integer NOT NULL DEFAULT 0,
    settled_version integer NOT NULL DEFAULT 0,
    settled_through TIMESTAMP(3) WITH TIME ZONE,
    next_wake_at TIMESTAMP(3) WITH TIME ZONE,
    finished boolean NOT NULL DEFAULT false,
    last_error text,
    failing_since TIMESTAMP(3) WITH TIME ZONE,
    error_count integer NOT NULL DEFAULT 0,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    created_by uuid,
    CONSTRAINT uq_plan_launch UNIQUE (launch_key),
    CONSTRAINT ck_plan_versions CHECK (settled_version <= version),
    CONSTRAINT ck_plan_launched CHECK ((status = 'draft') = (launched_at IS NULL) AND (status = 'draft') = (launch_key IS NULL) AND (status = 'draft' OR (directory_id IS NOT NULL AND issued_on IS NOT NULL AND policy IS NOT NULL AND calendar_id IS NOT NULL AND calendar_version IS NOT NULL AND settled_through IS NOT NULL))),
    CONSTRAINT ck_plan_status CHECK (status IN ('draft', 'running', 'suspended', 'closed')),
    CONSTRAINT pk_plan PRIMARY KEY (id)
  )`,
  `CREATE TABLE plan_finding (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    position integer NOT NULL,
    code text NOT NULL,
    severity text NOT NULL,
    row_no text,
    place jsonb,
    message text NOT NULL,
    options jsonb NOT NULL,
    answer_option text,
    answer_reason text,
    answered_by uuid,
    answered_at TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT ck_plan_finding_answer CHECK ((answered_at IS NULL) = (answer_reason IS NULL)),
    CONSTRAINT ck_plan_finding_severity CHECK (severity IN ('blocking', 'caution', 'notice')),
    CONSTRAINT pk_plan_finding PRIMARY KEY (id)
  )`,
  `CREATE TABLE plan_event (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL,
    name text,
    change text,
    effective_on date,
    calendar_version integer,
    data jsonb,
    document text,
    note text,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    real_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    by_account uuid,
    command_id uuid,
    CONSTRAINT uq_plan_event_command UNIQUE (command_id),
    CONSTRAINT uq_plan_event_seq UNIQUE (plan_id, seq),
    CONSTRAINT ck_plan_event_calendar CHECK ((kind = 'calendar') = (calendar_version IS NOT NULL)),
    CONSTRAINT ck_plan_event_change CHECK ((kind = 'event') = (name IS NOT NULL AND change IS NOT NULL) AND (change IS NULL OR change IN ('expected', 'confirmed', 'moved', 'revoked')) AND (change IS NULL OR (change = 'revoked') = (effective_on IS NULL))),
    CONSTRAINT ck_plan_event_kind CHECK (kind IN ('launched', 'event', 'suspended', 'resumed', 'closed', 'calendar', 'clock')),
    CONSTRAINT pk_plan_event PRIMARY KEY (id)
  )`,
  `CREATE TABLE clock_segment (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    real_from TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    plan_from TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    rate double precision NOT NULL,
    CONSTRAINT ck_clock_segment_rate CHECK (rate >= 0),
    CONSTRAINT pk_clock_segment PRIMARY KEY (plan_id, seq)
  )`,
  `CREATE TABLE plan_clock (
    plan_id uuid NOT NULL,
    lease_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_plan_clock PRIMARY KEY (plan_id)
  )`,
  `CREATE TABLE task (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    no text NOT NULL,
    position integer NOT NULL,
    version integer NOT NULL DEFAULT 1,
    settled_version integer NOT NULL DEFAULT 0,
    settled_through TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    next_wake_at TIMESTAMP(3) WITH TIME ZONE,
    generation uuid NOT NULL,
    closed boolean NOT NULL DEFAULT false,
    last_error text,
    failing_since TIMESTAMP(3) WITH TIME ZONE,
    error_count integer NOT NULL DEFAULT 0,
    CONSTRAINT uq_task_no UNIQUE (plan_id, no),
    CONSTRAINT ck_task_closed CHECK (NOT closed OR next_wake_at IS NULL),
    CONSTRAINT ck_task_versions CHECK (settled_version <= version),
    CONSTRAINT pk_task PRIMARY KEY (id)
  )`,
  `CREATE TABLE plan_row (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    task_id uuid NOT NULL,
    parent_row_id uuid,
    no text NOT NULL,
    position integer NOT NULL,
    content text NOT NULL,
    lead_text text NOT NULL,
    coordinator_text text NOT NULL,
    time_text text NOT NULL,
    leads jsonb NOT NULL,
    coordinators jsonb NOT NULL,
    places jsonb NOT NULL,
    stitched boolean NOT NULL,
    reading jsonb NOT NULL,
    fixed_last_day date,
    due_window jsonb NOT NULL,
    opens_on date,
    last_day date,
    late_from TIMESTAMP(3) WITH TIME ZONE,
    due_version integer NOT NULL,
    due_version_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    first_last_day date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT uq_plan_row_no UNIQUE (plan_id, no),
    CONSTRAINT ck_plan_row_due_version CHECK (due_version >= 1),
    CONSTRAINT pk_plan_row PRIMARY KEY (id)
  )`,
  `CREATE TABLE assignment (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    task_id uuid NOT NULL,
    row_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    office_led boolean NOT NULL,
    state text NOT NULL,
    submitted_at TIMESTAMP(3) WITH TIME ZONE,
    actual_on date,
    claims_not_arisen boolean NOT NULL DEFAULT false,
    result jsonb,
    note text,
    suppressed jsonb,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT uq_assignment_row_unit UNIQUE (row_id, unit_id),
    CONSTRAINT ck_assignment_state CHECK (state IN ('waiting', 'open', 'submitted', 'accepted', 'returned', 'not-arisen')),
    CONSTRAINT pk_assignment PRIMARY KEY (id)
  )`,
  `CREATE TABLE assignment_period (
    assignment_id uuid NOT NULL,
    period text NOT NULL,
    met_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    evidence text,
    reported_by uuid,
    CONSTRAINT ck_assignment_period CHECK (period ~ '^\\d{4}-\\d{2}$'),
    CONSTRAINT pk_assignment_period PRIMARY KEY (assignment_id, period)
  )`,
  `CREATE TABLE alarm (
    id uuid NOT NULL,
    alarm_key text NOT NULL,
    plan_id uuid NOT NULL,
    task_id uuid,
    row_id uuid,
    unit_id uuid,
    assignment_id uuid,
    rule text NOT NULL,
    occurrence integer NOT NULL,
    period text,
    due_version integer NOT NULL,
    planned_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    made_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    status text NOT NULL,
    channel text NOT NULL,
    audience text array NOT NULL DEFAULT '{}',
    grave integer NOT NULL,
    note text,
    by_account uuid,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT uq_alarm_key UNIQUE (alarm_key),
    CONSTRAINT ck_alarm_audience CHECK (audience <@ ARRAY['unit-head', 'office', 'deputy-director', 'director']),
    CONSTRAINT ck_alarm_channel CHECK (channel IN ('digest', 'inbox')),
    CONSTRAINT ck_alarm_status CHECK (status IN ('recorded', 'superseded', 'suppressed', 'cancelled')),
    CONSTRAINT pk_alarm PRIMARY KEY (id)
  )`,
  `CREATE TABLE mail (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    about text NOT NULL DEFAULT '',
    subject text NOT NULL,
    message_id text NOT NULL,
    bytes bytea,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    first_attempt_at TIMESTAMP(3) WITH TIME ZONE,
    sent_at TIMESTAMP(3) WITH TIME ZONE,
    next_attempt_at TIMESTAMP(3) WITH TIME ZONE,
    last_error text,
    merged_into uuid,
    CONSTRAINT uq_mail_subject UNIQUE (plan_id, person_id, kind, day, about),
    CONSTRAINT uq_mail_message UNIQUE (message_id),
    CONSTRAINT ck_mail_frozen CHECK (state IN ('gathered', 'merged', 'failed') OR bytes IS NOT NULL),
    CONSTRAINT ck_mail_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT ck_mail_state CHECK (state IN ('gathered', 'attempting', 'sent', 'unknown', 'merged', 'failed')),
    CONSTRAINT ck_mail_kind CHECK (kind IN ('digest', 'manual')),
    CONSTRAINT pk_mail PRIMARY KEY (id)
  )`,
  `CREATE TABLE alarm_recipient (
    alarm_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    mail_id uuid,
    read_at TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT pk_alarm_recipient PRIMARY KEY (alarm_id, person_id)
  )`,
  `CREATE TABLE history (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    plan_id uuid NOT NULL,
    task_id uuid,
    row_id uuid,
    assignment_id uuid,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    real_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    by_account uuid,
    kind text NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    before jsonb,
    after jsonb,
    CONSTRAINT pk_history PRIMARY KEY (id)
  )`,
  `CREATE TABLE command_log (
    command_id uuid NOT NULL,
    account_id uuid,
    kind text NOT NULL,
    plan_id uuid,
    task_id uuid,
    at TIMESTAMP(3) WITH TIME ZONE,
    command jsonb,
    answered jsonb NOT NULL,
    real_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_command_log PRIMARY KEY (command_id)
  )`,
  `CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    real_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    account_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT pk_audit PRIMARY KEY (id)
  )`,
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    plan_id uuid NOT NULL,
    task_id uuid,
    version integer NOT NULL,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    leased_until TIMESTAMP(3) WITH TIME ZONE,
    leased_by text,
    done_at TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT ck_outbox_lease CHECK ((leased_until IS NULL) = (leased_by IS NULL)),
    CONSTRAINT pk_outbox PRIMARY KEY (id)
  )`,
];

const indexes = [
  `CREATE INDEX ix_login_session_account ON login_session (account_id)`,
  `CREATE UNIQUE INDEX uq_unit_office ON unit (directory_id) WHERE is_office`,
  `CREATE INDEX ix_person_directory ON person (directory_id)`,
  `CREATE INDEX ix_person_unit ON person (unit_id)`,
  `CREATE INDEX ix_plan_finding_plan ON plan_finding (plan_id)`,
  `CREATE INDEX ix_task_wake ON task (next_wake_at)`,
  `CREATE INDEX ix_plan_row_task ON plan_row (task_id)`,
  `CREATE INDEX ix_assignment_unit ON assignment (unit_id)`,
  `CREATE INDEX ix_assignment_task ON assignment (task_id)`,
  `CREATE INDEX ix_alarm_task ON alarm (task_id)`,
  `CREATE INDEX ix_alarm_assignment ON alarm (assignment_id)`,
  `CREATE INDEX ix_alarm_row ON alarm (row_id)`,
  `CREATE INDEX ix_alarm_plan ON alarm (plan_id, planned_at)`,
  `CREATE INDEX ix_mail_state ON mail (state, next_attempt_at)`,
  `CREATE INDEX ix_alarm_recipient_mail ON alarm_recipient (mail_id)`,
  `CREATE INDEX ix_alarm_recipient_person ON alarm_recipient (person_id)`,
  `CREATE INDEX ix_history_plan ON history (plan_id, id)`,
  `CREATE INDEX ix_history_row ON history (row_id)`,
  `CREATE INDEX ix_command_log_plan ON command_log (plan_id, at)`,
  `CREATE INDEX ix_audit_real_at ON audit (real_at)`,
  `CREATE INDEX ix_outbox_open ON outbox (id) WHERE done_at IS NULL`,
];

const foreignKeys = [
  `ALTER TABLE login_session ADD CONSTRAINT fk_login_session_account FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE unit ADD CONSTRAINT fk_unit_directory FOREIGN KEY (directory_id) REFERENCES directory(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE person ADD CONSTRAINT fk_person_directory FOREIGN KEY (directory_id) REFERENCES directory(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE person ADD CONSTRAINT fk_person_unit FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE account ADD CONSTRAINT fk_account_person FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE work_calendar ADD CONSTRAINT fk_work_calendar_account FOREIGN KEY (created_by) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE work_calendar_day ADD CONSTRAINT fk_work_calendar_day FOREIGN KEY (calendar_id, version) REFERENCES work_calendar(id,version) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_directory FOREIGN KEY (directory_id) REFERENCES directory(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_rehearsal_of FOREIGN KEY (rehearsal_of) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_agency_unit FOREIGN KEY (agency_unit_id) REFERENCES unit(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_account FOREIGN KEY (created_by) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_calendar FOREIGN KEY (calendar_id, calendar_version) REFERENCES work_calendar(id,version) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_finding ADD CONSTRAINT fk_plan_finding_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE plan_finding ADD CONSTRAINT fk_plan_finding_account FOREIGN KEY (answered_by) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_event ADD CONSTRAINT fk_plan_event_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_event ADD CONSTRAINT fk_plan_event_account FOREIGN KEY (by_account) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE clock_segment ADD CONSTRAINT fk_clock_segment_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_clock ADD CONSTRAINT fk_plan_clock_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE task ADD CONSTRAINT fk_task_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_row ADD CONSTRAINT fk_plan_row_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_row ADD CONSTRAINT fk_plan_row_task FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE plan_row ADD CONSTRAINT fk_plan_row_parent FOREIGN KEY (parent_row_id) REFERENCES plan_row(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment ADD CONSTRAINT fk_assignment_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment ADD CONSTRAINT fk_assignment_task FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment ADD CONSTRAINT fk_assignment_row FOREIGN KEY (row_id) REFERENCES plan_row(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment ADD CONSTRAINT fk_assignment_unit FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment_period ADD CONSTRAINT fk_assignment_period_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE assignment_period ADD CONSTRAINT fk_assignment_period_account FOREIGN KEY (reported_by) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_task FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_row FOREIGN KEY (row_id) REFERENCES plan_row(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_unit FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm ADD CONSTRAINT fk_alarm_account FOREIGN KEY (by_account) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE mail ADD CONSTRAINT fk_mail_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE mail ADD CONSTRAINT fk_mail_person FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE mail ADD CONSTRAINT fk_mail_merged_into FOREIGN KEY (merged_into) REFERENCES mail(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm_recipient ADD CONSTRAINT fk_alarm_recipient_alarm FOREIGN KEY (alarm_id) REFERENCES alarm(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm_recipient ADD CONSTRAINT fk_alarm_recipient_person FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE alarm_recipient ADD CONSTRAINT fk_alarm_recipient_mail FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE history ADD CONSTRAINT fk_history_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE history ADD CONSTRAINT fk_history_task FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE history ADD CONSTRAINT fk_history_row FOREIGN KEY (row_id) REFERENCES plan_row(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE history ADD CONSTRAINT fk_history_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE history ADD CONSTRAINT fk_history_account FOREIGN KEY (by_account) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE command_log ADD CONSTRAINT fk_command_log_account FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE outbox ADD CONSTRAINT fk_outbox_plan FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE outbox ADD CONSTRAINT fk_outbox_task FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** Logs are appended to; what happened is never rewritten. */
const guards = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  ...['clock_segment', 'plan_event', 'history', 'audit', 'work_calendar_day'].map(
    (table) =>
      `CREATE TRIGGER tr_${table}_append_only BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

/**
 * Told at commit, so that a page and the relay need not ask: the plan that changed (don_doc_changed), and that a poke is
 * owed (don_doc_outbox). Best effort: both also look by themselves.
 */
const tellChanges = `CREATE FUNCTION tell_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('don_doc_changed', plan_id::text) FROM (SELECT DISTINCT plan_id FROM written) AS plans;
    IF TG_TABLE_NAME = 'outbox' THEN PERFORM pg_notify('don_doc_outbox', ''); END IF;
    RETURN NULL;
  END $$`;
const told = [
  ['history', 'INSERT'],
  ['alarm', 'INSERT'],
  ['plan_event', 'INSERT'],
  ['outbox', 'INSERT'],
  ['mail', 'INSERT'],
  ['mail', 'UPDATE'],
  ['plan_finding', 'UPDATE'],
];
const notices = [
  tellChanges,
  ...told.map(
    ([table, act]) =>
      `CREATE TRIGGER tr_${table}_told_${act?.toLowerCase()} AFTER ${act} ON ${table} REFERENCING NEW TABLE AS written
       FOR EACH STATEMENT EXECUTE FUNCTION tell_changes()`,
  ),
];

export class FirstSchema1746403200000 implements MigrationInterface {
  readonly name = 'FirstSchema1746403200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...foreignKeys, ...guards, ...notices])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = tables.map((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1]).join(', ');
    await runner.query(`DROP TABLE ${names} CASCADE`);
    await runner.query('DROP FUNCTION refuse_change(), tell_changes()');
  }
}

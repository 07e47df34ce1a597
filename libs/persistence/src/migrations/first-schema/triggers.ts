/** Logs are appended to; what happened is never rewritten. */
export const guards = [
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
export const notices = [
  tellChanges,
  ...told.map(
    ([table, act]) =>
      `CREATE TRIGGER tr_${table}_told_${act?.toLowerCase()} AFTER ${act} ON ${table} REFERENCING NEW TABLE AS written
       FOR EACH STATEMENT EXECUTE FUNCTION tell_changes()`,
  ),
];

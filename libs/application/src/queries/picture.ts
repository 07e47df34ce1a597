import { DomainError, foldFacts, initialFacts, planNow } from '@don-doc/domain';
import type {
  AssignmentModel,
  CivilDate,
  DeadlineWindow,
  EpochMs,
  PlanClock,
  PlanDraft,
  PlanFacts,
  PlanLogEntry,
  PlannedAlarm,
  Place,
  RowState,
  TaskModel,
  TimeReading,
  WorkCalendar,
} from '@don-doc/domain';
import type { AssignmentResult, PlanEntity } from '@don-doc/persistence';
import { loadCalendars } from './calendars.js';
import { ms, msOrNull, type Sql } from './sql.js';

/** A plan as it stands at one instant of its own clock: all that views are computed from. */
export interface PlanPicture {
  readonly plan: PlanHeadRow;
  readonly clock: PlanClock;
  /** The plan's clock, and the real instant at which it was read. */
  readonly now: EpochMs;
  readonly readAt: EpochMs;
  readonly log: readonly PlanLogEntry[];
  /** In force now. */
  readonly facts: PlanFacts;
  readonly tasks: readonly TaskPicture[];
  readonly rows: readonly RowPicture[];
  readonly assignments: readonly AssignmentPicture[];
  readonly units: ReadonlyMap<string, UnitPicture>;
}

export interface PlanHeadRow {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly code: string | null;
  readonly issued_on: CivilDate | null;
  readonly status: PlanEntity['status'];
  readonly is_rehearsal: boolean;
  readonly launched_at: Date | null;
  readonly policy: PlanEntity['policy'];
  readonly calendar_id: string | null;
  readonly calendar_version: number | null;
  readonly version: number;
  readonly settled_version: number;
  readonly settled_through: Date | null;
  readonly next_wake_at: Date | null;
  readonly generation: string;
  readonly digest_generation: string;
  readonly directory_id: string | null;
  readonly draft: PlanDraft;
}

export interface TaskPicture {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly settledVersion: number;
  readonly settledThrough: EpochMs;
  readonly nextWakeAt: EpochMs | null;
  readonly generation: string;
  readonly closed: boolean;
  readonly lastError: string | null;
  readonly model: TaskModel;
}

export interface RowPicture {
  readonly state: RowState;
  readonly taskId: string;
  readonly parentRowId: string | null;
  readonly content: string;
  readonly leadText: string;
  readonly coordinatorText: string;
  readonly timeText: string;
  readonly places: readonly Place[];
}

export interface AssignmentPicture {
  readonly model: AssignmentModel;
  readonly taskId: string;
  readonly version: number;
  readonly result: AssignmentResult | null;
  readonly note: string | null;
  readonly evidence: ReadonlyMap<string, string | null>;
}

export interface UnitPicture {
  readonly id: string;
  readonly name: string;
  readonly headName: string | null;
  readonly isOffice: boolean;
}

const PLAN_COLUMNS = `id, title, issuer, code, issued_on, status, is_rehearsal, launched_at, policy, calendar_id,
  calendar_version, version, settled_version, settled_through, next_wake_at, generation, digest_generation, directory_id, draft`;

/** Everything of one plan, read in one snapshot. @throws DomainError NOT_FOUND */
export async function loadPicture(sql: Sql, planId: string): Promise<PlanPicture> {
  const [plan] = await sql.query<PlanHeadRow[]>(`SELECT ${PLAN_COLUMNS} FROM plan WHERE id = $1`, [planId]);
  if (plan === undefined) throw new DomainError('NOT_FOUND', { what: 'plan' });
  const { clock, now, readAt } = await readClock(sql, planId);
  if (plan.launched_at === null || plan.issued_on === null || plan.policy === null || plan.calendar_id === null)
    return {
      plan,
      clock,
      now: readAt,
      readAt,
      log: [],
      facts: draftFacts(plan, readAt),
      tasks: [],
      rows: [],
      assignments: [],
      units: new Map(),
    };

  const calendars = await loadCalendars(sql, plan.calendar_id);
  const first = calendarOf(calendars, plan.calendar_version ?? 1);
  const log = await loadLog(sql, planId, calendars);
  const base = initialFacts({
    issuedOn: plan.issued_on,
    launchedAt: ms(plan.launched_at),
    calendar: first,
    policy: plan.policy,
  });
  const facts = foldFacts(
    base,
    log.filter((entry) => entry.at <= now),
  );
  const rows = await loadRows(sql, planId);
  const assignments = await loadAssignments(sql, planId);
  const tasks = await loadTasks(sql, planId, rows, assignments);
  const units = await loadUnits(
    sql,
    assignments.map((a) => a.model.unitId),
  );
  return { plan, clock, now, readAt, log, facts, tasks, rows, assignments, units };
}

/** The facts a task was last settled under: what its next instants follow from. */
export function factsAt(picture: PlanPicture, at: EpochMs): PlanFacts {
  const { plan, facts } = picture;
  const base = {
    ...facts,
    status: 'running' as const,
    events: {},
    launchedAt: plan.launched_at === null ? at : ms(plan.launched_at),
  };
  return foldFacts(
    base,
    picture.log.filter((entry) => entry.at <= at),
  );
}

export async function readClock(
  sql: Sql,
  planId: string,
): Promise<{ clock: PlanClock; now: EpochMs; readAt: EpochMs }> {
  const [read] = await sql.query<{ read_at: Date; lease_until: Date | null }[]>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS read_at,
            (SELECT lease_until FROM plan_clock WHERE plan_id = $1) AS lease_until`,
    [planId],
  );
  const segments = await sql.query<{ real_from: Date; plan_from: Date; rate: number }[]>(
    `SELECT real_from, plan_from, rate FROM clock_segment WHERE plan_id = $1 ORDER BY seq`,
    [planId],
  );
  if (read === undefined) throw new RangeError('the database did not tell the time');
  const clock: PlanClock = {
    segments: segments.map((s) => ({ realFrom: ms(s.real_from), planFrom: ms(s.plan_from), rate: s.rate })),
    leaseUntil: msOrNull(read.lease_until),
  };
  const readAt = ms(read.read_at);
  return { clock, now: planNow(clock, readAt), readAt };
}

function draftFacts(plan: PlanHeadRow, readAt: EpochMs): PlanFacts {
  const calendar: WorkCalendar = {
    id: plan.calendar_id ?? 'VN',
    version: plan.calendar_version ?? 1,
    days: {},
    unannounced: [],
  };
  return {
    status: 'running',
    issuedOn: plan.issued_on ?? '',
    launchedAt: readAt,
    calendar,
    policy: plan.policy ?? { immediateWorkingDays: 5, rollPeriodToWorkingDay: false, approvedBy: null },
    events: {},
  };
}

function calendarOf(calendars: ReadonlyMap<number, WorkCalendar>, version: number): WorkCalendar {
  const calendar = calendars.get(version);
  if (calendar === undefined) throw new DomainError('NOT_FOUND', { what: 'calendar' });
  return calendar;
}

interface EventRow {
  kind: string;
  seq: number;
  at: Date;
  name: string | null;
  change: 'expected' | 'confirmed' | 'moved' | 'revoked' | null;
  effective_on: CivilDate | null;
  calendar_version: number | null;
}

async function loadLog(
  sql: Sql,
  planId: string,
  calendars: ReadonlyMap<number, WorkCalendar>,
): Promise<PlanLogEntry[]> {
  const events = await sql.query<EventRow[]>(
    `SELECT kind, seq, at, name, change, effective_on, calendar_version FROM plan_event
      WHERE plan_id = $1 AND kind IN ('event', 'suspended', 'resumed', 'closed', 'calendar') ORDER BY at, seq`,
    [planId],
  );
  return events.flatMap((e): PlanLogEntry[] => {
    const when = { at: ms(e.at), seq: e.seq };
    switch (e.kind) {
      case 'event':
        return e.name === null || e.change === null
          ? []
          : [{ kind: 'event', ...when, name: e.name, change: e.change, on: e.effective_on }];
      case 'calendar':
        return e.calendar_version === null
          ? []
          : [{ kind: 'calendar', ...when, calendar: calendarOf(calendars, e.calendar_version) }];
      case 'suspended':
      case 'resumed':
      case 'closed':
        return [{ kind: e.kind, ...when }];
      default:
        return [];
    }
  });
}

interface RowRow {
  id: string;
  task_id: string;
  parent_row_id: string | null;
  no: string;
  content: string;
  lead_text: string;
  coordinator_text: string;
  time_text: string;
  places: Place[];
  reading: TimeReading;
  fixed_last_day: CivilDate | null;
  window: DeadlineWindow;
  due_version: number;
  due_version_at: Date;
  first_last_day: CivilDate | null;
}

async function loadRows(sql: Sql, planId: string): Promise<RowPicture[]> {
  const rows = await sql.query<RowRow[]>(
    `SELECT id, task_id, parent_row_id, no, content, lead_text, coordinator_text, time_text, places, reading,
            fixed_last_day, due_window AS "window", due_version, due_version_at, first_last_day
       FROM plan_row WHERE plan_id = $1 ORDER BY position`,
    [planId],
  );
  return rows.map((r) => ({
    taskId: r.task_id,
    parentRowId: r.parent_row_id,
    content: r.content,
    leadText: r.lead_text,
    coordinatorText: r.coordinator_text,
    timeText: r.time_text,
    places: r.places,
    state: {
      id: r.id,
      no: r.no,
      phrase: r.reading.phrase,
      spec: r.reading.spec,
      fixedLastDay: r.fixed_last_day,
      window: r.window,
      dueVersion: r.due_version,
      dueVersionAt: ms(r.due_version_at),
      firstLastDay: r.first_last_day,
    },
  }));
}

interface AssignmentRow {
  id: string;
  task_id: string;
  row_id: string;
  unit_id: string;
  office_led: boolean;
  state: AssignmentModel['state'];
  submitted_at: Date | null;
  actual_on: CivilDate | null;
  claims_not_arisen: boolean;
  result: AssignmentResult | null;
  note: string | null;
  suppressed: PlannedAlarm | null;
  version: number;
}

async function loadAssignments(sql: Sql, planId: string): Promise<AssignmentPicture[]> {
  const found = await sql.query<AssignmentRow[]>(
    `SELECT a.id, a.task_id, a.row_id, a.unit_id, a.office_led, a.state, a.submitted_at, a.actual_on, a.claims_not_arisen,
            a.result, a.note, a.suppressed, a.version
       FROM assignment a JOIN plan_row r ON r.id = a.row_id JOIN unit u ON u.id = a.unit_id
      WHERE a.plan_id = $1 ORDER BY r.position, u.is_office DESC, u.name`,
    [planId],
  );
  const periods = await sql.query<{ assignment_id: string; period: string; met_at: Date; evidence: string | null }[]>(
    `SELECT p.assignment_id, p.period, p.met_at, p.evidence FROM assignment_period p
       JOIN assignment a ON a.id = p.assignment_id WHERE a.plan_id = $1 ORDER BY p.period`,
    [planId],
  );
  return found.map((a) => {
    const own = periods.filter((p) => p.assignment_id === a.id);
    return {
      taskId: a.task_id,
      version: a.version,
      result: a.result,
      note: a.note,
      evidence: new Map(own.map((p) => [p.period, p.evidence])),
      model: {
        id: a.id,
        rowId: a.row_id,
        unitId: a.unit_id,
        officeLed: a.office_led,
        state: a.state,
        submittedAt: msOrNull(a.submitted_at),
        actualOn: a.actual_on,
        claimsNotArisen: a.claims_not_arisen,
        periods: own.map((p) => ({ period: p.period, metAt: ms(p.met_at) })),
        suppressed: a.suppressed,
      },
    };
  });
}

interface TaskRow {
  id: string;
  no: string;
  version: number;
  settled_version: number;
  settled_through: Date;
  next_wake_at: Date | null;
  generation: string;
  closed: boolean;
  last_error: string | null;
}

async function loadTasks(
  sql: Sql,
  planId: string,
  rows: readonly RowPicture[],
  assignments: readonly AssignmentPicture[],
): Promise<TaskPicture[]> {
  const tasks = await sql.query<TaskRow[]>(
    `SELECT id, no, version, settled_version, settled_through, next_wake_at, generation, closed, last_error
       FROM task WHERE plan_id = $1 ORDER BY position`,
    [planId],
  );
  return tasks.map((t) => ({
    id: t.id,
    no: t.no,
    version: t.version,
    settledVersion: t.settled_version,
    settledThrough: ms(t.settled_through),
    nextWakeAt: msOrNull(t.next_wake_at),
    generation: t.generation,
    closed: t.closed,
    lastError: t.last_error,
    model: {
      id: t.id,
      rows: rows.filter((r) => r.taskId === t.id).map((r) => r.state),
      assignments: assignments.filter((a) => a.taskId === t.id).map((a) => a.model),
      settledThrough: ms(t.settled_through),
    },
  }));
}

async function loadUnits(sql: Sql, unitIds: readonly string[]): Promise<Map<string, UnitPicture>> {
  const units = await sql.query<{ id: string; name: string; is_office: boolean; head_name: string | null }[]>(
    `SELECT u.id, u.name, u.is_office,
            (SELECT p.name FROM person p WHERE p.unit_id = u.id AND 'unit-head' = ANY (p.roles) ORDER BY p.name LIMIT 1) AS head_name
       FROM unit u WHERE u.id = ANY ($1)`,
    [[...new Set(unitIds)]],
  );
  return new Map(units.map((u) => [u.id, { id: u.id, name: u.name, isOffice: u.is_office, headName: u.head_name }]));
}

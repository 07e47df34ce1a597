import { DomainError } from '@don-doc/domain';
import type {
  AssignmentModel,
  CivilDate,
  EpochMs,
  Place,
  PlanDraft,
  PlanFacts,
  RowState,
  TaskModel,
  UnitRef,
} from '@don-doc/domain';
import type { AssignmentResult, PlanEntity } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { loadTasks, type LoadedTask } from '../core/load-task.js';
import { factsAt, loadFrame, type PlanFrame } from '../core/plan-frame.js';
import { msOrNull, type Sql } from './sql.js';

/** A plan as it stands at one instant of its own clock: all that views are computed from. */
export interface PlanPicture {
  readonly plan: PlanHeadRow;
  readonly frame: PlanFrame;
  /** The plan's clock. */
  readonly now: EpochMs;
  /** In force now. */
  readonly facts: PlanFacts;
  /** As the last settle left them. */
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
  readonly failing_since: Date | null;
  readonly last_error: string | null;
  readonly draft: PlanDraft;
}

export type TaskPicture = LoadedTask & {
  /** Real time. */
  readonly nextWakeAt: EpochMs | null;
  /** Real time at which its settle first failed; null while it succeeds. */
  readonly failingSince: EpochMs | null;
  readonly lastError: string | null;
};

export interface RowPicture {
  readonly state: RowState;
  readonly taskId: string;
  readonly parentRowId: string | null;
  readonly content: string;
  readonly leadText: string;
  readonly coordinatorText: string;
  readonly coordinators: readonly UnitRef[];
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
  calendar_version, version, settled_version, settled_through, next_wake_at, generation, digest_generation, directory_id,
  failing_since, last_error, draft`;

export async function loadHead(sql: Sql, planId: string): Promise<PlanHeadRow> {
  const [plan] = await sql.query<PlanHeadRow[]>(`SELECT ${PLAN_COLUMNS} FROM plan WHERE id = $1`, [planId]);
  if (plan === undefined) throw new DomainError('NOT_FOUND', { what: 'plan' });
  return plan;
}

/** Everything of one launched plan; null for a draft. Needs one snapshot. @throws DomainError NOT_FOUND */
export async function loadPicture(em: EntityManager, planId: string): Promise<PlanPicture | null> {
  const plan = await loadHead(em, planId);
  if (plan.launched_at === null) return null;
  const frame = await loadFrame(em, planId);
  const loaded = await loadTasks(em, planId);
  const models = new Map(loaded.flatMap(({ model }) => model.assignments.map((a) => [a.id, a] as const)));
  const states = new Map(loaded.flatMap(({ model }) => model.rows.map((row) => [row.id, row] as const)));
  const rows = await loadRows(em, planId, states);
  const assignments = await loadAssignments(em, planId, models);
  const standing = await loadStanding(em, planId);
  const tasks = loaded.map((task) => ({ ...task, ...(standing.get(task.id) ?? NOT_STANDING) }));
  const units = await loadUnits(
    em,
    [...models.values()].map((a) => a.unitId),
  );
  return { plan, frame, now: frame.now, facts: factsAt(frame, frame.now), tasks, rows, assignments, units };
}

type Standing = Pick<TaskPicture, 'nextWakeAt' | 'failingSince' | 'lastError'>;
const NOT_STANDING: Standing = { nextWakeAt: null, failingSince: null, lastError: null };

/** How each task's settle stands, in real time. */
async function loadStanding(sql: Sql, planId: string): Promise<Map<string, Standing>> {
  const tasks = await sql.query<
    { id: string; next_wake_at: Date | null; failing_since: Date | null; last_error: string | null }[]
  >(`SELECT id, next_wake_at, failing_since, last_error FROM task WHERE plan_id = $1`, [planId]);
  return new Map(
    tasks.map((task) => [
      task.id,
      {
        nextWakeAt: msOrNull(task.next_wake_at),
        failingSince: msOrNull(task.failing_since),
        lastError: task.last_error,
      },
    ]),
  );
}

/** @throws DomainError NOT_FOUND for a draft too: what is asked for exists only once the plan is launched. */
export async function loadLaunched(em: EntityManager, planId: string, what: string): Promise<PlanPicture> {
  const picture = await loadPicture(em, planId);
  if (picture === null) throw new DomainError('NOT_FOUND', { what });
  return picture;
}

/** As the pure model takes them. */
export const modelsOf = (picture: PlanPicture): TaskModel[] => picture.tasks.map(({ model }) => model);

interface RowRow {
  id: string;
  task_id: string;
  parent_row_id: string | null;
  content: string;
  lead_text: string;
  coordinator_text: string;
  coordinators: UnitRef[];
  time_text: string;
  places: Place[];
}

async function loadRows(sql: Sql, planId: string, states: ReadonlyMap<string, RowState>): Promise<RowPicture[]> {
  const rows = await sql.query<RowRow[]>(
    `SELECT id, task_id, parent_row_id, content, lead_text, coordinator_text, coordinators, time_text, places
       FROM plan_row WHERE plan_id = $1 ORDER BY position`,
    [planId],
  );
  return rows.flatMap((r): RowPicture[] => {
    const state = states.get(r.id);
    if (state === undefined) return [];
    return [
      {
        state,
        taskId: r.task_id,
        parentRowId: r.parent_row_id,
        content: r.content,
        leadText: r.lead_text,
        coordinatorText: r.coordinator_text,
        coordinators: r.coordinators,
        timeText: r.time_text,
        places: r.places,
      },
    ];
  });
}

interface AssignmentRow {
  id: string;
  task_id: string;
  result: AssignmentResult | null;
  note: string | null;
  version: number;
  evidence: Record<string, string | null>;
}

async function loadAssignments(
  sql: Sql,
  planId: string,
  models: ReadonlyMap<string, AssignmentModel>,
): Promise<AssignmentPicture[]> {
  const found = await sql.query<AssignmentRow[]>(
    `SELECT a.id, a.task_id, a.result, a.note, a.version,
            (SELECT coalesce(jsonb_object_agg(p.period, p.evidence), '{}') FROM assignment_period p
              WHERE p.assignment_id = a.id) AS evidence
       FROM assignment a JOIN plan_row r ON r.id = a.row_id JOIN unit u ON u.id = a.unit_id
      WHERE a.plan_id = $1 ORDER BY r.position, u.is_office DESC, u.name`,
    [planId],
  );
  return found.flatMap((a): AssignmentPicture[] => {
    const model = models.get(a.id);
    if (model === undefined) return [];
    const evidence = new Map(Object.entries(a.evidence));
    return [{ model, taskId: a.task_id, version: a.version, result: a.result, note: a.note, evidence }];
  });
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

import { randomUUID } from 'node:crypto';
import {
  DEFAULT_POLICY,
  DomainError,
  dateOf,
  eventNamed,
  eventNamesOf,
  foldFacts,
  initialFacts,
  initialTask,
  issuesThePlan,
  leadUnits,
  taskNoOf,
} from '@don-doc/domain';
import type {
  CivilDate,
  DeadlinePolicy,
  DraftRow,
  EpochMs,
  InitialTaskInput,
  PlanDraft,
  PlanFacts,
  PlanLogEntry,
  TaskModel,
  WorkCalendar,
} from '@don-doc/domain';
import type { LaunchRequest } from '@don-doc/contracts/http';

export type LaunchAnswers = Omit<LaunchRequest, 'commandId'>;

export interface LaunchUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly isOffice: boolean;
}

export interface BlueprintRow {
  readonly id: string;
  readonly parentRowId: string | null;
  readonly position: number;
  readonly draft: DraftRow;
}

export interface BlueprintTask {
  readonly id: string;
  readonly no: string;
  readonly position: number;
  readonly rows: readonly BlueprintRow[];
  readonly initial: InitialTaskInput;
  readonly model: TaskModel;
}

/** All that a launch will write, worked out before anything is written: the preview and the launch share it. */
export interface Blueprint {
  readonly issuedOn: CivilDate;
  readonly launchedAt: EpochMs;
  readonly policy: DeadlinePolicy;
  readonly base: PlanFacts;
  /** What is told with the launch, in force from its first instant. */
  readonly log: readonly PlanLogEntry[];
  readonly tasks: readonly BlueprintTask[];
}

/** Of the event told with the launch; 1 is the launch itself. */
export const LAUNCH_EVENT_SEQ = 2;

/**
 * @throws DomainError UNITS_MISSING { rows: [{ no, names }] }, AGENCY_UNIT_UNKNOWN, GROUP_UNIT_UNKNOWN,
 * FIXED_DUE_UNKNOWN_ROW, DUE_ALREADY_STATED, LAUNCH_BEFORE_ISSUE, EVENT_UNKNOWN
 */
export function draw(
  draft: PlanDraft,
  answers: LaunchAnswers,
  units: readonly LaunchUnit[],
  calendar: WorkCalendar,
  launchedAt: EpochMs,
): Blueprint {
  const { issuedOn } = answers;
  if (dateOf(launchedAt) < issuedOn) throw new DomainError('LAUNCH_BEFORE_ISSUE', { issuedOn });
  const policy: DeadlinePolicy = {
    ...DEFAULT_POLICY,
    immediateWorkingDays: answers.immediateWorkingDays,
    rollPeriodToWorkingDay: answers.rollPeriodToWorkingDay,
    approvedBy: answers.policyApprovedBy ?? null,
  };
  const base = initialFacts({ issuedOn, launchedAt, calendar, policy });
  const log = launchLog(draft, answers, launchedAt);
  const facts = foldFacts(base, log);
  const leads = resolveLeads(draft, answers, units);
  for (const no of Object.keys(answers.fixedDue)) mustBeUndated(draft, no);

  const byTask = new Map<string, DraftRow[]>();
  for (const row of draft.rows) {
    const no = taskNoOf(row);
    byTask.set(no, [...(byTask.get(no) ?? []), row]);
  }
  const office = new Set(units.filter((unit) => unit.isOffice).map((unit) => unit.id));
  let position = 0;
  const tasks = [...byTask].map(([no, drafts], index): BlueprintTask => {
    const ids = new Map(drafts.map((row) => [row.no, randomUUID() as string]));
    const rows = drafts.map((row): BlueprintRow => ({
      id: ids.get(row.no) ?? '',
      parentRowId: row.parentNo === null ? null : (ids.get(row.parentNo) ?? null),
      position: (position += 1),
      draft: row,
    }));
    const initial: InitialTaskInput = {
      id: randomUUID(),
      rows: rows.map(({ id, draft: row }) => ({
        id,
        no: row.no,
        phrase: row.timeText.text,
        spec: row.reading.spec,
        fixedLastDay: answers.fixedDue[row.no] ?? null,
      })),
      assignments: rows.flatMap(({ id, draft: row }) =>
        (leads.get(row.no) ?? []).map((unitId) => ({
          id: randomUUID(),
          rowId: id,
          unitId,
          officeLed: office.has(unitId),
          completedOn: answers.signed && signs(draft, row) ? issuedOn : null,
        })),
      ),
    };
    return { id: initial.id, no, position: index + 1, rows, initial, model: initialTask(initial, facts) };
  });
  return { issuedOn, launchedAt, policy, base, log, tasks };
}

/** A date that the plan states is changed only by an amendment, so one given here would be left aside. */
function mustBeUndated(draft: PlanDraft, no: string): void {
  const row = draft.rows.find((candidate) => candidate.no === no);
  if (!row) throw new DomainError('FIXED_DUE_UNKNOWN_ROW', { rowNo: no });
  const { kind } = row.reading.spec;
  if (kind !== 'after-event' && kind !== 'unreadable')
    throw new DomainError('DUE_ALREADY_STATED', { rowNo: no, phrase: row.timeText.text });
}

function signs(draft: PlanDraft, row: DraftRow): boolean {
  return issuesThePlan(row.content.text, draft.head.kind?.text ?? null, draft.head.title?.text ?? null);
}

function launchLog(draft: PlanDraft, answers: LaunchAnswers, at: EpochMs): PlanLogEntry[] {
  const { event } = answers;
  if (!event) return [];
  return [
    {
      kind: 'event',
      at,
      seq: LAUNCH_EVENT_SEQ,
      name: eventNamed(eventNamesOf(draft.rows.map((row) => row.reading.spec)), event.name),
      change: event.kind,
      on: event.on,
    },
  ];
}

function resolveLeads(
  draft: PlanDraft,
  answers: LaunchAnswers,
  units: readonly LaunchUnit[],
): Map<string, readonly string[]> {
  const inDirectory = new Set(units.filter((unit) => unit.kind !== 'group').map((unit) => unit.id));
  if (!inDirectory.has(answers.agencyUnitId))
    throw new DomainError('AGENCY_UNIT_UNKNOWN', { unitId: answers.agencyUnitId });
  for (const [code, picked] of Object.entries(answers.groups))
    for (const unitId of picked)
      if (!inDirectory.has(unitId)) throw new DomainError('GROUP_UNIT_UNKNOWN', { group: code, unitId });
  const resolution = {
    unitByCode: Object.fromEntries(units.filter((u) => u.kind !== 'group').map((u) => [u.code, u.id])),
    agencyUnitId: answers.agencyUnitId,
    groups: answers.groups,
  };
  const leads = new Map<string, readonly string[]>();
  const missing: { no: string; names: string[] }[] = [];
  for (const row of draft.rows) {
    const found = leadUnits(row.leads, resolution);
    leads.set(row.no, found.units);
    if (found.missing.length > 0 || found.units.length === 0)
      missing.push({ no: row.no, names: found.missing.map((ref) => ref.text) });
  }
  if (missing.length > 0) throw new DomainError('UNITS_MISSING', { rows: missing });
  return leads;
}

import {
  bucketOf,
  dateOf,
  gravestBucket,
  isDone,
  missedPeriods,
  monthlyPeriods,
  workingDaysLeft,
} from '@don-doc/domain';
import type { CivilDate, MonthlyPeriod, RowState, StatusBucketName } from '@don-doc/domain';
import type { AssignmentView, PeriodView, RowView, WindowView } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { assignmentCommands } from './permitted.js';
import type { AssignmentPicture, PlanPicture, RowPicture } from './picture.js';
import { readsWorkOf, seesRow, type Sight } from './sight.js';
import { isoOrNull } from './sql.js';
import type { Words } from './words.js';

export function windowView(
  row: Pick<RowState, 'window' | 'dueVersion' | 'firstLastDay' | 'phrase'>,
  words: Words,
): WindowView {
  const { window } = row;
  return {
    opensOn: window.opensOn,
    lastDay: window.lastDay,
    target: window.target,
    lateFrom: isoOrNull(window.lateFrom),
    byPolicy: window.byPolicy,
    dueVersion: row.dueVersion,
    firstLastDay: row.firstLastDay,
    derivation: window.derivation.map(({ rule, text }) => ({ rule, text })),
    words: words.due(window, row.phrase),
  };
}

/** The months of a continuing row from its opening to the month after this one. */
function periodsOf(picture: PlanPicture, row: RowState): MonthlyPeriod[] {
  const { window } = row;
  if (window.follow !== 'periods' || window.opensOn === null) return [];
  return monthlyPeriods(window.opensOn, window.lastDay, picture.facts.calendar, dateOf(picture.now));
}

function periodViews(picture: PlanPicture, row: RowState, a: AssignmentPicture, readable: boolean): PeriodView[] {
  return periodsOf(picture, row).map((p) => {
    const met = a.model.periods.find((x) => x.period === p.period);
    const state = met
      ? met.late
        ? ('met-late' as const)
        : ('met' as const)
      : picture.now >= p.lateFrom
        ? ('missed' as const)
        : p.from > dateOf(picture.now)
          ? ('upcoming' as const)
          : ('open' as const);
    return {
      period: p.period,
      lastDay: p.lastDay,
      state,
      evidence: (readable ? a.evidence.get(p.period) : null) ?? null,
    };
  });
}

/** The day that is now counted to: the last day, or that of the first month without evidence. */
export function dueNow(
  picture: PlanPicture,
  row: RowState,
  a: AssignmentPicture,
): { lastDay: CivilDate; period: string | null } | null {
  const { model } = a;
  if (row.window.follow === 'periods') {
    const [missed] = missedPeriods(model, row, picture.facts.calendar, picture.now);
    const open = missed ?? periodsOf(picture, row).find((p) => !model.periods.some((x) => x.period === p.period));
    return open === undefined ? null : { lastDay: open.lastDay, period: open.period };
  }
  // Continuing work too: from the confirmation on, the end of its process is its last day.
  const { lastDay } = row.window;
  return lastDay === null ? null : { lastDay, period: null };
}

/** Who reads, and what of a plan is theirs to read. */
export interface Reader {
  readonly actor: Actor;
  readonly sight: Sight;
}

export function assignmentView(
  picture: PlanPicture,
  row: RowState,
  a: AssignmentPicture,
  reader: Reader,
): AssignmentView {
  const { model } = a;
  const readable = readsWorkOf(reader.sight, model.unitId);
  const { facts, now, units, plan } = picture;
  const unit = units.get(model.unitId);
  const due = isDone(model.state) ? null : dueNow(picture, row, a);
  return {
    id: model.id,
    rowId: model.rowId,
    unitId: model.unitId,
    unitName: unit?.name ?? '',
    headName: unit?.headName ?? null,
    state: model.state,
    bucket: bucketOf(model, row, facts.calendar, now),
    workingDaysLeft: due === null ? null : workingDaysLeft(facts.calendar, dateOf(now), due.lastDay),
    submittedAt: isoOrNull(model.submittedAt),
    actualOn: model.actualOn,
    readable,
    result: readable ? a.result : null,
    note: readable ? a.note : null,
    version: a.version,
    periods: periodViews(picture, row, a, readable),
    commands: assignmentCommands(reader.actor, model, row, plan.status),
  };
}

export interface RowExtras {
  /** Findings by row number. */
  readonly findings: ReadonlyMap<string, number>;
}

/** The appendix table in the plan's order, each row with its status beside the plan's words. */
export function rowViews(picture: PlanPicture, reader: Reader, words: Words, extras: RowExtras): RowView[] {
  const byId = new Map(picture.rows.map((r) => [r.state.id, r]));
  const views = picture.rows
    .filter((row) => seesRow(reader.sight, row))
    .map((row) => rowView(picture, row, byId, reader, words, extras));
  const ofTask = new Map<string, StatusBucketName[]>();
  for (const view of views) ofTask.set(view.taskId, [...(ofTask.get(view.taskId) ?? []), view.bucket]);
  return views.map((view) => ({
    ...view,
    taskBucket: view.parentNo === null ? gravestBucket(ofTask.get(view.taskId) ?? []) : view.bucket,
  }));
}

function rowView(
  picture: PlanPicture,
  row: RowPicture,
  byId: ReadonlyMap<string, RowPicture>,
  reader: Reader,
  words: Words,
  extras: RowExtras,
): RowView {
  const { state } = row;
  const assignments = picture.assignments
    .filter((a) => a.model.rowId === state.id)
    .map((a) => assignmentView(picture, state, a, reader));
  return {
    id: state.id,
    taskId: row.taskId,
    no: state.no,
    parentNo: (row.parentRowId === null ? undefined : byId.get(row.parentRowId))?.state.no ?? null,
    content: row.content,
    leadText: row.leadText,
    coordinatorText: row.coordinatorText,
    timeText: row.timeText,
    bucket: gravestBucket(assignments.map((a) => a.bucket)),
    window: windowView(state, words),
    assignmentsDone: assignments.filter((a) => isDone(a.state)).length,
    assignmentsTotal: assignments.length,
    taskBucket: null,
    findings: extras.findings.get(state.no) ?? 0,
    assignments,
  };
}

/** Bucket of each row that is shown: what the plan's totals count. */
export function rowBuckets(picture: PlanPicture, sight: Sight): StatusBucketName[] {
  const shown = picture.rows.filter((row) => seesRow(sight, row));
  return shown.map((row) =>
    gravestBucket(
      picture.assignments
        .filter((a) => a.model.rowId === row.state.id)
        .map((a) => bucketOf(a.model, row.state, picture.facts.calendar, picture.now)),
    ),
  );
}

import type { DirectoryView, FindingView, LaunchRequest, PlanView, RowView, UnitView } from '@don-doc/contracts/http';
import type { CivilDate } from '@don-doc/domain';

export interface LaunchForm {
  readonly real: boolean;
  readonly issuedOn: CivilDate | undefined;
  readonly code: string;
  readonly directoryId: string | undefined;
  readonly agencyUnitId: string | undefined;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly signed: boolean;
  readonly eventKind: 'none' | 'expected' | 'confirmed';
  readonly eventOn: CivilDate | undefined;
  readonly eventDocument: string;
  readonly immediateWorkingDays: number;
  readonly rollPeriodToWorkingDay: boolean;
  readonly policyApprovedBy: string;
  readonly fixedDue: Readonly<Record<string, CivilDate | undefined>>;
  /** 'YYYY-MM-DDTHH:mm' in the plan's zone. */
  readonly startAt: string | undefined;
  readonly rate: number;
}

/** A group the plan names without naming its units: the Office picks them. */
export type Group = PlanView['groups'][number];

/** What is worth asking first: the Office suggested for the agency, all other units of the directory for a group. */
export function suggested(form: LaunchForm, directory: DirectoryView, groups: readonly Group[]): LaunchForm {
  const own = directory.units.filter(({ kind }) => kind === 'unit');
  const office = own.find(({ name }) => /văn phòng/iu.test(name)) ?? own[0];
  const others = own.filter(({ id }) => id !== office?.id).map(({ id }) => id);
  return {
    ...form,
    directoryId: directory.id,
    agencyUnitId: office?.id,
    groups: Object.fromEntries(groups.map(({ code }) => [code, others])),
  };
}

export const emptyForm = (today: CivilDate, plan: PlanView): LaunchForm => ({
  real: true,
  issuedOn: plan.issuedOn ?? today,
  code: plan.code ?? '',
  directoryId: undefined,
  agencyUnitId: undefined,
  groups: {},
  signed: true,
  eventKind: 'none',
  eventOn: undefined,
  eventDocument: '',
  immediateWorkingDays: 5,
  rollPeriodToWorkingDay: false,
  policyApprovedBy: '',
  fixedDue: {},
  startAt: `${plan.issuedOn ?? today}T07:55`,
  rate: 2880,
});

/** What is still missing before anything can be worked out; in the order of the form. */
export function missingAnswers(form: LaunchForm, groups: readonly Group[]): readonly string[] {
  const missing: string[] = [];
  if (!form.issuedOn) missing.push('ngày ký');
  if (!form.directoryId) missing.push('danh bạ đơn vị');
  if (!form.agencyUnitId) missing.push('đơn vị thực hiện phần việc của cơ quan');
  for (const { code, name } of groups)
    if ((form.groups[code] ?? []).length === 0) missing.push(`đơn vị thuộc nhóm “${name}”`);
  if (form.eventKind !== 'none' && !form.eventOn) missing.push('ngày của sự kiện');
  if (!form.real && !form.startAt) missing.push('thời điểm bắt đầu diễn tập');
  return missing;
}

/** The request, once nothing is missing. */
export function requestOf(form: LaunchForm, commandId: string, groups: readonly Group[]): LaunchRequest | null {
  if (missingAnswers(form, groups).length > 0 || !form.issuedOn || !form.directoryId || !form.agencyUnitId) return null;
  const fixedDue: Record<string, string> = {};
  for (const [no, day] of Object.entries(form.fixedDue)) if (day) fixedDue[no] = day;
  return {
    commandId,
    issuedOn: form.issuedOn,
    code: form.code.trim() || null,
    directoryId: form.directoryId,
    agencyUnitId: form.agencyUnitId,
    groups: Object.fromEntries(groups.map(({ code }) => [code, [...(form.groups[code] ?? [])]])),
    signed: form.signed,
    fixedDue,
    immediateWorkingDays: form.immediateWorkingDays,
    rollPeriodToWorkingDay: form.rollPeriodToWorkingDay,
    policyApprovedBy: form.policyApprovedBy.trim() || null,
    event:
      form.eventKind !== 'none' && form.eventOn
        ? { kind: form.eventKind, on: form.eventOn, document: form.eventDocument.trim() || null }
        : null,
    rehearsal: form.real || !form.startAt ? null : { startAt: `${form.startAt}:00+07:00`, rate: form.rate },
  };
}

/** Findings that say the plan states no due date, or one that can hardly be meant (2.4 is a project). */
const UNDATED = new Set(['DUE_NOT_STATED', 'PROJECT_AT_ONCE']);

/** Rows for which the Office is asked for a date. */
export function rowsWithoutDue(rows: readonly RowView[], findings: readonly FindingView[]): readonly RowView[] {
  const undated = new Set(findings.filter(({ code }) => UNDATED.has(code)).map(({ rowNo }) => rowNo));
  return rows.filter(({ no, bucket }) => undated.has(no) || bucket === 'no-due-date');
}

/**
 * The directory to begin with: for a rehearsal the demo one, for real the office's own; where that one has a single unit
 * (nobody has imported the real one yet) there is nothing a group could be made of, and the largest is suggested.
 */
export function firstDirectory(directories: readonly DirectoryView[], real: boolean): DirectoryView | undefined {
  const usable = directories.filter((each) => ownUnits(each).length > 1);
  const fitting = usable.find(({ demo }) => demo !== real);
  return fitting ?? usable.toSorted((a, b) => ownUnits(b).length - ownUnits(a).length)[0] ?? directories[0];
}

export const ownUnits = (directory: DirectoryView | undefined): readonly UnitView[] =>
  (directory?.units ?? []).filter(({ kind }) => kind === 'unit');

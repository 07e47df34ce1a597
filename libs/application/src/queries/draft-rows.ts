import { createHash } from 'node:crypto';
import { DEFAULT_POLICY, UNKNOWN_EVENT, resolveWindow } from '@don-doc/domain';
import type { DeadlineWindow, DraftRow, PlanDraft, WorkCalendar } from '@don-doc/domain';
import type { RowView } from '@don-doc/contracts/http';
import { windowView, type RowExtras } from './rows.js';
import type { Words } from './words.js';

/** Steps that speak of the date of issue, which a draft does not have yet. */
const AT_ISSUE = new Set(['OPENS_AT_ISSUE', 'START_NOT_STATED']);

/** The rows of a draft, as they were read: nothing runs, so nothing has a status yet. */
export function draftRowViews(
  planId: string,
  draft: PlanDraft,
  calendar: WorkCalendar,
  words: Words,
  extras: RowExtras,
): RowView[] {
  return draft.rows.map((row): RowView => ({
    id: draftRowId(planId, row.no),
    taskId: draftRowId(planId, row.parentNo ?? row.no),
    no: row.no,
    parentNo: row.parentNo,
    content: row.content.text,
    leadText: row.leadText.text,
    coordinatorText: row.coordinatorText.text,
    timeText: row.timeText.text,
    bucket: 'not-yet',
    window: windowView(
      { window: draftWindow(row, draft, calendar), dueVersion: 1, firstLastDay: null, phrase: row.timeText.text },
      words,
    ),
    assignmentsDone: 0,
    assignmentsTotal: 0,
    taskBucket: 'not-yet',
    findings: extras.findings.get(row.no) ?? 0,
    assignments: [],
  }));
}

function draftWindow(row: DraftRow, draft: PlanDraft, calendar: WorkCalendar): DeadlineWindow {
  const issuedOn = draft.head.date;
  const window = resolveWindow({
    spec: row.reading.spec,
    phrase: row.timeText.text,
    issuedOn: issuedOn ?? '2000-01-01',
    calendar,
    policy: DEFAULT_POLICY,
    event: UNKNOWN_EVENT,
    fixedLastDay: null,
    fixedBy: null,
  });
  if (issuedOn !== null || !window.derivation.some((step) => AT_ISSUE.has(step.rule))) return window;
  return { ...window, opensOn: null, derivation: window.derivation.filter((step) => !AT_ISSUE.has(step.rule)) };
}

/** A draft's rows have no records; their ids follow from the plan's and the number, so that links hold. */
export function draftRowId(planId: string, no: string): string {
  const hex = createHash('sha256').update(`${planId}/${no}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import type { FindingRule } from '../rule.js';
import { bodyDutyWithoutRow } from './body-duty-without-row.js';
import { citedIssuerGarbled } from './cited-issuer-garbled.js';
import { citedIssuerVaries } from './cited-issuer-varies.js';
import { citedSymbolGarbled } from './cited-symbol-garbled.js';
import { contentContradictsTime } from './content-contradicts-time.js';
import { contentStatesOtherDate } from './content-states-other-date.js';
import { contentOutlastsDue } from './content-outlasts-due.js';
import { coordinatorEmpty } from './coordinator-empty.js';
import { dateBeforeIssue } from './date-before-issue.js';
import { dateNotInCalendar } from './date-not-in-calendar.js';
import { dueBeforeParentOpens } from './due-before-parent-opens.js';
import { dueNotStated } from './due-not-stated.js';
import { dueOnDayOff } from './due-on-day-off.js';
import { eventUndefined } from './event-undefined.js';
import { guidanceSharesDue } from './guidance-shares-due.js';
import { headDateBlank } from './head-date-blank.js';
import { headNumberBlank } from './head-number-blank.js';
import { leadEmpty } from './lead-empty.js';
import { leadsAndCoordinates } from './leads-and-coordinates.js';
import { numberDuplicate } from './number-duplicate.js';
import { numberGiven } from './number-given.js';
import { numberMissing } from './number-missing.js';
import { numberUnreadable } from './number-unreadable.js';
import { opensAfterParentDue } from './opens-after-parent-due.js';
import { opensAfterParentEnd } from './opens-after-parent-end.js';
import { orderWithinContent } from './order-within-content.js';
import { parentMissing } from './parent-missing.js';
import { parentNamesOtherLeaders } from './parent-names-other-leaders.js';
import { partyMissing } from './party-missing.js';
import { processEndImplied } from './process-end-implied.js';
import { processStartUndefined } from './process-start-undefined.js';
import { projectAtOnce } from './project-at-once.js';
import { rowIsThisPlan } from './row-is-this-plan.js';
import { stepOutsideParent } from './step-outside-parent.js';
import { termUndefined } from './term-undefined.js';
import { textLeft } from './text-left.js';
import { timeLooselyWritten } from './time-loosely-written.js';
import { timeUnreadable } from './time-unreadable.js';
import { unitSeveralNames } from './unit-several-names.js';
import { unitUnknown } from './unit-unknown.js';
import { verbMissing } from './verb-missing.js';
import { weekdayMismatch } from './weekday-mismatch.js';
import { wordingSlip } from './wording-slip.js';

/** Every rule, in the order in which findings of one gravity and one row are shown. */
export const findingRules: readonly FindingRule[] = [
  unitUnknown,
  leadEmpty,
  timeUnreadable,
  numberDuplicate,
  numberUnreadable,
  parentMissing,
  dueBeforeParentOpens,
  dateBeforeIssue,
  numberMissing,
  headNumberBlank,
  headDateBlank,
  eventUndefined,
  textLeft,
  contentContradictsTime,
  contentStatesOtherDate,
  weekdayMismatch,
  dateNotInCalendar,
  parentNamesOtherLeaders,
  opensAfterParentDue,
  opensAfterParentEnd,
  stepOutsideParent,
  contentOutlastsDue,
  orderWithinContent,
  guidanceSharesDue,
  projectAtOnce,
  dueNotStated,
  rowIsThisPlan,
  coordinatorEmpty,
  leadsAndCoordinates,
  numberGiven,
  citedIssuerVaries,
  citedIssuerGarbled,
  citedSymbolGarbled,
  wordingSlip,
  verbMissing,
  partyMissing,
  bodyDutyWithoutRow,
  termUndefined,
  unitSeveralNames,
  processStartUndefined,
  processEndImplied,
  dueOnDayOff,
  timeLooselyWritten,
];

import type { PlannedAlarm } from '../alarm/alarms.js';
import type { NewAssignment, NewRow } from './initial-task.js';
import type { WorkCalendar } from '../time/calendar.js';
import type { CivilDate, DeadlineSpec, EpochMs, EventName } from '../time/reading.js';
import type { DeadlinePolicy, DeadlineWindow, EventFact } from '../time/window.js';

export type AssignmentStateName =
  'waiting' | 'open' | 'submitted' | 'accepted' | 'returned' | 'not-arisen' | 'withdrawn';

/** Facts that hold for a whole plan at one instant; folded from the plan's event log. */
export interface PlanFacts {
  readonly status: 'running' | 'suspended' | 'closed';
  /** S */
  readonly issuedOn: CivilDate;
  /** L */
  readonly launchedAt: EpochMs;
  readonly calendar: WorkCalendar;
  readonly policy: DeadlinePolicy;
  readonly events: Readonly<Record<EventName, EventFact>>;
}

/** An entry of the plan's log. Instants are of the plan's clock. */
export type PlanLogEntry =
  | {
      readonly kind: 'event';
      readonly at: EpochMs;
      readonly seq: number;
      readonly name: EventName;
      readonly change: 'expected' | 'confirmed' | 'moved' | 'revoked';
      readonly on: CivilDate | null;
    }
  | { readonly kind: 'suspended' | 'resumed' | 'closed'; readonly at: EpochMs; readonly seq: number }
  | { readonly kind: 'calendar'; readonly at: EpochMs; readonly seq: number; readonly calendar: WorkCalendar };

export interface RowState {
  readonly id: string;
  readonly no: string;
  readonly phrase: string;
  readonly spec: DeadlineSpec;
  readonly fixedLastDay: CivilDate | null;
  /** Who approved the date that the Office fixed. */
  readonly fixedBy: string | null;
  readonly window: DeadlineWindow;
  /** Rises with each change of the window's days; part of every alarm's identity. */
  readonly dueVersion: number;
  /** When this due version came to be (launch for the first). */
  readonly dueVersionAt: EpochMs;
  /** The first last day that was ever set, kept visible after an extension. */
  readonly firstLastDay: CivilDate | null;
  /** An edit of the calendar made this due version after the opening had been told of: it is not told again. */
  readonly openingTold: boolean;
  /** The last question to the Office suppressed since the plan was suspended; asked at resume. */
  readonly suppressed: PlannedAlarm | null;
}

export interface PeriodState {
  readonly period: string;
  /** The instant at which evidence was given. */
  readonly metAt: EpochMs;
  /** By the month's last day as it was then: moving the end of the process later does not make it look on time. */
  readonly late: boolean;
}

export interface AssignmentModel {
  readonly id: string;
  readonly rowId: string;
  readonly unitId: string;
  /** The Office leads: the Chánh Văn phòng's submission is final. */
  readonly officeLed: boolean;
  readonly state: AssignmentStateName;
  readonly submittedAt: EpochMs | null;
  /** The day by which on time is judged: of the submission later accepted, or the actual date the Office records. */
  readonly actualOn: CivilDate | null;
  /** A submission that says "Không phát sinh"; accepting it makes the assignment not-arisen. */
  readonly claimsNotArisen: boolean;
  /** The result came late, by the days in force when it came; no later change of them takes it off the record. */
  readonly late: boolean;
  readonly periods: readonly PeriodState[];
  /** The gravest alarm suppressed since the plan was suspended; sent at resume. */
  readonly suppressed: PlannedAlarm | null;
}

/** All that one task's settle reads and writes. Plain JSON. */
export interface TaskModel {
  readonly id: string;
  readonly rows: readonly RowState[];
  readonly assignments: readonly AssignmentModel[];
  /** Every instant of the plan's clock up to and with this one has been worked through. */
  readonly settledThrough: EpochMs;
}

export type AlarmStatus = 'recorded' | 'superseded' | 'suppressed';

export type Effect =
  | {
      readonly kind: 'alarm';
      readonly rowId: string;
      /** null: the alarm is about the row as a whole (the Office is asked for a due date). */
      readonly unitId: string | null;
      readonly assignmentId: string | null;
      readonly alarm: PlannedAlarm;
      readonly dueVersion: number;
      readonly status: AlarmStatus;
      /** The plan instant at which it is made: its own instant, or that of the catch-up. */
      readonly madeAt: EpochMs;
      readonly note?: string;
    }
  | {
      /** A suppressed alarm is sent after all, at resume. */
      readonly kind: 'alarm-released';
      readonly rowId: string;
      readonly unitId: string | null;
      readonly assignmentId: string | null;
      readonly alarm: PlannedAlarm;
      readonly dueVersion: number;
      readonly madeAt: EpochMs;
    }
  | {
      readonly kind: 'assignment';
      readonly assignmentId: string;
      readonly rowId: string;
      readonly from: AssignmentStateName;
      readonly to: AssignmentStateName;
      readonly at: EpochMs;
      readonly cause:
        | 'window-opened'
        | 'window-withdrawn'
        | 'acknowledged-by-itself'
        | 'process-ended'
        | 'process-resumed'
        | 'command'
        | 'amendment';
    }
  | {
      readonly kind: 'late';
      readonly assignmentId: string;
      readonly rowId: string;
      readonly period: string | null;
      readonly at: EpochMs;
    }
  | {
      readonly kind: 'due-changed';
      readonly rowId: string;
      readonly at: EpochMs;
      readonly dueVersion: number;
      readonly before: DeadlineWindow;
      readonly after: DeadlineWindow;
    };

/** A change of one row by an amendment (điều chỉnh, bổ sung). */
export type RowChange =
  | { readonly kind: 'add-row'; readonly row: NewRow; readonly assignments: readonly NewAssignment[] }
  | {
      readonly kind: 'change-row';
      readonly rowId: string;
      /** The time as the amendment words it, null: as before. */
      readonly time: {
        readonly phrase: string;
        readonly spec: DeadlineSpec;
        readonly fixedLastDay: CivilDate | null;
        readonly fixedBy: string | null;
      } | null;
      /** Lead units that join; one that was withdrawn before comes back under its old id. */
      readonly join: readonly NewAssignment[];
      /** Units whose work on the row ends here. */
      readonly leave: readonly string[];
    }
  | { readonly kind: 'withdraw-row'; readonly rowId: string };

export type TaskCommand =
  | {
      readonly kind: 'submit';
      readonly assignmentId: string;
      readonly actualOn?: CivilDate | null;
      readonly final?: boolean;
    }
  | { readonly kind: 'claim-not-arisen'; readonly assignmentId: string; readonly final?: boolean }
  | { readonly kind: 'accept'; readonly assignmentId: string }
  | { readonly kind: 'return'; readonly assignmentId: string }
  /** The Office records a unit's result for it, with the actual date: accepted at once. */
  | { readonly kind: 'record-result'; readonly assignmentId: string; readonly actualOn: CivilDate }
  | { readonly kind: 'report-period'; readonly assignmentId: string; readonly period: string }
  | { readonly kind: 'remind'; readonly assignmentId: string; readonly note?: string }
  | {
      readonly kind: 'fix-due';
      readonly rowId: string;
      readonly lastDay: CivilDate;
      readonly approvedBy?: string | null;
    }
  /** What one confirmed amendment changes in this task. */
  | { readonly kind: 'amend'; readonly changes: readonly RowChange[] };

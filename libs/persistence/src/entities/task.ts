import type {
  AssignmentStateName,
  CivilDate,
  DeadlineWindow,
  Place,
  PlannedAlarm,
  TimeReading,
  UnitRef,
} from '@don-doc/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  BoolColumn,
  DateColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
  UuidColumn,
  UuidKey,
} from './columns.js';
import { AmendmentEntity } from './amendment.js';
import { AccountEntity, UnitEntity } from './directory.js';
import { PlanEntity } from './plan.js';

/** A top-level number of the appendix: one durable workflow. */
@Entity('task')
@Unique('uq_task_no', ['planId', 'no'])
@Index('ix_task_wake', ['nextWakeAt'])
@Check('ck_task_versions', 'settled_version <= version')
@Check('ck_task_closed', 'NOT closed OR next_wake_at IS NULL')
export class TaskEntity {
  @UuidKey('pk_task') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_task_plan' })
  @UuidColumn()
  planId!: string;
  @TextColumn() no!: string;
  @IntColumn() position!: number;
  /** Rises with everything the workflow must know of. */
  @IntColumn({ default: 1 }) version!: number;
  @IntColumn({ default: 0 }) settledVersion!: number;
  @InstantColumn() settledThrough!: number;
  /** Real time. */
  @InstantColumn({ nullable: true }) nextWakeAt!: number | null;
  @UuidColumn() generation!: string;
  @BoolColumn({ default: 'false' }) closed!: boolean;
  @TextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn({ nullable: true }) failingSince!: number | null;
  @IntColumn({ default: 0 }) errorCount!: number;
  /** The amendment that brought the task; null: the plan as it was issued. */
  @ForeignKey(() => AmendmentEntity, { name: 'fk_task_amendment' })
  @UuidColumn({ nullable: true })
  amendmentId!: string | null;
}

@Entity('plan_row')
@Unique('uq_plan_row_no', ['planId', 'no'])
@Index('ix_plan_row_task', ['taskId'])
@Check('ck_plan_row_due_version', 'due_version >= 1')
export class PlanRowEntity {
  @UuidKey('pk_plan_row') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_row_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => TaskEntity, { name: 'fk_plan_row_task' })
  @UuidColumn()
  taskId!: string;
  @ForeignKey(() => PlanRowEntity, { name: 'fk_plan_row_parent' })
  @UuidColumn({ nullable: true })
  parentRowId!: string | null;
  @TextColumn() no!: string;
  @IntColumn() position!: number;
  @TextColumn() content!: string;
  @TextColumn() leadText!: string;
  @TextColumn() coordinatorText!: string;
  @TextColumn() timeText!: string;
  @JsonColumn() leads!: UnitRef[];
  @JsonColumn() coordinators!: UnitRef[];
  @JsonColumn() places!: Place[];
  @BoolColumn() stitched!: boolean;
  @JsonColumn() reading!: TimeReading;
  @DateColumn({ nullable: true }) fixedLastDay!: CivilDate | null;
  /** Who approved it. */
  @TextColumn({ nullable: true }) fixedBy!: string | null;
  @Column({ type: 'jsonb', name: 'due_window' }) window!: DeadlineWindow;
  @DateColumn({ nullable: true }) opensOn!: CivilDate | null;
  @DateColumn({ nullable: true }) lastDay!: CivilDate | null;
  @InstantColumn({ nullable: true }) lateFrom!: number | null;
  @IntColumn() dueVersion!: number;
  @InstantColumn() dueVersionAt!: number;
  @DateColumn({ nullable: true }) firstLastDay!: CivilDate | null;
  @BoolColumn({ default: 'false' }) openingTold!: boolean;
  @JsonColumn({ nullable: true }) suppressed!: PlannedAlarm | null;
  @IntColumn({ default: 1 }) version!: number;
  /** The amendment that brought the row; null: the plan as it was issued. */
  @ForeignKey(() => AmendmentEntity, { name: 'fk_plan_row_amendment' })
  @UuidColumn({ nullable: true })
  amendmentId!: string | null;
}

/** What a unit answered with: number, date and summary of its document. */
export interface AssignmentResult {
  readonly code: string | null;
  readonly issuedOn: CivilDate | null;
  readonly summary: string | null;
}

/** Row × lead unit. */
@Entity('assignment')
@Unique('uq_assignment_row_unit', ['rowId', 'unitId'])
@Index('ix_assignment_task', ['taskId'])
@Index('ix_assignment_unit', ['unitId'])
@Check(
  'ck_assignment_state',
  `state IN ('waiting', 'open', 'submitted', 'accepted', 'returned', 'not-arisen', 'withdrawn')`,
)
export class AssignmentEntity {
  @UuidKey('pk_assignment') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_assignment_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => TaskEntity, { name: 'fk_assignment_task' })
  @UuidColumn()
  taskId!: string;
  @ForeignKey(() => PlanRowEntity, { name: 'fk_assignment_row' })
  @UuidColumn()
  rowId!: string;
  @ForeignKey(() => UnitEntity, { name: 'fk_assignment_unit' })
  @UuidColumn()
  unitId!: string;
  @BoolColumn() officeLed!: boolean;
  @TextColumn() state!: AssignmentStateName;
  @InstantColumn({ nullable: true }) submittedAt!: number | null;
  @DateColumn({ nullable: true }) actualOn!: CivilDate | null;
  @BoolColumn({ default: 'false' }) claimsNotArisen!: boolean;
  /** By the days in force when the result came. */
  @BoolColumn({ default: 'false' }) late!: boolean;
  @JsonColumn({ nullable: true }) result!: AssignmentResult | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @JsonColumn({ nullable: true }) suppressed!: PlannedAlarm | null;
  @IntColumn({ default: 1 }) version!: number;
}

@Entity('assignment_period')
@Check('ck_assignment_period', `period ~ '^\\d{4}-\\d{2}$'`)
export class AssignmentPeriodEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_assignment_period' })
  @ForeignKey(() => AssignmentEntity, { name: 'fk_assignment_period_assignment' })
  assignmentId!: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_assignment_period' }) period!: string;
  /** On the plan's clock. */
  @InstantColumn() metAt!: number;
  @BoolColumn({ default: 'false' }) late!: boolean;
  @Column({ type: 'text', nullable: true }) evidence!: string | null;
  @ForeignKey(() => AccountEntity, { name: 'fk_assignment_period_account' })
  @UuidColumn({ nullable: true })
  reportedBy!: string | null;
}

import type { DeadlinePolicy, FindingSeverity, Place, PlanDraft } from '@don-doc/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { WorkCalendarEntity } from './calendar.js';
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
import { AccountEntity, DirectoryEntity, UnitEntity } from './directory.js';

export type PlanStatus = 'draft' | 'running' | 'suspended' | 'closed';

/** A plan: a draft as it was read, and, once launched, the head of all its facts. */
@Entity('plan')
@ForeignKey(() => WorkCalendarEntity, ['calendarId', 'calendarVersion'], ['id', 'version'], {
  name: 'fk_plan_calendar',
})
@Check('ck_plan_status', `status IN ('draft', 'running', 'suspended', 'closed')`)
@Check(
  'ck_plan_launched',
  `(status = 'draft') = (launched_at IS NULL)
   AND (status = 'draft' OR (directory_id IS NOT NULL AND issued_on IS NOT NULL AND policy IS NOT NULL
        AND calendar_id IS NOT NULL AND calendar_version IS NOT NULL AND settled_through IS NOT NULL))`,
)
@Check('ck_plan_versions', 'settled_version <= version')
export class PlanEntity {
  @UuidKey('pk_plan') id!: string;
  @ForeignKey(() => DirectoryEntity, { name: 'fk_plan_directory' })
  @UuidColumn({ nullable: true })
  directoryId!: string | null;
  @TextColumn() sourceName!: string;
  @TextColumn() sourceSha256!: string;
  @Column({ type: 'bytea', nullable: true, select: false }) sourceBytes?: Buffer | null;
  @JsonColumn() draft!: PlanDraft;
  @TextColumn() title!: string;
  @TextColumn() issuer!: string;
  @TextColumn({ nullable: true }) code!: string | null;
  /** S */
  @DateColumn({ nullable: true }) issuedOn!: string | null;
  @TextColumn() status!: PlanStatus;
  @BoolColumn({ default: 'false' }) isRehearsal!: boolean;
  /** The draft a rehearsal was launched from. */
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_rehearsal_of' })
  @UuidColumn({ nullable: true })
  rehearsalOf!: string | null;
  /** L, on the plan's clock. */
  @InstantColumn({ nullable: true }) launchedAt!: number | null;
  @JsonColumn({ nullable: true }) policy!: DeadlinePolicy | null;
  /** The calendar at launch; later versions are entries of the plan's log. */
  @TextColumn({ nullable: true }) calendarId!: string | null;
  @IntColumn({ nullable: true }) calendarVersion!: number | null;
  @ForeignKey(() => UnitEntity, { name: 'fk_plan_agency_unit' })
  @UuidColumn({ nullable: true })
  agencyUnitId!: string | null;
  /** Fences the plan's workflow: another token's settle answers "closed". */
  @UuidColumn() generation!: string;
  @UuidColumn() digestGeneration!: string;
  /** Real time at which the digest's workflow of this generation first gathered; null: it is yet to be started. */
  @InstantColumn({ nullable: true }) digestStartedAt!: number | null;
  @IntColumn({ default: 0 }) version!: number;
  @IntColumn({ default: 0 }) settledVersion!: number;
  @InstantColumn({ nullable: true }) settledThrough!: number | null;
  /** Real time. */
  @InstantColumn({ nullable: true }) nextWakeAt!: number | null;
  /** True when the plan's own workflow has nothing left to do. */
  @BoolColumn({ default: 'false' }) finished!: boolean;
  @TextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn({ nullable: true }) failingSince!: number | null;
  @IntColumn({ default: 0 }) errorCount!: number;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
  @ForeignKey(() => AccountEntity, { name: 'fk_plan_account' })
  @UuidColumn({ nullable: true })
  createdBy!: string | null;
}

@Entity('plan_finding')
@Index('ix_plan_finding_plan', ['planId'])
@Check('ck_plan_finding_severity', `severity IN ('blocking', 'caution', 'notice')`)
@Check('ck_plan_finding_answer', '(answered_at IS NULL) = (answer_reason IS NULL)')
export class PlanFindingEntity {
  @UuidKey('pk_plan_finding') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_finding_plan', onDelete: 'CASCADE' })
  @UuidColumn()
  planId!: string;
  @IntColumn() position!: number;
  @TextColumn() code!: string;
  @TextColumn() severity!: FindingSeverity;
  @TextColumn({ nullable: true }) rowNo!: string | null;
  @JsonColumn({ nullable: true }) place!: Place | null;
  @TextColumn() message!: string;
  @JsonColumn() options!: { code: string; label: string; data?: Record<string, unknown> }[];
  @TextColumn({ nullable: true }) answerOption!: string | null;
  @TextColumn({ nullable: true }) answerReason!: string | null;
  @ForeignKey(() => AccountEntity, { name: 'fk_plan_finding_account' })
  @UuidColumn({ nullable: true })
  answeredBy!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: number | null;
}

export type PlanEventKind =
  'launched' | 'event' | 'suspended' | 'resumed' | 'closed' | 'calendar' | 'clock' | 'amended';

/** The plan's log. `at` is of the plan's clock and never goes back within a plan. */
@Entity('plan_event')
@Unique('uq_plan_event_seq', ['planId', 'seq'])
@Unique('uq_plan_event_command', ['commandId'])
@Index('uq_plan_event_launch', ['planId'], { unique: true, where: `kind = 'launched'` })
@Check(
  'ck_plan_event_kind',
  `kind IN ('launched', 'event', 'suspended', 'resumed', 'closed', 'calendar', 'clock', 'amended')`,
)
@Check(
  'ck_plan_event_change',
  `(kind = 'event') = (name IS NOT NULL AND change IS NOT NULL)
   AND (change IS NULL OR change IN ('expected', 'confirmed', 'moved', 'revoked'))
   AND (change IS NULL OR (change = 'revoked') = (effective_on IS NULL))`,
)
@Check('ck_plan_event_calendar', `(kind = 'calendar') = (calendar_version IS NOT NULL)`)
export class PlanEventEntity {
  @UuidKey('pk_plan_event') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_event_plan' })
  @UuidColumn()
  planId!: string;
  @IntColumn() seq!: number;
  @TextColumn() kind!: PlanEventKind;
  @TextColumn({ nullable: true }) name!: string | null;
  @TextColumn({ nullable: true }) change!: 'expected' | 'confirmed' | 'moved' | 'revoked' | null;
  @DateColumn({ nullable: true }) effectiveOn!: string | null;
  @IntColumn({ nullable: true }) calendarVersion!: number | null;
  /** What a clock change was, or the policy's fine print: plain JSON for the reader of the log. */
  @JsonColumn({ nullable: true }) data!: Record<string, unknown> | null;
  @TextColumn({ nullable: true }) document!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @InstantColumn() at!: number;
  @InstantColumn({ default: 'clock_timestamp()' }) realAt!: number;
  @ForeignKey(() => AccountEntity, { name: 'fk_plan_event_account' })
  @UuidColumn({ nullable: true })
  byAccount!: string | null;
  @UuidColumn({ nullable: true }) commandId!: string | null;
}

/** Appended only; a rehearsal's clock from `realFrom` on. */
@Entity('clock_segment')
@Check('ck_clock_segment_rate', 'rate >= 0')
export class ClockSegmentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_clock_segment' })
  @ForeignKey(() => PlanEntity, { name: 'fk_clock_segment_plan' })
  planId!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_clock_segment' }) seq!: number;
  @InstantColumn() realFrom!: number;
  @InstantColumn() planFrom!: number;
  /** Plan seconds a real second; 0: paused. */
  @Column({ type: 'double precision' }) rate!: number;
}

/** The lease of a rehearsal's clock: nobody renews it, the clock stands. */
@Entity('plan_clock')
export class PlanClockEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_plan_clock' })
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_clock_plan' })
  planId!: string;
  @InstantColumn() leaseUntil!: number;
}

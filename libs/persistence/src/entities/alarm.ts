import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DateColumn, InstantColumn, IntColumn, TextColumn, TextsColumn, UuidColumn, UuidKey } from './columns.js';
import { AccountEntity, PersonEntity, UnitEntity } from './directory.js';
import { PlanEntity } from './plan.js';
import { AssignmentEntity, PlanRowEntity, TaskEntity } from './task.js';

export type AlarmRecordStatus = 'recorded' | 'superseded' | 'suppressed';

/** The reminder ledger: an identity is here exactly once, whoever tries how often. */
@Entity('alarm')
@Unique('uq_alarm_key', ['alarmKey'])
@Index('ix_alarm_plan', ['planId', 'plannedAt'])
@Index('ix_alarm_row', ['rowId'])
@Index('ix_alarm_assignment', ['assignmentId'])
@Index('ix_alarm_task', ['taskId'])
@Check('ck_alarm_status', `status IN ('recorded', 'superseded', 'suppressed')`)
@Check('ck_alarm_channel', `channel IN ('digest', 'inbox')`)
@Check('ck_alarm_audience', `audience <@ ARRAY['unit-head', 'office', 'deputy-director', 'director']`)
export class AlarmEntity {
  @UuidKey('pk_alarm') id!: string;
  @TextColumn() alarmKey!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_alarm_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => TaskEntity, { name: 'fk_alarm_task' })
  @UuidColumn({ nullable: true })
  taskId!: string | null;
  @ForeignKey(() => PlanRowEntity, { name: 'fk_alarm_row' })
  @UuidColumn({ nullable: true })
  rowId!: string | null;
  @ForeignKey(() => UnitEntity, { name: 'fk_alarm_unit' })
  @UuidColumn({ nullable: true })
  unitId!: string | null;
  @ForeignKey(() => AssignmentEntity, { name: 'fk_alarm_assignment' })
  @UuidColumn({ nullable: true })
  assignmentId!: string | null;
  @TextColumn() rule!: string;
  @IntColumn() occurrence!: number;
  @TextColumn({ nullable: true }) period!: string | null;
  /** Of an alarm of the plan as a whole. */
  @TextColumn({ nullable: true }) event!: string | null;
  @IntColumn() dueVersion!: number;
  /** Its own instant on the plan's clock. */
  @InstantColumn() plannedAt!: number;
  /** The plan instant at which it was made: its own, or that of the catch-up. */
  @InstantColumn() madeAt!: number;
  @TextColumn() status!: AlarmRecordStatus;
  @TextColumn() channel!: 'digest' | 'inbox';
  @TextsColumn() audience!: string[];
  @IntColumn() grave!: number;
  @TextColumn({ nullable: true }) note!: string | null;
  @ForeignKey(() => AccountEntity, { name: 'fk_alarm_account' })
  @UuidColumn({ nullable: true })
  byAccount!: string | null;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
}

export type MailState = 'gathered' | 'attempting' | 'sent' | 'unknown' | 'merged' | 'failed';

@Entity('mail')
@Unique('uq_mail_message', ['messageId'])
@Unique('uq_mail_subject', ['planId', 'personId', 'kind', 'day', 'about'])
@Index('ix_mail_state', ['state', 'nextAttemptAt'])
@Check('ck_mail_kind', `kind IN ('digest', 'manual')`)
@Check('ck_mail_state', `state IN ('gathered', 'attempting', 'sent', 'unknown', 'merged', 'failed')`)
@Check('ck_mail_sent', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Check('ck_mail_frozen', `state IN ('gathered', 'merged', 'failed') OR bytes IS NOT NULL`)
export class MailEntity {
  @UuidKey('pk_mail') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_mail_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => PersonEntity, { name: 'fk_mail_person' })
  @UuidColumn()
  personId!: string;
  @TextColumn() kind!: 'digest' | 'manual';
  /** The working day on the plan's calendar. */
  @DateColumn() day!: string;
  /** A manual mail: its alarm's id; a digest: empty. */
  @TextColumn({ default: "''" }) about!: string;
  @TextColumn() subject!: string;
  @TextColumn() messageId!: string;
  /** Null until frozen; then never changed. */
  @Column({ type: 'bytea', nullable: true, select: false }) bytes?: Buffer | null;
  @TextColumn() state!: MailState;
  @IntColumn({ default: 0 }) attempts!: number;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
  @InstantColumn({ nullable: true }) firstAttemptAt!: number | null;
  @InstantColumn({ nullable: true }) sentAt!: number | null;
  @InstantColumn({ nullable: true }) nextAttemptAt!: number | null;
  @TextColumn({ nullable: true }) lastError!: string | null;
  @ForeignKey(() => MailEntity, { name: 'fk_mail_merged_into' })
  @UuidColumn({ nullable: true })
  mergedInto!: string | null;
}

/** The inbox: one copy a person of each alarm made for them. */
@Entity('alarm_recipient')
@Index('ix_alarm_recipient_person', ['personId'])
@Index('ix_alarm_recipient_mail', ['mailId'])
export class AlarmRecipientEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_alarm_recipient' })
  @ForeignKey(() => AlarmEntity, { name: 'fk_alarm_recipient_alarm' })
  alarmId!: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_alarm_recipient' })
  @ForeignKey(() => PersonEntity, { name: 'fk_alarm_recipient_person' })
  personId!: string;
  /** The audience by which the person was reached; as the unit's head before any other. */
  @TextColumn() role!: string;
  @ForeignKey(() => MailEntity, { name: 'fk_alarm_recipient_mail' })
  @UuidColumn({ nullable: true })
  mailId!: string | null;
  @InstantColumn({ nullable: true }) readAt!: number | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, UuidColumn, UuidKey } from './columns.js';
import { AccountEntity } from './directory.js';
import { PlanEntity } from './plan.js';
import { AssignmentEntity, PlanRowEntity, TaskEntity } from './task.js';

type Json = Record<string, unknown>;

/** What a person reads under "Lịch sử". */
@Entity('history')
@Index('ix_history_row', ['rowId'])
@Index('ix_history_plan', ['planId', 'id'])
export class HistoryEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_history',
  })
  id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_history_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => TaskEntity, { name: 'fk_history_task' })
  @UuidColumn({ nullable: true })
  taskId!: string | null;
  @ForeignKey(() => PlanRowEntity, { name: 'fk_history_row' })
  @UuidColumn({ nullable: true })
  rowId!: string | null;
  @ForeignKey(() => AssignmentEntity, { name: 'fk_history_assignment' })
  @UuidColumn({ nullable: true })
  assignmentId!: string | null;
  /** On the plan's clock. */
  @InstantColumn() at!: number;
  @InstantColumn({ default: 'clock_timestamp()' }) realAt!: number;
  @ForeignKey(() => AccountEntity, { name: 'fk_history_account' })
  @UuidColumn({ nullable: true })
  byAccount!: string | null;
  @TextColumn() kind!: string;
  @JsonColumn({ default: "'{}'" }) data!: Json;
  @JsonColumn({ nullable: true }) before!: Json | null;
  @JsonColumn({ nullable: true }) after!: Json | null;
}

/** Makes a repeated command harmless, and keeps what the pure model needs to run the same life again. */
@Entity('command_log')
@Index('ix_command_log_plan', ['planId', 'at'])
export class CommandLogEntity {
  @UuidKey('pk_command_log') commandId!: string;
  @ForeignKey(() => AccountEntity, { name: 'fk_command_log_account' })
  @UuidColumn({ nullable: true })
  accountId!: string | null;
  @TextColumn() kind!: string;
  @UuidColumn({ nullable: true }) planId!: string | null;
  @UuidColumn({ nullable: true }) taskId!: string | null;
  /** On the plan's clock; null for what has no plan. */
  @InstantColumn({ nullable: true }) at!: number | null;
  /** The domain's TaskCommand, where there is one. */
  @JsonColumn({ nullable: true }) command!: Json | null;
  @JsonColumn() answered!: Json;
  @InstantColumn({ default: 'clock_timestamp()' }) realAt!: number;
}

@Entity('audit')
@Index('ix_audit_real_at', ['realAt'])
export class AuditEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit',
  })
  id!: string;
  @InstantColumn({ default: 'clock_timestamp()' }) realAt!: number;
  @UuidColumn({ nullable: true }) accountId!: string | null;
  @TextColumn() action!: string;
  @TextColumn() subject!: string;
  @JsonColumn({ default: "'{}'" }) data!: Json;
}

/** A poke to be delivered. `taskId` null: the plan's own workflow. */
@Entity('outbox')
@Index('ix_outbox_open', ['id'], { where: 'done_at IS NULL' })
@Check('ck_outbox_lease', '(leased_until IS NULL) = (leased_by IS NULL)')
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_outbox',
  })
  id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_outbox_plan' })
  @UuidColumn()
  planId!: string;
  @ForeignKey(() => TaskEntity, { name: 'fk_outbox_task' })
  @UuidColumn({ nullable: true })
  taskId!: string | null;
  @IntColumn() version!: number;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
  @InstantColumn({ nullable: true }) leasedUntil!: number | null;
  @Column({ type: 'text', nullable: true }) leasedBy!: string | null;
  @InstantColumn({ nullable: true }) doneAt!: number | null;
}

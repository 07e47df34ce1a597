import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn, UuidColumn } from './columns.js';
import { AccountEntity } from './directory.js';

/** One version of a working calendar. A version never changes: an edit is a new one. */
@Entity('work_calendar')
@Check('ck_work_calendar_version', 'version > 0')
export class WorkCalendarEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_work_calendar' }) id!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_work_calendar' }) version!: number;
  /** Years whose swapped days are not announced yet. */
  @Column({ type: 'integer', array: true, default: () => "'{}'" }) unannounced!: number[];
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
  @ForeignKey(() => AccountEntity, { name: 'fk_work_calendar_account' })
  @UuidColumn({ nullable: true })
  createdBy!: string | null;
}

@Entity('work_calendar_day')
@ForeignKey(() => WorkCalendarEntity, ['calendarId', 'version'], ['id', 'version'], { name: 'fk_work_calendar_day' })
@Check('ck_work_calendar_day_kind', `kind IN ('off', 'work')`)
export class WorkCalendarDayEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_work_calendar_day' }) calendarId!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_work_calendar_day' }) version!: number;
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'pk_work_calendar_day' }) date!: string;
  @TextColumn() kind!: 'off' | 'work';
  @TextColumn() name!: string;
  @TextColumn() source!: string;
}

import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  BoolColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
  TextsColumn,
  UuidColumn,
  UuidKey,
} from './columns.js';

export type UnitKind = 'unit' | 'agency' | 'post' | 'guest' | 'group';
export type PersonRole = 'office' | 'unit-head' | 'unit-staff' | 'deputy-director' | 'director' | 'observer';
export type AccountRole = PersonRole | 'admin';

/** A set of units and people: the agency's own, or the demo one. */
@Entity('directory')
export class DirectoryEntity {
  @UuidKey('pk_directory') id!: string;
  @TextColumn() name!: string;
  @BoolColumn({ default: 'false' }) isDemo!: boolean;
}

@Entity('unit')
@Unique('uq_unit_code', ['directoryId', 'code'])
@Index('uq_unit_office', ['directoryId'], { unique: true, where: 'is_office' })
@Check('ck_unit_kind', `kind IN ('unit', 'agency', 'post', 'guest', 'group')`)
export class UnitEntity {
  @UuidKey('pk_unit') id!: string;
  @ForeignKey(() => DirectoryEntity, { name: 'fk_unit_directory' })
  @UuidColumn()
  directoryId!: string;
  @TextColumn() code!: string;
  @TextColumn() name!: string;
  @TextColumn() kind!: UnitKind;
  @JsonColumn({ default: "'[]'" }) aliases!: string[];
  /** Văn phòng: it follows, guides and urges; where it leads, its head's submission is final. */
  @BoolColumn({ default: 'false' }) isOffice!: boolean;
}

@Entity('person')
@Index('ix_person_unit', ['unitId'])
@Index('ix_person_directory', ['directoryId'])
@Check('ck_person_roles', `roles <@ ARRAY['office','unit-head','unit-staff','deputy-director','director','observer']`)
export class PersonEntity {
  @UuidKey('pk_person') id!: string;
  @ForeignKey(() => DirectoryEntity, { name: 'fk_person_directory' })
  @UuidColumn()
  directoryId!: string;
  @ForeignKey(() => UnitEntity, { name: 'fk_person_unit' })
  @UuidColumn({ nullable: true })
  unitId!: string | null;
  @TextColumn() name!: string;
  @TextColumn() position!: string;
  @TextColumn({ nullable: true }) email!: string | null;
  @TextsColumn() roles!: PersonRole[];
}

@Entity('account')
@Unique('uq_account_username', ['username'])
@Check('ck_account_username', 'username = lower(username)')
export class AccountEntity {
  @UuidKey('pk_account') id!: string;
  @TextColumn() username!: string;
  @TextColumn() passwordHash!: string;
  @ForeignKey(() => PersonEntity, { name: 'fk_account_person' })
  @UuidColumn({ nullable: true })
  personId!: string | null;
  @TextsColumn() roles!: AccountRole[];
  @BoolColumn({ default: 'true' }) mustChangePassword!: boolean;
  @IntColumn({ default: 0 }) failedCount!: number;
  @InstantColumn({ nullable: true }) lockedUntil!: number | null;
  /** It can no longer sign in; what it did stays under its name. */
  @InstantColumn({ nullable: true }) disabledAt!: number | null;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
}

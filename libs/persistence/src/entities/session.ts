import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, TextColumn, UuidColumn, UuidKey } from './columns.js';
import { AccountEntity } from './directory.js';

/** A login. The sealed cookie holds only its id, so that logging out or a new password ends it wherever the cookie went. */
@Entity('login_session')
@Index('ix_login_session_account', ['accountId'])
@Check('ck_login_session_expiry', 'expires_at > created_at')
export class LoginSessionEntity {
  @UuidKey('pk_login_session') id!: string;
  @ForeignKey(() => AccountEntity, { name: 'fk_login_session_account', onDelete: 'CASCADE' })
  @UuidColumn()
  accountId!: string;
  @InstantColumn({ default: 'clock_timestamp()' }) createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @TextColumn({ nullable: true }) address!: string | null;
}

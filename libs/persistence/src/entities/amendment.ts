import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { DateColumn, InstantColumn, IntColumn, JsonColumn, TextColumn, UuidColumn, UuidKey } from './columns.js';
import { AccountEntity } from './directory.js';
import { PlanEntity } from './plan.js';

/** Kế hoạch sửa đổi, bổ sung; quyết định; công văn (a slip of form: công văn đính chính). */
export type AmendmentDocumentKind = 'plan' | 'decision' | 'letter';
export type AmendmentStatus = 'proposed' | 'confirmed' | 'declined';

/** A change of a launched plan's rows (điều chỉnh, bổ sung): proposed by the Office, confirmed or declined by the Director. */
@Entity('amendment')
@Unique('uq_amendment_seq', ['planId', 'seq'])
@Check('ck_amendment_document', `document_kind IN ('plan', 'decision', 'letter')`)
@Check('ck_amendment_status', `status IN ('proposed', 'confirmed', 'declined')`)
@Check(
  'ck_amendment_decided',
  `(status = 'proposed') = (decided_at IS NULL) AND (status <> 'confirmed' OR applied IS NOT NULL)`,
)
export class AmendmentEntity {
  @UuidKey('pk_amendment') id!: string;
  @ForeignKey(() => PlanEntity, { name: 'fk_amendment_plan' })
  @UuidColumn()
  planId!: string;
  /** The plan's first, second … amendment. */
  @IntColumn() seq!: number;
  @TextColumn() status!: AmendmentStatus;
  @TextColumn() documentKind!: AmendmentDocumentKind;
  /** Số, ký hiệu. */
  @TextColumn() documentCode!: string;
  @DateColumn() documentOn!: string;
  @TextColumn() reason!: string;
  /** As it was proposed: contracts' amendmentChange[]. */
  @JsonColumn() changes!: readonly Record<string, unknown>[];
  /** Every row that it touched, before and after; of a declined one, what it would have changed. */
  @JsonColumn({ nullable: true }) applied!: readonly Record<string, unknown>[] | null;
  @ForeignKey(() => AccountEntity, { name: 'fk_amendment_proposed_by' })
  @UuidColumn()
  proposedBy!: string;
  /** On the plan's clock, as the decision's. */
  @InstantColumn() proposedAt!: number;
  @ForeignKey(() => AccountEntity, { name: 'fk_amendment_decided_by' })
  @UuidColumn({ nullable: true })
  decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: number | null;
  @TextColumn({ nullable: true }) decisionNote!: string | null;
}

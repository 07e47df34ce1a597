import type { RowView, StatusBucket } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { usePlan } from '../app/plan-frame.js';
import { isGuest, isOfUnit, useMe } from '../app/session.js';
import { findingsQuery, rowsQuery } from '../api/queries.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone, PageSkeleton } from '../ui/skeleton.js';
import { usePhone } from '../ui/use-media.js';
import { AppendixCards } from './appendix-cards.js';
import { AppendixTable } from './appendix-table.js';
import { Buckets } from './buckets.js';
import { HeldUpNotice } from './held-up-notice.js';
import { missingBefore } from './missing-numbers.js';
import { PlanHead } from './plan-head.js';
import { TodayPanel } from './today.js';

const RowDrawer = lazy(() => import('../row/row-drawer.js'));
const RowPage = lazy(() => import('../row/row-page.js'));

/** The plan itself, alive: as issued, with what is to be urged above it and how it stands beside it. */
export function PlanPage() {
  const { plan, clock } = usePlan();
  const { rowId } = useParams();
  const me = useMe();
  const phone = usePhone();
  const navigate = useNavigate();
  const rows = useQuery(rowsQuery(plan.id));
  const findings = useQuery(findingsQuery(plan.id));
  const [bucket, setBucket] = useState<StatusBucket | null>(null);

  const missing = useMemo(() => missingBefore(rows.data ?? [], findings.data ?? []), [rows.data, findings.data]);
  const counts = useMemo(() => countOf(rows.data), [rows.data]);

  if (phone && rowId) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <RowPage key={rowId} rowId={rowId} />
      </Suspense>
    );
  }

  return (
    <main id="noi-dung" className="plan-page">
      <PlanHead plan={plan} />
      <HeldUpNotice plan={plan} />
      {plan.status === 'draft' && <DraftNotice planId={plan.id} counts={plan.counts} />}
      {plan.status === 'suspended' && (
        <Notice title="Kế hoạch đang tạm dừng">
          Thời hạn vẫn tính tiếp; lời nhắc được ghi lại mà không gửi. Khi tiếp tục, mỗi việc chỉ gửi lời nhắc nặng nhất.
        </Notice>
      )}
      {plan.status === 'closed' && (
        <Notice title="Kế hoạch đã kết thúc">Không còn lời nhắc nào được gửi. Kết quả và lịch sử vẫn xem được.</Notice>
      )}
      {isGuest(me) && (
        <p className="muted">
          Bảng này gồm các dòng mà {me.unitName ?? 'cơ quan'} phối hợp và trạng thái của từng dòng.
        </p>
      )}
      {plan.status === 'running' && !isOfUnit(me) && !isGuest(me) && <TodayPanel plan={plan} />}
      {plan.status !== 'draft' && (
        <Buckets counts={rows.data ? counts : plan.buckets} chosen={bucket} onChoose={setBucket} />
      )}
      <QueryGate query={rows} skeleton={<TableSkeleton />}>
        {(all) => {
          const shown = bucket ? all.filter((row) => row.bucket === bucket) : all;
          const common = { plan, rows: shown, all, missing: bucket ? new Map<string, never>() : missing, clock };
          if (shown.length === 0) {
            return (
              <Notice title="Không có nhiệm vụ nào ở trạng thái này">
                <button type="button" className="link-button" onClick={() => setBucket(null)}>
                  Xem tất cả {all.length} dòng
                </button>
              </Notice>
            );
          }
          return phone ? <AppendixCards {...common} /> : <AppendixTable {...common} openRowId={rowId ?? null} />;
        }}
      </QueryGate>
      {rowId && (
        <Suspense fallback={null}>
          <RowDrawer
            rowId={rowId}
            onClose={() => void navigate(`/ke-hoach/${plan.id}`, { preventScrollReset: true })}
          />
        </Suspense>
      )}
    </main>
  );
}

function countOf(rows: readonly RowView[] | undefined): Record<StatusBucket, number> {
  const counts: Record<StatusBucket, number> = {
    'completed-on-time': 0,
    'completed-late': 0,
    'in-progress': 0,
    overdue: 0,
    'not-yet': 0,
    'no-due-date': 0,
    'not-arisen': 0,
    withdrawn: 0,
  };
  for (const { bucket } of rows ?? []) counts[bucket] += 1;
  return counts;
}

function DraftNotice({
  planId,
  counts,
}: {
  readonly planId: string;
  readonly counts: { findingsBlocking: number; findingsCaution: number };
}) {
  const { findingsBlocking, findingsCaution } = counts;
  const navigate = useNavigate();
  const title =
    findingsBlocking > 0
      ? `Dự thảo còn ${findingsBlocking} điểm phải trả lời trước khi khởi chạy`
      : 'Dự thảo chưa khởi chạy: chưa có việc nào được giao, chưa có lời nhắc nào được gửi';
  return (
    <Notice title={title}>
      {findingsCaution > 0 && `${findingsCaution} điểm cần lưu ý. `}
      <button type="button" className="link-button" onClick={() => void navigate(`/ke-hoach/${planId}/ra-soat`)}>
        Mở phần rà soát
      </button>
    </Notice>
  );
}

const TableSkeleton = () => (
  <div className="sheet stack" style={{ padding: 16 }}>
    {Array.from({ length: 9 }, (_, index) => (
      <Bone key={index} height={62} />
    ))}
  </div>
);

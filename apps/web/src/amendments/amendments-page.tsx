import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { usePlan } from '../app/plan-frame.js';
import { amendmentsQuery, rowsQuery } from '../api/queries.js';
import { PlanPageHead } from '../plan/plan-page-head.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import '../styles/amendments.css';
import { AmendmentCard } from './amendment-card.js';
import { AmendmentForm } from './amendment-form.js';

/** How a plan under way is changed: worded by the Office, decided by the Director, applied to what runs as one act. */
export default function AmendmentsPage() {
  const { plan } = usePlan();
  const amendments = useQuery(amendmentsQuery(plan.id));
  const rows = useQuery(rowsQuery(plan.id));
  const [open, setOpen] = useState(false);
  const mayAmend = plan.commands.includes('amend');
  return (
    <main id="noi-dung" className="narrow stack">
      <PlanPageHead title="Điều chỉnh, bổ sung" plan={plan} />
      <p className="muted">
        Văn phòng lập điều chỉnh theo văn bản có số; Giám đốc xác nhận thì kế hoạch đang chạy đổi theo ngay. Thời hạn
        đầu tiên và mọi nội dung trước đó vẫn được giữ.
      </p>
      {mayAmend && !open && (
        <div className="line">
          <Button type="primary" onClick={() => setOpen(true)}>
            Lập điều chỉnh
          </Button>
        </div>
      )}
      {mayAmend && open && rows.data && <AmendmentForm plan={plan} rows={rows.data} onClose={() => setOpen(false)} />}
      <QueryGate query={amendments} skeleton={<Bone height={160} />}>
        {(all) =>
          all.length === 0 && open ? null : all.length === 0 ? (
            <Notice title="Kế hoạch chưa có điều chỉnh nào">
              {mayAmend
                ? 'Khi cần thêm, sửa hoặc rút một dòng của phụ lục, chọn “Lập điều chỉnh”.'
                : 'Văn phòng lập điều chỉnh khi cần thêm, sửa hoặc rút một dòng của phụ lục.'}
            </Notice>
          ) : (
            all.map((amendment) => <AmendmentCard key={amendment.id} planId={plan.id} amendment={amendment} />)
          )
        }
      </QueryGate>
    </main>
  );
}

import type { PlanSummary } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMe } from '../app/session.js';
import { plansQuery } from '../api/queries.js';
import { formatDate, formatNumber } from '../format.js';
import { ImportPlan } from '../plan/import-plan.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Shape } from '../ui/shape.js';
import { Bone } from '../ui/skeleton.js';
import { bucketOrder, bucketWords, planStatusWords } from '../words.js';

export function PlansPage() {
  const query = useQuery(plansQuery());
  const mayImport = useMe().roles.includes('office');
  return (
    <main id="noi-dung" className="narrow stack">
      <h1>Kế hoạch</h1>
      <QueryGate
        query={query}
        skeleton={
          <div className="stack">
            {[0, 1].map((index) => (
              <Bone key={index} height={132} />
            ))}
          </div>
        }
      >
        {(plans) =>
          plans.length === 0 ? (
            <Notice title="Chưa có kế hoạch nào">
              Đưa tệp kế hoạch đã ban hành hoặc dự thảo vào bên dưới để bắt đầu.
            </Notice>
          ) : (
            <ul className="stack">
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} />
              ))}
            </ul>
          )
        }
      </QueryGate>
      {mayImport && <ImportPlan />}
    </main>
  );
}

function PlanCard({ plan }: { readonly plan: PlanSummary }) {
  const counted = bucketOrder.filter((bucket) => (plan.buckets[bucket] ?? 0) > 0);
  return (
    <li className="sheet plan-card">
      <div className="line">
        {plan.rehearsal && <span className="tag tag-rehearsal">DIỄN TẬP</span>}
        <strong>{planStatusWords[plan.status]}</strong>
        <span className="muted">
          {plan.issuer}
          {plan.code && `, số ${plan.code}`}
          {plan.issuedOn && `, ngày ${formatDate(plan.issuedOn)}`}
        </span>
      </div>
      <Link to={`/ke-hoach/${plan.id}`} className="quoted plan-card-title">
        Kế hoạch {plan.title}
      </Link>
      {plan.status === 'draft' ? (
        <p className="muted">Chưa khởi chạy: mở để rà soát và khởi chạy.</p>
      ) : (
        <ul className="line plan-card-counts">
          {counted.map((bucket) => (
            <li key={bucket} className={`status status-${bucket}`}>
              <Shape mark={bucket} />
              <span>
                {formatNumber(plan.buckets[bucket] ?? 0)} {bucketWords[bucket].toLocaleLowerCase('vi-VN')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

import type { PlanView } from '@don-doc/contracts/http';
import { Link } from 'react-router';

/** The head of a plan's lesser pages: what it is, of which plan, and the way back. */
export function PlanPageHead({ plan, title }: { readonly plan: PlanView; readonly title: string }) {
  return (
    <header className="stack page-head">
      <Link className="small" to={`/ke-hoach/${plan.id}`}>
        Về phụ lục
      </Link>
      <h1>{title}</h1>
      <p className="quoted muted">
        Kế hoạch {plan.code ? `số ${plan.code} ` : ''}
        {plan.title}
      </p>
    </header>
  );
}

import { Link } from 'react-router';
import { usePlan } from '../app/plan-frame.js';
import { isOfUnit, useMe } from '../app/session.js';
import { RowDetailView, RowTitle } from './row-detail.js';

/** A row as a page of its own, on a phone. */
export default function RowPage({ rowId }: { readonly rowId: string }) {
  const { plan } = usePlan();
  const ofUnit = isOfUnit(useMe());
  return (
    <main id="noi-dung" className="row-page stack">
      <Link className="small" to={ofUnit ? '/viec-cua-toi' : `/ke-hoach/${plan.id}`}>
        {ofUnit ? 'Về việc của tôi' : 'Về phụ lục'}
      </Link>
      <h1>
        <RowTitle rowId={rowId} />
      </h1>
      <RowDetailView rowId={rowId} />
    </main>
  );
}

import { Drawer } from 'antd';
import { usePlan } from '../app/plan-frame.js';
import { RowDetailView, RowTitle } from './row-detail.js';

/** A row beside the table, on a wide screen; the table behind stays where it was. */
export default function RowDrawer({ rowId, onClose }: { readonly rowId: string; readonly onClose: () => void }) {
  const { plan } = usePlan();
  return (
    <Drawer
      open
      size={640}
      title={
        <>
          <RowTitle rowId={rowId} /> {plan.rehearsal && <span className="tag tag-rehearsal">DIỄN TẬP</span>}
        </>
      }
      onClose={onClose}
      mask={false}
      className="row-drawer"
      closable={{ 'aria-label': 'Đóng' }}
    >
      <RowDetailView key={rowId} rowId={rowId} />
    </Drawer>
  );
}

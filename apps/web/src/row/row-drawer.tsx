import { Drawer } from 'antd';
import { RowDetailView, RowTitle } from './row-detail.js';

/** A row beside the table, on a wide screen; the table behind stays where it was. */
export default function RowDrawer({ rowId, onClose }: { readonly rowId: string; readonly onClose: () => void }) {
  return (
    <Drawer
      open
      size={640}
      title={<RowTitle rowId={rowId} />}
      onClose={onClose}
      mask={false}
      className="row-drawer"
      closable={{ 'aria-label': 'Đóng' }}
    >
      <RowDetailView key={rowId} rowId={rowId} />
    </Drawer>
  );
}

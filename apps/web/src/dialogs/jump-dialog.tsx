import { useState } from 'react';
import type { EpochMs } from '@don-doc/domain';
import { civilOf, formatInstant } from '../format.js';
import { DateField } from '../ui/date-field.js';
import { Dialog } from './dialog.js';
import { useCommand } from './use-command.js';

/** Moves a rehearsal's clock forward; it never goes back. */
export default function JumpDialog({
  planId,
  now,
  onClose,
}: {
  readonly planId: string;
  readonly now: EpochMs | null;
  readonly onClose: () => void;
}) {
  const [to, setTo] = useState<string | undefined>(now === null ? undefined : `${civilOf(now + 86_400_000)}T08:00`);
  const run = useCommand(planId, onClose);
  const instant = to ? `${to}:00+07:00` : null;
  return (
    <Dialog
      title="Đưa đồng hồ diễn tập đến"
      act="Đến thời điểm này"
      busy={run.isPending}
      error={run.error}
      disabled={!instant}
      width={420}
      onAct={() => instant && run.mutate({ path: `/plans/${planId}/clock`, body: { act: 'jump', to: instant } })}
      onClose={onClose}
    >
      <p className="muted">
        Đồng hồ đang ở {now === null ? 'thời điểm chưa rõ' : formatInstant(now)} và chỉ đi tới. Mọi lời nhắc trong
        khoảng giữa vẫn được ghi đủ, đúng thứ tự.
      </p>
      <label className="field">
        <span>Thời điểm (giờ Việt Nam)</span>
        <DateField withTime value={to} onChange={setTo} />
      </label>
    </Dialog>
  );
}

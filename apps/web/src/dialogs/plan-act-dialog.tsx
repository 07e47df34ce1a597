import type { PlanView } from '@don-doc/contracts/http';
import { App, Input } from 'antd';
import { useState } from 'react';
import type { PlanAct } from '../plan/plan-head.js';
import { formatNumber } from '../format.js';
import { Dialog } from './dialog.js';
import { useCommand } from './use-command.js';

const acts: Readonly<Record<PlanAct, { title: string; done: string; explain: (plan: PlanView) => string }>> = {
  suspend: {
    title: 'Tạm dừng kế hoạch',
    done: 'Đã tạm dừng kế hoạch.',
    explain: ({ counts }) =>
      `${formatNumber(counts.tasks)} nhiệm vụ ngừng gửi lời nhắc. Thời hạn vẫn tính tiếp; lời nhắc đến lúc được ghi lại mà không gửi. Có thể tiếp tục bất cứ lúc nào.`,
  },
  resume: {
    title: 'Tiếp tục kế hoạch',
    done: 'Kế hoạch đã tiếp tục.',
    explain: () => 'Lời nhắc gửi trở lại. Với mỗi phần việc chỉ gửi lời nhắc nặng nhất trong thời gian tạm dừng.',
  },
  close: {
    title: 'Kết thúc kế hoạch',
    done: 'Đã kết thúc kế hoạch.',
    explain: ({ counts }) =>
      `Không hoàn lại được: ${formatNumber(counts.tasks)} luồng xử lý kết thúc, lời nhắc dừng hẳn, không nhận thêm kết quả cho ${formatNumber(counts.assignments)} phần việc. Kết quả và lịch sử vẫn được giữ.`,
  },
};

export default function PlanActDialog({
  plan,
  act,
  onClose,
}: {
  readonly plan: PlanView;
  readonly act: PlanAct;
  readonly onClose: () => void;
}) {
  const { title, done, explain } = acts[act];
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const run = useCommand(plan.id, () => {
    void message.info(done);
    onClose();
  });
  return (
    <Dialog
      title={title}
      act={title}
      busy={run.isPending}
      error={run.error}
      disabled={reason.trim().length < 3}
      onAct={() => run.mutate({ path: `/plans/${plan.id}/${act}`, body: { reason: reason.trim() } })}
      onClose={onClose}
    >
      <p>{explain(plan)}</p>
      <label className="field">
        <span>Lý do</span>
        <Input.TextArea
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={2000}
        />
      </label>
    </Dialog>
  );
}

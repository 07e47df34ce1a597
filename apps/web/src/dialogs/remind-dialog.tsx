import type { TodayItem } from '@don-doc/contracts/http';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { workingDaysWords } from '../format.js';
import { copyText } from '../ui/copy.js';
import { Quoted } from '../ui/quoted.js';
import { Dialog } from './dialog.js';
import { useCommand } from './use-command.js';

/** Đôn đốc ngay, from the list of the day. */
export default function RemindDialog({
  item,
  planId,
  onClose,
}: {
  readonly item: TodayItem;
  readonly planId: string;
  readonly onClose: () => void;
}) {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const run = useCommand(planId, () => {
    void message.info('Đã gửi lời đôn đốc.');
    onClose();
  });
  const send = () =>
    run.mutate({ path: `/assignments/${item.assignmentId}/remind`, body: note.trim() ? { note: note.trim() } : {} });
  return (
    <Dialog
      title={`Đôn đốc ngay: nhiệm vụ ${item.rowNo}`}
      act="Đôn đốc ngay"
      busy={run.isPending}
      error={run.error}
      onAct={send}
      onClose={onClose}
    >
      <p>
        <Quoted>{item.content}</Quoted>
      </p>
      <p>
        Sẽ gửi một lời nhắc đến <strong>{item.headName ?? 'lãnh đạo đơn vị'}</strong>, {item.unitName}:{' '}
        {workingDaysWords(item.workingDaysLeft)}. Mỗi phần việc đôn đốc một lần trong ngày.
      </p>
      <label className="field">
        <span>Lời nhắn kèm theo (không bắt buộc)</span>
        <Input.TextArea
          value={note}
          onChange={({ target }) => setNote(target.value)}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={1000}
        />
      </label>
      <div className="notice">
        <div className="spread">
          <strong>Nội dung để nhắn qua nhóm trò chuyện</strong>
          <Button
            size="small"
            onClick={() =>
              void copyText(item.chatText).then((copied) => copied && message.info('Đã sao chép nội dung nhắn.'))
            }
          >
            Sao chép
          </Button>
        </div>
        <p>{item.chatText}</p>
      </div>
    </Dialog>
  );
}

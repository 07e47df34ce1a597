import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.js';
import { Notice } from '../ui/notice.js';

/** The frame of every dialog: what will happen, the form, what went wrong in its place, one act. */
export function Dialog({
  title,
  act,
  busy,
  error,
  disabled = false,
  width = 520,
  onAct,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly act: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Modal
      open
      centered
      destroyOnHidden
      title={title}
      width={width}
      // What was typed is not lost by a press beside the dialog.
      mask={{ closable: false, blur: false }}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Đóng
        </Button>,
        <Button key="yes" type="primary" loading={busy} disabled={disabled} onClick={onAct}>
          {act}
        </Button>,
      ]}
    >
      <div className="stack dialog">
        {children}
        {Boolean(error) && (
          <Notice tone="wrong" title="Chưa thực hiện được">
            {wordsOf(error)}
          </Notice>
        )}
      </div>
    </Modal>
  );
}

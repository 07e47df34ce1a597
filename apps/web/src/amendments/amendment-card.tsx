import type { AmendedRow, AmendmentView } from '@don-doc/contracts/http';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { wordsOf } from '../api/problem.js';
import { useCommand } from '../dialogs/use-command.js';
import { formatDate, formatInstant } from '../format.js';
import { Notice } from '../ui/notice.js';
import { amendmentDocumentWords, amendmentKindWords, amendmentStatusWords } from '../words.js';

/** One amendment: its document, what it changes, who proposed and who decided it; the Director decides here. */
export function AmendmentCard({ planId, amendment }: { readonly planId: string; readonly amendment: AmendmentView }) {
  const { document, status, rows } = amendment;
  return (
    <article className="sheet amendment-part stack">
      <header>
        <h2>
          {amendmentDocumentWords[document.kind]} <span className="quoted">số {document.code}</span>, ngày{' '}
          {formatDate(document.issuedOn)}
        </h2>
        <p>
          <strong>{amendmentStatusWords[status]}</strong>
          <span className="muted">
            {' '}
            · {amendment.proposedBy} lập {formatInstant(amendment.proposedAt)}
            {amendment.decidedBy && amendment.decidedAt && (
              <>
                {' '}
                · {amendment.decidedBy} quyết định {formatInstant(amendment.decidedAt)}
              </>
            )}
          </span>
        </p>
        <p>Lý do: {amendment.reason}</p>
        {amendment.decisionNote && <p>Ý kiến: {amendment.decisionNote}</p>}
      </header>
      <ul className="amended-rows">
        {rows.map((row) => (
          <AmendedLine key={row.no} row={row} />
        ))}
      </ul>
      {amendment.mayDecide && <Decision planId={planId} amendment={amendment} />}
    </article>
  );
}

function AmendedLine({ row: { kind, no, before, after } }: { readonly row: AmendedRow }) {
  const shown = after ?? before;
  const parts = (
    [
      ['Nội dung', before?.content, after?.content],
      ['Chủ trì', before?.leadText, after?.leadText],
      ['Phối hợp', before?.coordinatorText, after?.coordinatorText],
      ['Thời gian', before?.timeText, after?.timeText],
      ['Ngày cuối', day(before?.lastDay), day(after?.lastDay)],
    ] as const
  ).filter(([, was, becomes]) => kind === 'change-row' && was !== becomes);
  return (
    <li>
      <strong>
        {amendmentKindWords[kind]} số <span className="quoted">{no}</span>
      </strong>
      {kind !== 'change-row' && shown && (
        <p className="quoted">
          {shown.content}{' '}
          <span className="muted">
            ({shown.leadText}; {shown.timeText || 'chưa ghi thời gian'})
          </span>
        </p>
      )}
      {parts.map(([label, was, becomes]) => (
        <p key={label}>
          {label}: <del className="quoted muted">{was || 'để trống'}</del>{' '}
          <ins className="quoted">{becomes || 'để trống'}</ins>
        </p>
      ))}
    </li>
  );
}

const day = (date: string | null | undefined): string => (date ? formatDate(date) : 'chưa xác định');

function Decision({ planId, amendment }: { readonly planId: string; readonly amendment: AmendmentView }) {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const path = `/plans/${planId}/amendments/${amendment.id}`;
  const confirm = useCommand(planId, () => void message.info('Đã xác nhận. Kế hoạch chạy theo nội dung mới.'));
  const decline = useCommand(planId, () => void message.info('Đã ghi ý kiến không áp dụng.'));
  const error: unknown = confirm.error ?? decline.error;
  const said = note.trim();
  return (
    <section className="stack" aria-label="Ý kiến của Giám đốc">
      <label className="field">
        <span>Ý kiến (bắt buộc khi không áp dụng)</span>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {Boolean(error) && (
        <Notice tone="wrong" title="Chưa thực hiện được">
          {wordsOf(error)}
        </Notice>
      )}
      <div className="line">
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ path: `${path}/confirm`, body: said ? { note: said } : {} })}
        >
          Xác nhận và áp dụng
        </Button>
        <Button
          loading={decline.isPending}
          disabled={said.length < 3}
          onClick={() => decline.mutate({ path: `${path}/decline`, body: { reason: said } })}
        >
          Không áp dụng
        </Button>
      </div>
    </section>
  );
}

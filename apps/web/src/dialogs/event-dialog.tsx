import type { EventPreview, PlanView, WindowView } from '@don-doc/contracts/http';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { eventsQuery, planKey } from '../api/queries.js';
import { formatDate, formatExact, formatInstant, formatNumber, inSentence } from '../format.js';
import { newestFirst } from '../ui/newest-first.js';
import { DateField } from '../ui/date-field.js';
import { eventKindWords } from '../words.js';
import { Dialog } from './dialog.js';
import { useCommand } from './use-command.js';

type Kind = 'expected' | 'confirmed' | 'moved' | 'revoked';
const kinds: Readonly<Record<Kind, { label: string; explain: string }>> = {
  expected: { label: 'Ghi dự kiến', explain: 'Chỉ để báo trước: chưa mở việc nào, chưa tính quá hạn.' },
  confirmed: {
    label: 'Xác nhận',
    explain: 'Mở các việc “sau khi hoàn thành” từ ngày hôm sau và bắt đầu tính thời hạn của chúng.',
  },
  moved: { label: 'Dời ngày', explain: 'Tính lại mọi thời hạn gắn với sự kiện; lịch sử được giữ.' },
  revoked: { label: 'Hủy xác nhận', explain: 'Các việc gắn với sự kiện trở về trạng thái chờ; lịch sử được giữ.' },
};
const kindsFor = (state: PlanView['event']['state']): readonly Kind[] =>
  state === 'confirmed' ? ['moved', 'revoked'] : ['expected', 'confirmed'];

/** The plan's event, with what it will change said before it is recorded. */
export default function EventDialog({ plan, onClose }: { readonly plan: PlanView; readonly onClose: () => void }) {
  const choices = kindsFor(plan.event.state);
  const { message } = App.useApp();
  const [kind, setKind] = useState<Kind>(plan.event.state === 'expected' ? 'confirmed' : (choices[0] ?? 'expected'));
  const [on, setOn] = useState<string | undefined>(plan.event.on ?? undefined);
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const run = useCommand(plan.id, () => {
    void message.info('Đã ghi sự kiện.');
    onClose();
  });
  const needsDay = kind !== 'revoked';
  const isKnown = on === plan.event.on && (kind === 'moved' || kind === plan.event.state);
  const ready = !needsDay || (on !== undefined && !isKnown);
  const body = {
    name: plan.event.name,
    kind,
    ...(needsDay && on ? { effectiveOn: on } : {}),
    ...(document.trim() ? { document: document.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
  const preview = useQuery({
    queryKey: [...planKey(plan.id), 'event-preview', kind, needsDay ? on : null],
    queryFn: () => post<EventPreview>(`/plans/${plan.id}/events/preview`, { ...body, commandId: newCommandId() }),
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });

  return (
    <Dialog
      title={`Sự kiện ${inSentence(plan.event.label)}`}
      act={kinds[kind].label}
      busy={run.isPending}
      error={run.error}
      disabled={!ready}
      width={640}
      onAct={() => run.mutate({ path: `/plans/${plan.id}/events`, body })}
      onClose={onClose}
    >
      <div className="choice" role="group" aria-label="Loại ghi nhận">
        {choices.map((choice) => (
          <button key={choice} type="button" aria-pressed={kind === choice} onClick={() => setKind(choice)}>
            {kinds[choice].label}
          </button>
        ))}
      </div>
      <p className="muted">{kinds[kind].explain}</p>
      {needsDay && (
        <label className="field">
          <span>{kind === 'expected' ? 'Ngày dự kiến hoàn thành' : 'Ngày hoàn thành có hiệu lực'}</span>
          <DateField value={on} onChange={setOn} />
        </label>
      )}
      <label className="field">
        <span>Văn bản làm căn cứ (không bắt buộc)</span>
        <Input value={document} onChange={({ target }) => setDocument(target.value)} maxLength={300} />
      </label>
      <label className="field">
        <span>Ghi chú (không bắt buộc)</span>
        <Input.TextArea
          value={note}
          onChange={({ target }) => setNote(target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
        />
      </label>
      <section
        className={preview.isFetching ? 'what-changes is-reading' : 'what-changes'}
        aria-live="polite"
        aria-label="Điều sẽ thay đổi"
        tabIndex={0}
      >
        <h3>Điều sẽ thay đổi</h3>
        {!ready && (
          <p className="muted">
            {isKnown
              ? 'Ngày này đã được ghi. Chọn ngày khác để xem các dòng thay đổi.'
              : 'Chọn ngày để xem các dòng thay đổi.'}
          </p>
        )}
        {preview.error && ready && <p>{wordsOf(preview.error)}</p>}
        {preview.data && ready && !preview.error && <Changes preview={preview.data} />}
      </section>
      <Before planId={plan.id} />
    </Dialog>
  );
}

/** What was recorded of the event so far: a move or a revocation takes nothing away. */
function Before({ planId }: { readonly planId: string }) {
  const events = useQuery(eventsQuery(planId));
  const told = (events.data ?? []).filter(({ kind }) => kind in kinds);
  if (told.length === 0) return null;
  return (
    <details>
      <summary>Đã ghi trước đây ({told.length})</summary>
      <ol className="history">
        {newestFirst(told).map(({ id, at, kind, effectiveOn, document, note, byName }) => (
          <li key={id}>
            <time dateTime={at} title={formatExact(at)} className="muted">
              {formatInstant(at)}
            </time>
            <span>
              {eventKindWords[kind]} {effectiveOn && formatDate(effectiveOn)}
              {[document, note, byName].filter(Boolean).map((text) => (
                <span key={text} className="muted">
                  , {text}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const windowWords = ({ opensOn, lastDay }: WindowView): string => {
  if (!opensOn) return 'chờ sự kiện';
  return lastDay ? `${formatDate(opensOn)} – ${formatDate(lastDay)}` : `từ ${formatDate(opensOn)}`;
};

function Changes({ preview }: { readonly preview: EventPreview }) {
  const { rows, alarms } = preview;
  return (
    <>
      <p>
        {rows.length === 0 ? 'Không dòng nào đổi thời hạn' : `${formatNumber(rows.length)} dòng đổi thời hạn`}; thêm{' '}
        {formatNumber(alarms.added)} lời nhắc, bỏ {formatNumber(alarms.removed)} lời nhắc chưa gửi.
      </p>
      {rows.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Trước</th>
              <th scope="col">Sau</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ no, before, after }) => (
              <tr key={no}>
                <td className="quoted">{no}</td>
                <td className="muted">{windowWords(before)}</td>
                <td>{windowWords(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

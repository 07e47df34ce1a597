import type { AmendmentChange, AmendmentPreview, AmendmentView, PlanView, RowView } from '@don-doc/contracts/http';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { amendmentOffersQuery, directoriesQuery, planKey } from '../api/queries.js';
import { useCommand } from '../dialogs/use-command.js';
import { DateField } from '../ui/date-field.js';
import { Notice } from '../ui/notice.js';
import { useSettled } from '../ui/use-settled.js';
import { amendmentDocumentWords, amendmentKindWords } from '../words.js';
import { ChangeFields } from './change-fields.js';
import { fromOffer, newChange, toChange, type ChangeDraft } from './form-state.js';
import { PreviewPanel } from './preview-panel.js';

const SETTLE_MS = 500;

/** The Office words an amendment; what it would change is shown beside while it is typed, and nothing changes by it. */
export function AmendmentForm({
  plan,
  rows,
  onClose,
}: {
  readonly plan: PlanView;
  readonly rows: readonly RowView[];
  readonly onClose: () => void;
}) {
  const { message } = App.useApp();
  const offers = useQuery(amendmentOffersQuery(plan.id));
  const directories = useQuery(directoriesQuery());
  const units = (directories.data ?? []).find(({ id }) => id === plan.directoryId)?.units;
  const [kind, setKind] = useState<AmendmentView['document']['kind']>('plan');
  const [code, setCode] = useState('');
  const [issuedOn, setIssuedOn] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const [drafts, setDrafts] = useState<readonly ChangeDraft[]>([]);
  const add = (draft: ChangeDraft) => setDrafts((known) => [...known, draft]);
  const run = useCommand(plan.id, () => {
    void message.info('Đã gửi Giám đốc xác nhận.');
    onClose();
  });

  const changes = drafts.map((draft) => toChange(draft, rows));
  const ready = changes.filter((change): change is AmendmentChange => change !== null);
  const complete = drafts.length > 0 && ready.length === drafts.length;
  const settled = useSettled(ready, SETTLE_MS);
  const preview = useQuery({
    queryKey: [...planKey(plan.id), 'amendment-preview', settled],
    queryFn: () => post<AmendmentPreview>(`/plans/${plan.id}/amendments/preview`, { changes: settled }),
    enabled: settled.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const named = code.trim() !== '' && issuedOn !== undefined && reason.trim().length >= 3;

  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <section className="sheet stack amendment-part">
        <h2>Văn bản điều chỉnh</h2>
        <div className="three">
          <label className="field">
            <span>Loại văn bản</span>
            <Select
              value={kind}
              onChange={setKind}
              options={Object.entries(amendmentDocumentWords).map(([value, label]) => ({ value, label }))}
            />
          </label>
          <label className="field">
            <span>Số, ký hiệu</span>
            <Input value={code} maxLength={100} onChange={({ target }) => setCode(target.value)} />
          </label>
          <label className="field">
            <span>Ngày ban hành</span>
            <DateField value={issuedOn} onChange={setIssuedOn} />
          </label>
        </div>
        <label className="field">
          <span>Lý do</span>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      </section>

      {drafts.map((draft) => (
        <ChangeFields
          key={draft.key}
          draft={draft}
          rows={rows}
          units={units ?? []}
          onChange={(next) => setDrafts((known) => known.map((one) => (one.key === next.key ? next : one)))}
          onRemove={() => setDrafts((known) => known.filter(({ key }) => key !== draft.key))}
        />
      ))}

      <div className="line">
        {(['add-row', 'change-row', 'withdraw-row'] as const).map((each) => (
          <Button key={each} onClick={() => add(newChange(newCommandId(), each))}>
            {amendmentKindWords[each]}
          </Button>
        ))}
        {(offers.data ?? [])
          .filter(({ no }) => !drafts.some((draft) => draft.kind === 'add-row' && draft.no === no))
          .map((offer) => (
            <Button key={`${offer.no} ${offer.source}`} onClick={() => add(fromOffer(newCommandId(), offer))}>
              Bổ sung số {offer.no} từ mục {offer.source}
            </Button>
          ))}
      </div>

      {drafts.length > 0 && (
        <section className="sheet amendment-part" aria-live="polite" aria-label="Điều sẽ thay đổi">
          <h2>Điều sẽ thay đổi khi Giám đốc xác nhận</h2>
          {!complete && <p className="muted">Điền đủ từng thay đổi để xem thời hạn và lời nhắc mới.</p>}
          {preview.error && <p>{wordsOf(preview.error)}</p>}
          {preview.data && !preview.error && settled.length > 0 && (
            <div className={preview.isFetching ? 'is-reading' : undefined}>
              <PreviewPanel preview={preview.data} />
            </div>
          )}
        </section>
      )}
      {Boolean(run.error) && (
        <Notice tone="wrong" title="Chưa gửi được">
          {wordsOf(run.error)}
        </Notice>
      )}
      <div className="line">
        <Button
          type="primary"
          loading={run.isPending}
          disabled={!complete || !named || Boolean(preview.error)}
          onClick={() =>
            run.mutate({
              path: `/plans/${plan.id}/amendments`,
              body: { document: { kind, code: code.trim(), issuedOn }, reason: reason.trim(), changes: ready },
            })
          }
        >
          Gửi Giám đốc xác nhận
        </Button>
        <Button onClick={onClose}>Đóng</Button>
      </div>
    </form>
  );
}

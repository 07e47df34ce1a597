import type { LaunchPreview, Launched } from '@don-doc/contracts/http';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePlan } from '../app/plan-frame.js';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import { directoriesQuery, findingsQuery, planKey, rowsQuery } from '../api/queries.js';
import { Dialog } from '../dialogs/dialog.js';
import { civilOf, sentence } from '../format.js';
import { PlanPageHead } from '../plan/plan-page-head.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { useSettled } from '../ui/use-settled.js';
import {
  emptyForm,
  firstDirectory,
  missingAnswers,
  requestOf,
  rowsWithoutDue,
  suggested,
  type LaunchForm,
} from './form-state.js';
import { LaunchFields } from './launch-fields.js';
import { PreviewPanel } from './preview-panel.js';

const THINK_MS = 350;

/** Launching: the answers on the left, and on the right what will happen with them, before anything does. */
export default function LaunchPage() {
  const { plan } = usePlan();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { groups } = plan;
  const directories = useQuery(directoriesQuery());
  const rows = useQuery(rowsQuery(plan.id));
  const findings = useQuery(findingsQuery(plan.id));
  const [form, setForm] = useState<LaunchForm>(() => emptyForm(civilOf(Date.now()), plan));
  const [commandId] = useState(() => newCommandId());
  const [confirming, setConfirming] = useState(false);

  const first = firstDirectory(directories.data ?? [], form.real);
  useEffect(() => {
    if (first) setForm((known) => (known.directoryId ? known : suggested(known, first, groups)));
  }, [first, groups]);

  const request = requestOf(form, commandId, groups);
  const settled = useSettled(request, THINK_MS);
  const preview = useQuery({
    queryKey: [...planKey(plan.id), 'launch-preview', settled],
    queryFn: () => post<LaunchPreview>(`/plans/${plan.id}/launch/preview`, settled),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const launch = useMutation({
    mutationFn: () => post<Launched>(`/plans/${plan.id}/launch`, request),
    onSuccess: async ({ planId }) => {
      await client.invalidateQueries({ queryKey: ['plans'] });
      await client.invalidateQueries({ queryKey: planKey(planId) });
      void message.info('Kế hoạch đã khởi chạy.');
      await navigate(`/ke-hoach/${planId}`);
    },
  });

  if (!plan.commands.includes('launch')) {
    return (
      <main id="noi-dung" className="narrow stack">
        <PlanPageHead title="Khởi chạy kế hoạch" plan={plan} />
        <Notice
          title={
            plan.status === 'draft'
              ? 'Tài khoản này không có quyền khởi chạy kế hoạch'
              : 'Kế hoạch này đã được khởi chạy'
          }
        >
          <Link to={`/ke-hoach/${plan.id}`}>Về phụ lục của kế hoạch</Link>
        </Notice>
      </main>
    );
  }

  const missing = missingAnswers(form, groups);
  const blocked = (preview.data?.blockers.length ?? 0) > 0;
  const ready = request !== null && preview.data !== undefined && !blocked && !preview.isFetching && settled !== null;

  return (
    <main id="noi-dung" className="stack">
      <PlanPageHead title="Khởi chạy kế hoạch" plan={plan} />
      <div className="launch">
        <QueryGate query={directories} skeleton={<Bone height={560} />}>
          {(known) =>
            known.length === 0 ? (
              <Notice title="Chưa có danh bạ đơn vị">
                Quản trị cần nhập danh bạ đơn vị ở trang <Link to="/danh-ba">Danh bạ</Link> trước khi khởi chạy.
              </Notice>
            ) : (
              <LaunchFields
                form={form}
                onChange={setForm}
                directories={known}
                groups={groups}
                rows={rows.data ?? []}
                undated={rowsWithoutDue(rows.data ?? [], findings.data ?? [])}
                eventLabel={plan.event.label}
              />
            )
          }
        </QueryGate>
        <aside className="launch-side">
          <PreviewPanel
            plan={plan}
            preview={preview.data}
            isReading={preview.isFetching}
            error={preview.error}
            missing={missing}
            rows={rows.data ?? []}
          />
          {blocked && <p className="muted">Trả lời các điểm chặn ở phần rà soát để khởi chạy được.</p>}
          <Button type="primary" size="large" block disabled={!ready} onClick={() => setConfirming(true)}>
            Khởi chạy kế hoạch
          </Button>
        </aside>
      </div>
      {confirming && preview.data && (
        <Dialog
          title={form.real ? 'Khởi chạy kế hoạch' : 'Khởi chạy diễn tập'}
          act={form.real ? 'Khởi chạy kế hoạch' : 'Khởi chạy diễn tập'}
          busy={launch.isPending}
          error={launch.error}
          onAct={() => launch.mutate()}
          onClose={() => setConfirming(false)}
        >
          <p>
            <strong>{sentence(preview.data.sentence)}</strong>
          </p>
          <p className="muted">
            {form.real
              ? 'Thư gửi đến người thật theo danh bạ đã chọn. Kế hoạch đã khởi chạy thì không đưa về dự thảo được; có thể tạm dừng hoặc kết thúc.'
              : 'Là diễn tập: đồng hồ riêng, thư chỉ vào hộp thư thử, mọi nơi ghi rõ DIỄN TẬP.'}
          </p>
        </Dialog>
      )}
    </main>
  );
}

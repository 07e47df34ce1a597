import type { PlanView } from '@don-doc/contracts/http';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, NavLink } from 'react-router';
import { apiPrefix } from '../api/prefix.js';
import { followsMachinery, isGuest, useMe } from '../app/session.js';
import { formatDate, formatInstant, inSentence } from '../format.js';
import { planStatusWords } from '../words.js';

const EventDialog = lazy(() => import('../dialogs/event-dialog.js'));
const PlanActDialog = lazy(() => import('../dialogs/plan-act-dialog.js'));

export type PlanAct = 'suspend' | 'resume' | 'close';

/** The head of the plan as it was issued, and beside it, in our words, how it stands and what may be done with it. */
export function PlanHead({ plan }: { readonly plan: PlanView }) {
  const me = useMe();
  const [open, setOpen] = useState<PlanAct | 'event' | null>(null);
  const may = (act: PlanView['commands'][number]) => plan.commands.includes(act);
  const close = () => setOpen(null);
  const open_ = plan.counts.findingsBlocking + plan.counts.findingsCaution;

  return (
    <header className="plan-head sheet">
      <div className="plan-head-issued quoted">
        <div className="plan-head-line">
          <span>{plan.issuer}</span>
          {plan.code ? <span>Số: {plan.code}</span> : <span className="unquoted muted">chưa có số</span>}
          {plan.issuedOn ? <span>ngày {formatDate(plan.issuedOn)}</span> : <span>{plan.dateText}</span>}
        </div>
        <h1 className="plan-title">
          <span className="plan-kind">Kế hoạch</span> {plan.title}
        </h1>
        {plan.signer && (
          <div className="plan-signer">
            {plan.signerTitle} {plan.signer}
          </div>
        )}
      </div>

      <div className="plan-head-ours">
        <div className="line">
          {plan.rehearsal && <span className="tag tag-rehearsal">DIỄN TẬP</span>}
          <strong>{planStatusWords[plan.status]}</strong>
          {plan.launchedAt && <span className="muted">khởi chạy {formatInstant(plan.launchedAt)}</span>}
        </div>
        <EventLine plan={plan} />
        <div className="line acts">
          {may('launch') && (
            <Link className="act-primary" to={`/ke-hoach/${plan.id}/khoi-chay`}>
              Khởi chạy kế hoạch
            </Link>
          )}
          {may('event') && <Button onClick={() => setOpen('event')}>Ghi sự kiện sắp xếp</Button>}
          {may('suspend') && <Button onClick={() => setOpen('suspend')}>Tạm dừng</Button>}
          {may('resume') && (
            <Button type="primary" onClick={() => setOpen('resume')}>
              Tiếp tục kế hoạch
            </Button>
          )}
          {may('close') && <Button onClick={() => setOpen('close')}>Kết thúc kế hoạch</Button>}
        </div>
        <nav className="line plan-links" aria-label="Trang của kế hoạch">
          <NavLink end to={`/ke-hoach/${plan.id}`}>
            Phụ lục
          </NavLink>
          {!isGuest(me) && (
            <NavLink to={`/ke-hoach/${plan.id}/ra-soat`}>
              Rà soát{plan.status === 'draft' && open_ > 0 ? ` (${open_})` : ''}
            </NavLink>
          )}
          {plan.status !== 'draft' && !isGuest(me) && <NavLink to={`/ke-hoach/${plan.id}/nhac-viec`}>Lời nhắc</NavLink>}
          {plan.status !== 'draft' && !isGuest(me) && (
            <NavLink to={`/ke-hoach/${plan.id}/dieu-chinh`}>Điều chỉnh, bổ sung</NavLink>
          )}
          {plan.status !== 'draft' && followsMachinery(me) && (
            <NavLink to={`/ke-hoach/${plan.id}/luong-xu-ly`}>Luồng xử lý</NavLink>
          )}
          <a href={`${apiPrefix}/plans/${plan.id}/export.xlsx`} download>
            Xuất Excel
          </a>
        </nav>
      </div>

      <Suspense fallback={null}>
        {open === 'event' && <EventDialog plan={plan} onClose={close} />}
        {open && open !== 'event' && <PlanActDialog plan={plan} act={open} onClose={close} />}
      </Suspense>
    </header>
  );
}

function EventLine({ plan: { event, status } }: { readonly plan: PlanView }) {
  if (status === 'draft') return null;
  const words = {
    unknown: 'chưa có ngày',
    expected: `dự kiến ${event.on ? formatDate(event.on) : ''}`,
    confirmed: `đã xác nhận ${event.on ? formatDate(event.on) : ''}`,
    revoked: 'đã hủy xác nhận, chờ ngày mới',
  }[event.state];
  return (
    <div className="event-line">
      <svg width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
        <path
          d="M7 1 13 7 7 13 1 7Z"
          fill={event.state === 'confirmed' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.6"
        />
      </svg>
      <span>
        Sự kiện {inSentence(event.label)}: <strong>{words}</strong>
      </span>
    </div>
  );
}

import type { AlarmView, AssignmentView, RowDetail } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlan } from '../app/plan-frame.js';
import { isOfUnit, useMe } from '../app/session.js';
import { rowQuery, rowsQuery } from '../api/queries.js';
import { formatExact, formatInstant, formatNumber } from '../format.js';
import { Due, rowWords } from '../plan/appendix-row.js';
import { dueWords, markOfRow } from '../plan/due.js';
import { newestFirst } from '../ui/newest-first.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { Status } from '../ui/status.js';
import { severityWords } from '../words.js';
import { AlarmList } from './alarm-list.js';
import { AssignmentCard } from './assignment-card.js';

export function RowTitle({ rowId }: { readonly rowId: string }) {
  const { plan } = usePlan();
  const rows = useQuery(rowsQuery(plan.id));
  const row = rows.data?.find(({ id }) => id === rowId);
  return <>{row ? `${row.parentNo === null ? 'Nhiệm vụ' : 'Việc'} ${row.no}` : 'Nhiệm vụ'}</>;
}

/** Everything about one row: its words, its deadline and why, whose it is, what was and will be said, what happened. */
export function RowDetailView({ rowId }: { readonly rowId: string }) {
  const { plan } = usePlan();
  const query = useQuery(rowQuery(plan.id, rowId));
  return (
    <QueryGate query={query} skeleton={<RowSkeleton />}>
      {(row) => <Detail row={row} />}
    </QueryGate>
  );
}

function Detail({ row }: { readonly row: RowDetail }) {
  const { plan, clock } = usePlan();
  const me = useMe();
  const own = row.assignments.filter(({ unitId }) => unitId === me.unitId);
  const others = row.assignments.filter(({ unitId }) => unitId !== me.unitId).toSorted((a, b) => turnOf(a) - turnOf(b));
  const ofUnit = isOfUnit(me);
  // A unit reads what is said to it; the Office all that is said.
  const toMe = ({ unitId }: AlarmView) => !ofUnit || unitId === null || unitId === me.unitId;
  const due = dueWords(row, plan.event, plan.status, clock.day);
  const draft = plan.status === 'draft';

  return (
    <article className="row-detail">
      <p className="quoted row-words">{row.content}</p>
      <dl className="facts row-issued">
        <dt>Chủ trì</dt>
        <dd className="quoted">{row.leadText || '–'}</dd>
        <dt>Phối hợp</dt>
        <dd className="quoted">{row.coordinatorText || '–'}</dd>
        <dt>Thời gian</dt>
        <dd className="quoted">{row.timeText}</dd>
      </dl>

      <section>
        <div className="spread">
          {draft ? (
            <span className="muted">Chưa khởi chạy</span>
          ) : (
            <Status mark={markOfRow(row)} words={rowWords(row)} />
          )}
        </div>
        <Due due={due} lateFrom={row.window.lateFrom} />
        {row.window.derivation.length > 0 && (
          <details className="derivation">
            <summary>Thời hạn được tính như thế nào</summary>
            <ol>
              {row.window.derivation.map((step, index) => (
                <li key={`${step.rule}${index}`}>{step.text}</li>
              ))}
            </ol>
          </details>
        )}
      </section>

      {row.assignments.length > 0 && (
        <section>
          <h2>
            {row.assignments.length === 1
              ? 'Đơn vị thực hiện'
              : `Đơn vị thực hiện, ${row.assignmentsDone}/${row.assignmentsTotal} đã xong`}
          </h2>
          <ul className="assignments">
            {own.map((assignment) => (
              <AssignmentCard key={assignment.id} assignment={assignment} row={row} isOwn />
            ))}
            {!ofUnit &&
              others.map((assignment) => (
                <AssignmentCard key={assignment.id} assignment={assignment} row={row} isOwn={false} />
              ))}
          </ul>
          {ofUnit && others.length > 0 && (
            <details>
              <summary>Các đơn vị khác ({others.length})</summary>
              <ul className="assignments">
                {others.map((assignment) => (
                  <AssignmentCard key={assignment.id} assignment={assignment} row={row} isOwn={false} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}

      {!draft && (
        <section>
          <h2>Lời nhắc sẽ gửi</h2>
          <AlarmList
            alarms={row.planned.filter(toMe)}
            empty="Không còn lời nhắc nào cho dòng này, theo những gì đã biết đến nay."
          />
        </section>
      )}
      {row.recorded.some(toMe) && (
        <section>
          <h2>Lời nhắc đã ghi</h2>
          <AlarmList alarms={newestFirst(row.recorded.filter(toMe))} empty="" />
        </section>
      )}
      {row.findingsList.length > 0 && (
        <section>
          <h2>Điểm rà soát</h2>
          <ul className="stack">
            {row.findingsList.map(({ code, severity, message }) => (
              <li key={code}>
                <span className="tag">{severityWords[severity] ?? severity}</span> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {row.history.length > 0 && (
        <section>
          <h2>Lịch sử</h2>
          <History entries={row.history} />
        </section>
      )}
      <section className="small muted row-foot">
        {row.places.map(({ label }) => (
          <div key={label}>Vị trí trong văn bản: {label}</div>
        ))}
        {row.workflow && (
          <div>
            Luồng xử lý <code>{row.workflow.workflowId}</code>: {workflowState(row.workflow.state)}
            {row.workflow.nextWakeAt && (
              <>
                , lần xét kế tiếp{plan.rehearsal ? ' (giờ thật)' : ''}{' '}
                <time title={formatExact(row.workflow.nextWakeAt)}>{formatInstant(row.workflow.nextWakeAt)}</time>
              </>
            )}
          </div>
        )}
      </section>
    </article>
  );
}

const RECENT = 8;

function History({ entries }: { readonly entries: RowDetail['history'] }) {
  const [all, setAll] = useState(false);
  const sorted = newestFirst(entries);
  return (
    <>
      <ol className="history">
        {(all ? sorted : sorted.slice(0, RECENT)).map(({ id, at, byName, text }) => (
          <li key={id}>
            <time dateTime={at} title={formatExact(at)} className="muted">
              {formatInstant(at)}
            </time>
            <span>
              {text}
              {byName && <span className="muted">, {byName}</span>}
            </span>
          </li>
        ))}
      </ol>
      {entries.length > RECENT && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem thêm ${formatNumber(entries.length - RECENT)} mục`}
        </button>
      )}
    </>
  );
}

/** What waits for somebody comes first; what is over comes last. */
const turns: readonly AssignmentView['state'][] = [
  'submitted',
  'returned',
  'open',
  'waiting',
  'accepted',
  'not-arisen',
  'withdrawn',
];
const turnOf = ({ state }: AssignmentView): number => turns.indexOf(state);

const states: Readonly<Record<string, string>> = {
  RUNNING: 'đang chạy',
  COMPLETED: 'đã kết thúc',
  FAILED: 'gặp lỗi',
  TERMINATED: 'bị dừng',
  CANCELLED: 'đã hủy',
  CONTINUED_AS_NEW: 'đang chạy tiếp',
  TIMED_OUT: 'quá thời gian',
};
export const workflowState = (state: string): string => states[state.toUpperCase()] ?? state;

const RowSkeleton = () => (
  <div className="stack">
    <Bone height={88} />
    <Bone height={70} />
    <Bone height={56} />
    <Bone height={120} />
    <Bone height={120} />
  </div>
);

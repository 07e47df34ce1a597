import type { AssignmentView, PlanSummary, RowView } from '@don-doc/contracts/http';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../app/session.js';
import { plansQuery, rowsQuery } from '../api/queries.js';
import { formatDate, formatMonth, formatNumber, sentence, workingDaysWords } from '../format.js';
import { markOfAssignment, wordsOfAssignment } from '../plan/due.js';
import { Notice } from '../ui/notice.js';
import { PageSkeleton } from '../ui/skeleton.js';
import { Status } from '../ui/status.js';
import { commandWords } from '../words.js';
import { primaryOf } from '../row/assignment-card.js';

interface Work {
  readonly plan: PlanSummary;
  readonly row: RowView;
  readonly assignment: AssignmentView;
}

/** What one unit has to do, over all running plans, the most pressing first; a card leads to the one act. */
export function MyWorkPage() {
  const me = useMe();
  const [all, setAll] = useState(false);
  const plans = useQuery(plansQuery());
  const running = (plans.data ?? []).filter(({ status }) => status === 'running' || status === 'suspended');
  const reads = useQueries({ queries: running.map(({ id }) => rowsQuery(id)) });
  if (plans.isPending || reads.some(({ isPending }) => isPending)) return <PageSkeleton />;

  const work: Work[] = running.flatMap((plan, index) =>
    (reads[index]?.data ?? []).flatMap((row) =>
      row.assignments.filter(({ unitId }) => unitId === me.unitId).map((assignment) => ({ plan, row, assignment })),
    ),
  );
  const open = work.filter(({ assignment: { state } }) => state === 'open' || state === 'returned');
  const rest = work.filter(({ assignment: { state } }) => state !== 'open' && state !== 'returned');
  const pressing = open.toSorted((a, b) => leftOf(a) - leftOf(b));

  return (
    <main id="noi-dung" className="narrow stack">
      <div>
        <h1>Việc của tôi</h1>
        <p className="muted">
          {me.unitName ?? 'Chưa gắn với đơn vị nào'}
          {open.length > 0 && `, ${formatNumber(open.length)} việc đang thực hiện`}
        </p>
      </div>
      {pressing.length === 0 && (
        <Notice title="Không có việc nào đang thực hiện">
          {rest.length > 0
            ? 'Các việc đã gửi, đã xong hoặc chưa đến thời điểm ở bên dưới.'
            : 'Khi kế hoạch khởi chạy, việc giao cho đơn vị hiện ở đây.'}
        </Notice>
      )}
      <ul className="my-work">
        {pressing.map((item) => (
          <WorkCard key={item.assignment.id} {...item} />
        ))}
      </ul>
      {rest.length > 0 && (
        <div className="stack">
          <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Ẩn các việc khác' : `Việc đã gửi, đã xong, chưa đến thời điểm (${formatNumber(rest.length)})`}
          </button>
          {all && (
            <ul className="my-work">
              {rest.map((item) => (
                <WorkCard key={item.assignment.id} {...item} />
              ))}
            </ul>
          )}
        </div>
      )}
    </main>
  );
}

const leftOf = ({ assignment }: Work): number => assignment.workingDaysLeft ?? Number.MAX_SAFE_INTEGER;

function WorkCard({ plan, row, assignment }: Work) {
  const primary = primaryOf(assignment.commands);
  const period = assignment.periods.find(({ state }) => state === 'missed' || state === 'open');
  const last = period?.lastDay ?? row.window.lastDay;
  const isAtWork = assignment.state === 'open' || assignment.state === 'returned';
  return (
    <li className="sheet work-card">
      <div className="spread">
        <Status mark={markOfAssignment(assignment)} words={wordsOfAssignment(assignment)} />
        {plan.rehearsal && <span className="tag tag-rehearsal">DIỄN TẬP</span>}
      </div>
      <p className="quoted work-what">
        <b>{row.no}</b> {row.content}
      </p>
      <div className="small">
        {period && `Kỳ ${formatMonth(period.period)}, `}
        {last ? `${period ? 'hạn' : 'Hạn'} cuối ${formatDate(last)}` : row.timeText}
        {isAtWork && assignment.workingDaysLeft !== null && (
          <strong className={assignment.workingDaysLeft < 0 ? 'status-overdue' : ''}>
            . {sentence(workingDaysWords(assignment.workingDaysLeft))}
          </strong>
        )}
      </div>
      {assignment.note && assignment.state === 'returned' && <div className="assignment-note">{assignment.note}</div>}
      <Link className={primary ? 'act-primary' : 'act-plain'} to={`/ke-hoach/${plan.id}/dong/${row.id}`}>
        {primary && isAtWork ? commandWords[primary] : 'Xem chi tiết'}
      </Link>
    </li>
  );
}

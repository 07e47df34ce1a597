import type { PlanView, TodayItem } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { todayQuery } from '../api/queries.js';
import { formatDate, formatMonth, formatExact, civilOf, formatNumber, sentence, workingDaysWords } from '../format.js';
import { copyText } from '../ui/copy.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { Shape } from '../ui/shape.js';

const RemindDialog = lazy(() => import('../dialogs/remind-dialog.js'));
const SHORT = 6;
const isLate = ({ bucket }: TodayItem): boolean => bucket === 'overdue';

/** What the Office has to urge today, the gravest first, each with its act; and all of it as one text for a chat. */
export function TodayPanel({ plan }: { readonly plan: PlanView }) {
  const query = useQuery(todayQuery(plan.id));
  const { message } = App.useApp();
  const [all, setAll] = useState(false);
  const [reminding, setReminding] = useState<TodayItem | null>(null);

  return (
    <section className="today sheet" aria-labelledby="hom-nay">
      <QueryGate query={query} skeleton={<TodaySkeleton />}>
        {({ items, chatText }) => {
          const sorted = items.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft);
          const shown = all ? sorted : sorted.slice(0, SHORT);
          const late = items.filter(isLate).length;
          return (
            <>
              <div className="today-head">
                <h2 id="hom-nay">Cần đôn đốc hôm nay</h2>
                {items.length > 0 && (
                  <span className="muted">
                    {formatNumber(items.length)} việc{late > 0 && `, ${formatNumber(late)} quá hạn`}
                  </span>
                )}
                <span className="grow" />
                {items.length > 0 && (
                  <Button
                    onClick={() =>
                      void copyText(chatText).then((copied) =>
                        copied
                          ? message.info('Đã sao chép nội dung nhắn.')
                          : message.warning('Trình duyệt không cho sao chép. Mở từng việc để chép tay.'),
                      )
                    }
                  >
                    Sao chép nội dung nhắn
                  </Button>
                )}
              </div>
              {items.length === 0 ? (
                <p className="today-none muted">
                  Không có việc nào đến hạn, quá hạn trong hôm nay. Lời nhắc theo kế hoạch vẫn tự gửi lúc 08:00 ngày làm
                  việc.
                </p>
              ) : (
                <ul className="today-list">
                  {shown.map((item) => (
                    <li key={`${item.assignmentId}${item.period ?? ''}`} className="today-item">
                      <span className={isLate(item) ? 'status-overdue today-left' : 'status-due-soon today-left'}>
                        <Shape mark={isLate(item) ? 'overdue' : 'due-soon'} />
                        {isLate(item) && item.workingDaysLeft >= 0
                          ? 'Quá hạn'
                          : sentence(workingDaysWords(item.workingDaysLeft))}
                      </span>
                      <Link className="today-what" to={`/ke-hoach/${plan.id}/dong/${item.rowId}`} title={item.content}>
                        <b className="quoted">{item.rowNo}</b> <span className="quoted">{item.content}</span>
                      </Link>
                      <span className="today-who">
                        {item.unitName}
                        {item.headName && <span className="muted"> · {item.headName}</span>}
                        {item.period && <span className="muted"> · kỳ {formatMonth(item.period)}</span>}
                      </span>
                      <span className="today-last muted small">
                        {item.lastRemindedAt && (
                          <span title={formatExact(item.lastRemindedAt)}>
                            đã nhắc {formatDate(civilOf(item.lastRemindedAt))}
                          </span>
                        )}
                      </span>
                      {item.remindedToday ? (
                        <span className="muted small today-act">Đã đôn đốc hôm nay</span>
                      ) : (
                        <Button size="small" className="today-act" onClick={() => setReminding(item)}>
                          Đôn đốc ngay
                          <span className="sr">
                            {' '}
                            {item.unitName}, nhiệm vụ {item.rowNo}
                          </span>
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {items.length > SHORT && (
                <button
                  type="button"
                  className="link-button today-more"
                  aria-expanded={all}
                  onClick={() => setAll(!all)}
                >
                  {all ? 'Thu gọn' : `Xem thêm ${formatNumber(items.length - SHORT)} việc`}
                </button>
              )}
            </>
          );
        }}
      </QueryGate>
      {reminding && (
        <Suspense fallback={null}>
          <RemindDialog item={reminding} planId={plan.id} onClose={() => setReminding(null)} />
        </Suspense>
      )}
    </section>
  );
}

function TodaySkeleton() {
  return (
    <>
      <div className="today-head">
        <h2 id="hom-nay">Cần đôn đốc hôm nay</h2>
      </div>
      <ul className="today-list">
        {Array.from({ length: SHORT }, (_, index) => (
          <li key={index} className="today-item">
            <Bone width={150} />
            <Bone />
            <Bone width={200} />
          </li>
        ))}
      </ul>
    </>
  );
}

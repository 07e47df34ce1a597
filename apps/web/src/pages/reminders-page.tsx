import type { AlarmView } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePlan } from '../app/plan-frame.js';
import { alarmsQuery } from '../api/queries.js';
import {
  civilOf,
  formatDate,
  formatExact,
  formatMonth,
  formatNumber,
  weekdayOf,
  sentence,
  formatInstant,
} from '../format.js';
import { PlanPageHead } from '../plan/plan-page-head.js';
import { receivers } from '../row/alarm-list.js';
import { groupAlarms } from '../row/group-alarms.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { alarmStateWords, withPeriod } from '../words.js';

type View = 'planned' | 'recorded';

/** What will be said, and what was: by day, as the digests go out. */
export default function RemindersPage() {
  const { plan } = usePlan();
  const query = useQuery(alarmsQuery(plan.id));
  const [view, setView] = useState<View>('planned');
  return (
    <main id="noi-dung" className="narrow stack">
      <PlanPageHead title="Lời nhắc" plan={plan} />
      <p className="muted">
        Mỗi người nhận một thư tổng hợp lúc 08:00 ngày làm việc; hộp thư nhắc việc có ngay khi phát sinh.
      </p>
      <QueryGate
        query={query}
        skeleton={
          <div className="stack">
            {Array.from({ length: 8 }, (_, index) => (
              <Bone key={index} height={40} />
            ))}
          </div>
        }
      >
        {(alarms) => {
          const planned = alarms.filter(({ state }) => state === 'planned');
          const recorded = alarms.filter(({ state }) => state !== 'planned');
          const shown =
            view === 'planned'
              ? planned.toSorted((a, b) => a.at.localeCompare(b.at))
              : recorded.toSorted((a, b) => b.at.localeCompare(a.at));
          return (
            <>
              <div className="choice" role="group" aria-label="Loại lời nhắc">
                <button type="button" aria-pressed={view === 'planned'} onClick={() => setView('planned')}>
                  Sẽ gửi ({formatNumber(planned.length)})
                </button>
                <button type="button" aria-pressed={view === 'recorded'} onClick={() => setView('recorded')}>
                  Đã ghi ({formatNumber(recorded.length)})
                </button>
              </div>
              {shown.length === 0 ? (
                <Notice title={view === 'planned' ? 'Không còn lời nhắc nào sẽ gửi' : 'Chưa có lời nhắc nào được ghi'}>
                  {view === 'planned'
                    ? 'Theo những gì đã biết đến nay. Sự kiện, thời hạn mới sẽ thêm lời nhắc.'
                    : 'Lời nhắc đầu tiên được ghi khi việc mở.'}
                </Notice>
              ) : (
                <Days planId={plan.id} alarms={shown} />
              )}
            </>
          );
        }}
      </QueryGate>
    </main>
  );
}

const STEP = 12;

function Days({ planId, alarms }: { readonly planId: string; readonly alarms: readonly AlarmView[] }) {
  const [count, setCount] = useState(STEP);
  const days = new Map<string, AlarmView[]>();
  for (const alarm of alarms) {
    const day = civilOf(alarm.at);
    days.set(day, [...(days.get(day) ?? []), alarm]);
  }
  const listed = [...days];
  return (
    <>
      {listed.slice(0, count).map(([day, of]) => (
        <section key={day} className="sheet day">
          <h2>
            {sentence(weekdayOf(day))}, {formatDate(day)}{' '}
            <span className="muted small">{formatNumber(of.length)} lời nhắc</span>
          </h2>
          <ul className="alarms">
            {groupAlarms(of).map(({ first, unitNames }) => (
              <li key={first.id}>
                <time dateTime={first.at} title={formatExact(first.at)}>
                  {formatInstant(first.at).slice(0, 5)}
                </time>
                <span>
                  {first.rowId && first.rowNo ? (
                    <Link to={`/ke-hoach/${planId}/dong/${first.rowId}`}>Dòng {first.rowNo}</Link>
                  ) : null}{' '}
                  {withPeriod(first.ruleText, first.period && formatMonth(first.period))}
                  <span className="muted"> · {receivers(first)}</span>
                  {unitNames.length > 0 && (
                    <span className="small muted units-of">
                      {unitNames.length > 1 && `${formatNumber(unitNames.length)} đơn vị: `}
                      {unitNames.join('; ')}
                    </span>
                  )}
                </span>
                <span className="muted small nowrap">{alarmStateWords[first.state] ?? first.state}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {listed.length > count && (
        <button type="button" className="link-button" onClick={() => setCount(count + STEP)}>
          Xem thêm {formatNumber(Math.min(STEP, listed.length - count))} ngày
        </button>
      )}
    </>
  );
}

import type { PlanView } from '@don-doc/contracts/http';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, Outlet, useOutletContext, useParams } from 'react-router';
import { usePlanStream, type LiveState } from '../api/live.js';
import { wordsOf } from '../api/problem.js';
import { planKey, planQuery } from '../api/queries.js';
import { RehearsalBand } from '../clock/rehearsal-band.js';
import { usePlanClock, type PlanClock } from '../clock/use-plan-clock.js';
import { Notice } from '../ui/notice.js';
import { PageSkeleton } from '../ui/skeleton.js';

interface PlanContext {
  readonly plan: PlanView;
  readonly clock: PlanClock;
  readonly live: LiveState;
}
export const usePlan = (): PlanContext => useOutletContext<PlanContext>();

/** All pages of a plan: its stream, its clock, and the rehearsal's band above whatever page it is. */
export function PlanFrame() {
  const { planId = '' } = useParams();
  const plan = useQuery(planQuery(planId));
  if (plan.data) return <Frame key={planId} plan={plan.data} readAt={plan.dataUpdatedAt} />;
  if (plan.isPending) return <PageSkeleton />;
  return (
    <main id="noi-dung" className="narrow stack">
      <h1>Chưa mở được kế hoạch</h1>
      <Notice tone="wrong" title={wordsOf(plan.error)}>
        Đường dẫn: {planId}
      </Notice>
      <div className="line">
        <Button type="primary" loading={plan.isFetching} onClick={() => void plan.refetch()}>
          Thử lại
        </Button>
        <Link to="/ke-hoach">Về danh sách kế hoạch</Link>
      </div>
    </main>
  );
}

function Frame({ plan, readAt }: { readonly plan: PlanView; readonly readAt: number }) {
  const live = usePlanStream(plan.id);
  const clock = usePlanClock(plan.clock, readAt);
  const client = useQueryClient();

  // A new day changes words ("còn 3 ngày") although no fact changed, so no message comes.
  const seenDay = useRef(clock.day);
  useEffect(() => {
    if (seenDay.current === clock.day) return;
    seenDay.current = clock.day;
    void client.invalidateQueries({ queryKey: planKey(plan.id) });
  }, [client, plan.id, clock.day]);

  const context: PlanContext = { plan, clock, live };
  return (
    <>
      {plan.rehearsal && <RehearsalBand plan={plan} clock={clock} live={live} />}
      {!plan.rehearsal && live === 'lost' && <LostBand />}
      <Outlet context={context} />
    </>
  );
}

function LostBand() {
  return (
    <div className="band-row" role="status">
      <span className="live lost">Mất kết nối, đang nối lại. Nội dung đang xem là lần đọc gần nhất.</span>
    </div>
  );
}

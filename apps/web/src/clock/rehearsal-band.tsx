import type { PlanView } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import type { LiveState } from '../api/live.js';
import { wordsOf } from '../api/problem.js';
import { planKey, planQuery } from '../api/queries.js';
import { formatClock, formatExact, formatInstant } from '../format.js';
import type { PlanClock } from './use-plan-clock.js';
import { rehearsalRates, type Clock } from './virtual-clock.js';

const JumpDialog = lazy(() => import('../dialogs/jump-dialog.js'));

type Act = { act: 'pause' } | { act: 'rate'; rate: number } | { act: 'jump-to-next-alarm' };

/** Above every page of a rehearsal: that it is one, what its clock shows, and the clock's controls. */
export function RehearsalBand({
  plan,
  clock,
  live,
}: {
  readonly plan: PlanView;
  readonly clock: PlanClock;
  readonly live: LiveState;
}) {
  const client = useQueryClient();
  const [jumping, setJumping] = useState(false);
  const reading = plan.clock;
  const act = useMutation({
    mutationFn: (body: Act) => post<Clock>(`/plans/${plan.id}/clock`, { ...body, commandId: newCommandId() }),
    onSuccess: (read) => {
      client.setQueryData(planQuery(plan.id).queryKey, (old) => (old ? { ...old, clock: read } : old));
      void client.invalidateQueries({ queryKey: planKey(plan.id) });
    },
  });
  const mayTurn = plan.commands.includes('clock');
  const doing = act.isPending ? act.variables : null;

  return (
    <section className="band" aria-label="Diễn tập">
      <div className="band-row">
        <span className="band-name">DIỄN TẬP</span>
        <RunningClock clock={clock} paused={reading?.paused ?? true} />
        {mayTurn && reading && (
          <>
            <div className="rates" role="group" aria-label="Tốc độ đồng hồ diễn tập">
              <button
                type="button"
                aria-pressed={reading.paused}
                disabled={act.isPending}
                onClick={() => !reading.paused && act.mutate({ act: 'pause' })}
              >
                Tạm dừng
              </button>
              {rehearsalRates.map(({ rate, label }) => {
                const on = !reading.paused && Math.abs(reading.rate - rate) < 1;
                return (
                  <button
                    key={rate}
                    type="button"
                    aria-pressed={on}
                    disabled={act.isPending}
                    onClick={() => !on && act.mutate({ act: 'rate', rate })}
                  >
                    {label}
                  </button>
                );
              })}
            </div>
            <div className="line">
              <Button
                size="small"
                loading={doing?.act === 'jump-to-next-alarm'}
                disabled={!reading.nextAlarmAt}
                title={reading.nextAlarmAt ? formatExact(reading.nextAlarmAt) : 'Không còn lời nhắc nào'}
                onClick={() => act.mutate({ act: 'jump-to-next-alarm' })}
              >
                {reading.nextAlarmAt
                  ? `Đến lời nhắc kế tiếp, ${formatInstant(reading.nextAlarmAt)}`
                  : 'Không còn lời nhắc'}
              </Button>
              <Button size="small" onClick={() => setJumping(true)}>
                Đến thời điểm khác
              </Button>
            </div>
          </>
        )}
        <span className="small muted band-note">Thư chỉ gửi vào hộp thư thử, không đến đơn vị.</span>
        {live === 'lost' && (
          <span className="live lost" role="status">
            Mất kết nối, đang nối lại
          </span>
        )}
        {act.error && (
          <span role="alert" className="small">
            {wordsOf(act.error)}
          </span>
        )}
      </div>
      {jumping && (
        <Suspense fallback={null}>
          <JumpDialog planId={plan.id} now={clock.now()} onClose={() => setJumping(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** The running clock writes its own text: nothing else on the page renders with it. */
function RunningClock({ clock, paused }: { readonly clock: PlanClock; readonly paused: boolean }) {
  const day = useRef<HTMLSpanElement>(null);
  const hour = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = () => {
      const at = clock.now();
      if (at === null) return;
      const shown = formatClock(at);
      if (day.current) day.current.textContent = shown.day;
      if (hour.current) hour.current.textContent = shown.time;
    };
    show();
    const timer = setInterval(show, 200);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <span className="band-clock" role="timer" aria-label="Đồng hồ diễn tập">
      <span ref={day} />
      <span ref={hour} className="hour" />
      {paused && <span className="tag">đang dừng</span>}
    </span>
  );
}

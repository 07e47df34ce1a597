import type { ClockView, PlanView } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import type { LiveState } from '../api/live.js';
import { wordsOf } from '../api/problem.js';
import { planKey, planQuery } from '../api/queries.js';
import { civilOf, formatClock, formatDayMonth, formatExact, formatInstant } from '../format.js';
import { usePhone } from '../ui/use-media.js';
import type { PlanClock } from './use-plan-clock.js';
import { rehearsalRates } from './virtual-clock.js';

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
  const phone = usePhone();
  const [unfolded, setUnfolded] = useState(false);
  const band = useRef<HTMLElement>(null);
  const reading = plan.clock;
  const mayTurn = plan.commands.includes('clock') && reading !== null;

  // The table's head sticks below the band, however high the band is.
  useEffect(() => {
    const element = band.current;
    if (!element) return;
    const root = document.documentElement.style;
    const watch = new ResizeObserver(() => root.setProperty('--band-height', `${element.offsetHeight}px`));
    watch.observe(element);
    return () => {
      watch.disconnect();
      root.removeProperty('--band-height');
    };
  }, []);

  return (
    <section ref={band} className="band" aria-label="Diễn tập">
      <div className="band-row">
        <span className="band-name">DIỄN TẬP</span>
        <RunningClock clock={clock} paused={reading?.paused ?? true} />
        {phone && mayTurn && (
          <button
            type="button"
            className="link-button small"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            Đồng hồ
          </button>
        )}
        {mayTurn && (!phone || unfolded) && <Controls planId={plan.id} reading={reading} clock={clock} />}
        {!phone && <span className="small muted band-note">Thư chỉ vào hộp thư thử</span>}
        {live === 'lost' && (
          <span className="live lost" role="status">
            Mất kết nối, đang nối lại
          </span>
        )}
      </div>
    </section>
  );
}

function Controls({
  planId,
  reading,
  clock,
}: {
  readonly planId: string;
  readonly reading: ClockView;
  readonly clock: PlanClock;
}) {
  const client = useQueryClient();
  const [jumping, setJumping] = useState(false);
  const act = useMutation({
    mutationFn: (body: Act) => post<ClockView>(`/plans/${planId}/clock`, { ...body, commandId: newCommandId() }),
    onSuccess: (read) => {
      client.setQueryData(planQuery(planId).queryKey, (old) => (old ? { ...old, clock: read } : old));
      void client.invalidateQueries({ queryKey: planKey(planId) });
    },
  });
  const doing = act.isPending ? act.variables : null;
  const isOn = (rate: number) =>
    doing ? doing.act === 'rate' && doing.rate === rate : !reading.paused && Math.abs(reading.rate - rate) < 1;
  const stands = doing ? doing.act === 'pause' : reading.paused;
  const next = reading.nextAlarmAt;

  return (
    <>
      <div className="rates" role="group" aria-label="Tốc độ đồng hồ diễn tập">
        <button type="button" aria-pressed={stands} onClick={() => !stands && act.mutate({ act: 'pause' })}>
          Tạm dừng
        </button>
        {rehearsalRates.map(({ rate, label }) => (
          <button
            key={rate}
            type="button"
            aria-pressed={isOn(rate)}
            onClick={() => !isOn(rate) && act.mutate({ act: 'rate', rate })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="line">
        <Button
          size="small"
          loading={doing?.act === 'jump-to-next-alarm'}
          disabled={!next}
          title={next ? formatExact(next) : undefined}
          onClick={() => act.mutate({ act: 'jump-to-next-alarm' })}
        >
          {next
            ? `Đến lời nhắc kế tiếp: ${formatInstant(next).slice(0, 5)} ${formatDayMonth(civilOf(next))}`
            : 'Không còn lời nhắc'}
        </Button>
        <Button size="small" onClick={() => setJumping(true)}>
          Đến thời điểm khác
        </Button>
      </div>
      {act.error && (
        <span role="alert" className="small">
          {wordsOf(act.error)}
        </span>
      )}
      {jumping && (
        <Suspense fallback={null}>
          <JumpDialog planId={planId} now={clock.now()} onClose={() => setJumping(false)} />
        </Suspense>
      )}
    </>
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
    <span className="band-clock" role="timer" aria-label="Đồng hồ diễn tập" aria-live="off">
      <span ref={day} className="day-name" />
      <span ref={hour} className="hour" />
      {paused && <span className="tag">đang dừng</span>}
    </span>
  );
}

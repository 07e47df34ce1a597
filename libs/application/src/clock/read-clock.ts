import { planNow } from '@don-doc/domain';
import type { EpochMs } from '@don-doc/domain';
import type { AppContext } from '../context.js';
import { loadTasks } from '../core/load-task.js';
import { loadFrame } from '../core/plan-frame.js';
import { nextAlarmOf } from './change-clock.js';

export interface ClockReading {
  readonly kind: 'real' | 'rehearsal';
  /** On the plan's clock. */
  readonly now: EpochMs;
  readonly rate: number;
  readonly paused: boolean;
  /** Real time at which `now` was read. */
  readonly readAt: EpochMs;
  readonly nextAlarmAt: EpochMs | null;
}

/** The plan's clock as it stands, with the next alarm of any of its tasks. */
export async function readClock(ctx: AppContext, planId: string): Promise<ClockReading> {
  return ctx.db.transaction('REPEATABLE READ', async (em) => {
    const frame = await loadFrame(em, planId);
    const { leaseUntil, segments } = frame.clock;
    const ranOut = leaseUntil !== null && frame.realNow > leaseUntil;
    const rate = ranOut ? 0 : (segments.at(-1)?.rate ?? 1);
    return {
      kind: frame.isRehearsal ? 'rehearsal' : 'real',
      now: planNow(frame.clock, frame.realNow),
      rate,
      paused: rate === 0,
      readAt: frame.realNow,
      nextAlarmAt: frame.status === 'closed' ? null : nextAlarmOf(frame, await loadTasks(em, planId)),
    };
  });
}

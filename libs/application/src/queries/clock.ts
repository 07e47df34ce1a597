import type { ClockView } from '@don-doc/contracts/http';
import type { AppContext } from '../context.js';
import { inSnapshot } from './context.js';
import { loadLaunched, modelsOf, type PlanPicture } from './picture.js';
import { nextPlannedAt } from '../core/planned.js';
import { iso, isoOrNull } from './sql.js';

export function clockOf(picture: PlanPicture): ClockView {
  const { frame } = picture;
  const { segments, leaseUntil } = frame.clock;
  const stopped = leaseUntil !== null && frame.realNow > leaseUntil;
  const rate = !frame.isRehearsal ? 1 : stopped ? 0 : (segments.at(-1)?.rate ?? 0);
  return {
    kind: frame.isRehearsal ? 'rehearsal' : 'real',
    now: iso(picture.now),
    rate,
    paused: rate === 0,
    readAt: iso(frame.realNow),
    nextAlarmAt: frame.status === 'closed' ? null : isoOrNull(nextPlannedAt(frame, modelsOf(picture))),
  };
}

export async function clockView(ctx: AppContext, planId: string): Promise<ClockView> {
  return inSnapshot(ctx, async (sql) => clockOf(await loadLaunched(sql, planId, 'clock')));
}

import type { ClockView } from '@don-doc/contracts/http';
import type { EpochMs } from '@don-doc/domain';
import { DAY_MS } from '../format.js';

export type Clock = ClockView;

/** A reading older or younger than this against the browser's clock means that the two machines' clocks differ. */
const TRUSTED_SKEW_MS = 5_000;

/**
 * What the plan's clock shows at `realNow`, let run on from the last reading.
 * The reading's own real instant is used where the browser's clock agrees with the server's (so that the time the answer
 * was under way counts), else the instant at which the answer came.
 */
export function virtualNow(clock: Clock, receivedAt: EpochMs, realNow: EpochMs): EpochMs {
  const shown = Date.parse(clock.now);
  if (clock.paused) return shown;
  const readAt = Date.parse(clock.readAt);
  const underWay = receivedAt - readAt;
  const since = underWay >= 0 && underWay < TRUSTED_SKEW_MS ? readAt : receivedAt;
  return shown + Math.max(0, realNow - since) * clock.rate;
}

/** The rates offered, in plan seconds a real second, named by the real seconds a day takes. */
export const rehearsalRates: readonly { readonly rate: number; readonly label: string }[] = [30, 10, 2].map(
  (seconds) => ({
    rate: DAY_MS / 1000 / seconds,
    label: `${seconds} giây/ngày`,
  }),
);

export { changeClock, type ChangeClockInput, type ClockAct } from './change-clock.js';
export { keepRehearsalClocks } from './keep-rehearsal-clocks.js';
export { LEASE_SECONDS, lendLease } from './lease.js';

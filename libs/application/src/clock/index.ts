export { changeClock, type ChangeClockInput, type ClockAct } from './change-clock.js';
export { keepRehearsalClocks } from './keep-rehearsal-clocks.js';
export { readClock, type ClockReading } from './read-clock.js';
export { LEASE_SECONDS, lendLease } from './lease.js';

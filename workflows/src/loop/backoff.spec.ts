import { backoffMs } from './backoff.js';

it('waits 1, 2, 4 … 60 s between failures', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((n) => backoffMs(n) / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

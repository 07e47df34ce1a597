const LONGEST_MS = 60_000;

/** The wait after the n-th failure in a row: 1, 2, 4 … 60 s. A poke ends it earlier. */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(failures - 1, 16));
}

import { availableParallelism, totalmem } from 'node:os';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** Three significant digits or one decimal: no bench is truer than that. */
export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : value >= 10 ? Math.round(value * 10) / 10 : Math.round(value * 100) / 100;
}

export function say(line: string): void {
  console.log(line);
}

/** What every figure depends upon. */
export function machine(): string {
  return `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** The last line of every benchmark. */
export function result(figures: { readonly ratio: number } & Readonly<Record<string, unknown>>): void {
  const { ratio, ...others } = figures;
  say(`RESULT ${JSON.stringify({ ratio: rounded(ratio), ...others })}`);
}

/** Waits, looking rarely: the looking must not be what is measured. */
export async function until(what: string, holds: () => Promise<boolean>, everyMs = 100, ms = 60_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not come within ${ms} ms: ${what}`);
    await pause(everyMs);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

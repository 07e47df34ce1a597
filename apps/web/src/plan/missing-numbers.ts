import type { FindingView, RowView } from '@don-doc/contracts/http';

const MISSING = 'NUMBER_MISSING';

/** Order of the plan's own numbers: 2 < 2.1 < 2.10 < 3. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The number a finding says is missing: its row number, else the first number its message names after "số". */
function missingNumber(finding: FindingView): string | null {
  return finding.rowNo ?? /số\s+(\d+(?:\.\d+)*)/.exec(finding.message)?.[1] ?? null;
}

/**
 * Where to say that a number is missing: before which row's number. The plan's own numbering is kept: nothing is invented
 * for the number, nothing hidden.
 */
export function missingBefore(
  rows: readonly RowView[],
  findings: readonly FindingView[],
): ReadonlyMap<string, FindingView & { no: string }> {
  const before = new Map<string, FindingView & { no: string }>();
  const known = new Set(rows.map(({ no }) => no));
  for (const finding of findings) {
    if (finding.code !== MISSING) continue;
    const no = missingNumber(finding);
    if (!no || known.has(no)) continue;
    const next = rows.find((row) => compareNumbers(row.no, no) > 0);
    if (next) before.set(next.id, { ...finding, no });
  }
  return before;
}

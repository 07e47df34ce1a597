import type { Finding, FindingSeverity, PlanDraft } from '../draft/types.js';
import type { FindingContext } from './rule.js';
import { findingRules } from './rules/index.js';

const GRAVITY: Readonly<Record<FindingSeverity, number>> = { blocking: 0, caution: 1, notice: 2 };

/** "2.10" after "2.9": by the numbers' parts, not by letters; what is no number comes last, what concerns no row first. */
function compareNos(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  const [left, right] = [a, b].map((no) =>
    no.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : Infinity)),
  );
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const [x, y] = [left?.[i] ?? -1, right?.[i] ?? -1];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/**
 * Everything odd that can be seen in a draft mechanically: the gravest first, then by number (a missing number has its
 * own). The draft is never changed. The same plan gives the same list from every source, but for places.
 */
export function checkDraft(draft: PlanDraft, context: FindingContext): Finding[] {
  const findings = findingRules.flatMap((rule) =>
    rule.check(draft, context).map((sighting): Finding => {
      const { rowNo, places, message, options } = sighting;
      return {
        code: rule.code,
        severity: rule.severity,
        rowNo,
        place: places[0] ?? null,
        ...(places.length > 1 ? { places } : {}),
        message,
        options: options ?? [],
      };
    }),
  );
  return findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || compareNos(a.rowNo, b.rowNo));
}

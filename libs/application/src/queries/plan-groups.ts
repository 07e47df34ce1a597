import type { PlanDraft } from '@don-doc/domain';
import type { PlanView } from '@don-doc/contracts/http';

/** Names for sets of units that lead rows of a draft, in its order and in its own words, each once. */
export function planGroups(draft: Pick<PlanDraft, 'rows'>): PlanView['groups'] {
  const names = new Map<string, string>();
  for (const lead of draft.rows.flatMap((row) => row.leads))
    if (lead.kind === 'group' && !names.has(lead.code)) names.set(lead.code, lead.text);
  return [...names].map(([code, name]) => ({ code, name }));
}

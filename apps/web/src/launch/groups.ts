import type { PlanView } from '@don-doc/contracts/http';
import type { Group } from './form-state.js';

/** The one group plans of this kind name (libs/plan-document's lexicon), until the plan itself tells its groups. */
const usual: readonly Group[] = [{ code: 'CAC_PHONG_DON_VI', label: 'Các phòng, đơn vị thuộc Sở có liên quan' }];

export function groupsOf(plan: PlanView): readonly Group[] {
  const told: unknown = 'groups' in plan ? plan.groups : null;
  if (!Array.isArray(told)) return usual;
  return told.flatMap((group: unknown): Group[] => {
    if (typeof group !== 'object' || group === null || !('code' in group) || typeof group.code !== 'string') return [];
    const label = 'name' in group && typeof group.name === 'string' ? group.name : group.code;
    return [{ code: group.code, label }];
  });
}

import type { PlanDraft, Finding, UnitLexicon } from '../draft/types.js';
export function checkDraft(_d: PlanDraft, _c: { lexicon: UnitLexicon }): Finding[] { return []; }

import type { Core, Meaning, PhraseKind } from './meaning.js';

const LASTING: readonly PhraseKind[] = [
  'PERIOD',
  'POINT',
  'RANGE',
  'APPROX_POINT',
  'APPROX_PERIOD',
  'DEADLINE_BEFORE',
  'DEADLINE_BY',
];

function ofSpan({ span }: Extract<Core, { form: 'span' }>): PhraseKind {
  if (span.unit === 'range') return 'RANGE';
  if (span.unit === 'week') return 'APPROX_PERIOD';
  if (span.part !== undefined)
    return span.unit === 'quarter' || span.part.endsWith('ten') ? 'APPROX_PERIOD' : 'APPROX_POINT';
  return span.unit === 'day' ? 'POINT' : 'PERIOD';
}

/** The family of a meaning, by the customer's names. */
export function kindOf({ core }: Meaning): PhraseKind {
  switch (core.form) {
    case 'span':
      return ofSpan(core);
    case 'limit':
      return `${core.time === undefined ? 'DEADLINE' : 'DATETIME'}_${core.strict ? 'BEFORE' : 'BY'}`;
    case 'from':
      return core.milestone === undefined ? 'OPEN_FROM' : 'RANGE_OPEN';
    case 'ongoing':
      return core.until === undefined ? 'ONGOING' : 'ONGOING_UNTIL_DATE';
    case 'from-until-event':
      return 'FROM_UNTIL_EVENT';
    case 'during':
      return core.endImplied ? 'DURING_PROCESS' : 'ONGOING_UNTIL_EVENT';
    case 'until-event':
      return 'ONGOING_UNTIL_EVENT';
    case 'after-event':
      return core.immediate ? 'AFTER_EVENT_IMMEDIATE' : 'AFTER_EVENT';
    case 'from-event':
      return core.anchor.code === 'DOC_ISSUED' || core.anchor.code === 'PLAN_ISSUED' ? 'OPEN_FROM' : 'OPEN_FROM_EVENT';
    case 'before-event':
      return 'BEFORE_EVENT';
    case 'offset':
      return core.offset.amount < 0 ? 'OFFSET_BEFORE_EVENT' : 'OFFSET_AFTER_EVENT';
    case 'offset-from-date':
      return 'OFFSET_AFTER_EVENT';
    case 'recurring-offset':
      return 'RECURRING_OFFSET';
    case 'recurring':
      return core.rule.day === undefined ? 'RECURRING' : 'RECURRING_DEADLINE';
    case 'report-window':
      return 'REPORT_WINDOW';
    case 'on-demand':
      return 'ON_DEMAND';
    case 'reference':
      return 'BY_REFERENCE';
    case 'vague':
      return 'VAGUE';
    case 'empty':
      return 'EMPTY';
    case 'parts':
      return ofParts(core.parts);
    case 'fragment':
      return 'FRAGMENT';
    case 'invalid':
      return 'INVALID';
    case 'unreadable':
      return 'UNREADABLE';
  }
}

/** Several days of their own are milestones; one day and what goes on beside it, a composite; several returning days, one rule in parts. */
function ofParts(parts: readonly Meaning[]): PhraseKind {
  const kinds = parts.map(kindOf);
  if (kinds.every((kind) => kind === 'RECURRING_DEADLINE')) return 'RECURRING_DEADLINE';
  return kinds.filter((kind) => LASTING.includes(kind)).length >= 2 ? 'MILESTONES' : 'COMPOSITE';
}

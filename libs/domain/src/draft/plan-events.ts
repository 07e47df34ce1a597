import { readPhraseInFull, type NamedAnchor } from '../time/phrase-reading.js';
import { labelOf } from '../time/phrases/events.js';
import type { EventName } from '../time/reading.js';
import type { Place, PlanDraft } from './types.js';

/** An event on which rows of a plan hang: what launch asks the days of. */
export interface PlanEvent {
  /** Unique in the plan; what the plan's log, its rows and the page know it by. */
  readonly event: EventName;
  /** The kind of event: REORG_DONE, GUIDANCE_RECEIVED … OTHER where the plan's words name none that is known. */
  readonly code: string;
  /** What a person reads: the kind's name, or the plan's words where the kind is told apart by them. */
  readonly label: string;
  /** The plan's own words, each wording once, in the order of the rows. */
  readonly words: readonly string[];
  readonly rowNos: readonly string[];
  readonly places: readonly Place[];
}

/** The plan's own issue has its date already, and the calendar's periods have theirs. */
const KNOWN_WITHOUT_ASKING = new Set([
  'PLAN_ISSUED',
  'DOC_ISSUED',
  'MONTH_END',
  'QUARTER_END',
  'HALF_END',
  'NINE_MONTHS_END',
  'YEAR_END',
]);

/** The beginning of a process that a row names only by its end: the day of issue is taken for it, and said elsewhere. */
const isUnstatedStart = (anchor: NamedAnchor, all: readonly NamedAnchor[]) =>
  anchor.code === 'REORG_START' && all.some((other) => other.code === 'REORG_DONE');

/** The events that a draft's rows name in their time, in the order of the rows. Pure. */
export function planEvents(draft: Pick<PlanDraft, 'rows' | 'head'>): PlanEvent[] {
  const year = draft.head.year === null ? {} : { year: draft.head.year };
  const found = draft.rows.flatMap((row) => {
    const { anchors } = readPhraseInFull(row.timeText.text, year);
    return anchors
      .filter((anchor) => !KNOWN_WITHOUT_ASKING.has(anchor.code) && !isUnstatedStart(anchor, anchors))
      .map((anchor) => ({ anchor, row }));
  });
  const names = [...new Set(found.map(({ anchor }) => anchor.event))];
  return names.map((event): PlanEvent => {
    const own = found.filter(({ anchor }) => anchor.event === event);
    const first = own[0]!.anchor;
    return {
      event,
      code: first.code,
      label: labelOf(first),
      words: [...new Set(own.map(({ anchor }) => anchor.words))],
      rowNos: [...new Set(own.map(({ row }) => row.no))],
      places: own.flatMap(({ row }) => row.timeText.places.slice(0, 1)),
    };
  });
}

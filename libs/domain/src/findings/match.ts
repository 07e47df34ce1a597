import type { BodyItem, DraftRow, PlanDraft, Quoted } from '../draft/types.js';
import { wordsOf } from '../draft/fold.js';

/** Words in a row that two texts must share for it to mean something. */
const RUN = 3;
/** A run in this many rows is the plan's idiom ("các phòng, đơn vị"), not the mark of one duty. */
const IDIOM = 3;
/** From this part of its own words shared on, a clause and a row speak of one duty. */
const SAME_DUTY = 0.5;

/** Each run of so many words that stand together. */
export function runsOf(words: readonly string[], length = RUN): string[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, i) => words.slice(i, i + length).join(' '));
}

/** Positions of the words that lie in a run which passes the test. */
function positions(runs: readonly string[], passes: (run: string) => boolean): Set<number> {
  const found = new Set<number>();
  for (const [i, run] of runs.entries()) if (passes(run)) for (let j = i; j < i + RUN; j += 1) found.add(j);
  return found;
}

/** Sentences and clauses of a paragraph, notes in parentheses left out. */
export function clausesOf(text: string): string[] {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[.;:](?:\s+|$)/u)
    .map((clause) =>
      clause
        .replace(/^[-–•+*]\s*/u, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((clause) => wordsOf(clause).length >= 5);
}

/** A clause of the body with the row that does the same duty, if any. */
export interface ClauseMatch {
  readonly item: BodyItem;
  readonly quoted: Quoted;
  readonly clause: string;
  readonly row: DraftRow | null;
}

/** A text's runs of words, and the positions of the words that are its own and not the plan's idiom. */
interface Duty {
  readonly runs: readonly string[];
  readonly own: readonly number[];
}

/** The part of one text's own words that the other shares. */
function share(duty: Duty, other: Duty): number {
  if (duty.own.length < RUN) return 0;
  const runs = new Set(other.runs);
  const shared = positions(duty.runs, (run) => runs.has(run));
  return duty.own.filter((i) => shared.has(i)).length / duty.own.length;
}

/** Compares clauses with rows by the words they share, the plan's own idiom left out of the count. */
class DutyMatcher {
  private readonly idiom: (run: string) => boolean;
  private readonly rows: readonly { readonly row: DraftRow; readonly duty: Duty }[];

  constructor(draft: PlanDraft) {
    const seen = new Map<string, number>();
    for (const row of draft.rows) {
      for (const run of new Set(runsOf(wordsOf(row.content.text)))) seen.set(run, (seen.get(run) ?? 0) + 1);
    }
    const named = [
      draft.head.title?.text ?? '',
      ...draft.rows.flatMap((row) => [row.leadText.text, row.coordinatorText.text]),
    ];
    const names = new Set(named.flatMap((text) => runsOf(wordsOf(text))));
    this.idiom = (run) => names.has(run) || (seen.get(run) ?? 0) >= IDIOM;
    this.rows = draft.rows.map((row) => ({ row, duty: this.dutyOf(row.content.text) }));
  }

  private dutyOf(text: string): Duty {
    const words = wordsOf(text);
    const common = positions(runsOf(words), this.idiom);
    return { runs: runsOf(words), own: words.map((_, i) => i).filter((i) => !common.has(i)) };
  }

  best(clause: string): DraftRow | null {
    const duty = this.dutyOf(clause);
    let best: { row: DraftRow; score: number } | null = null;
    for (const candidate of this.rows) {
      const score = Math.max(share(duty, candidate.duty), share(candidate.duty, duty));
      if (score >= SAME_DUTY && score > (best?.score ?? 0)) best = { row: candidate.row, score };
    }
    return best?.row ?? null;
  }
}

const matches = new WeakMap<PlanDraft, readonly ClauseMatch[]>();

/** Each clause of the body's items of duties, with its row or null. Computed once a draft. */
export function matchDuties(draft: PlanDraft): readonly ClauseMatch[] {
  let found = matches.get(draft);
  if (found === undefined) {
    const matcher = new DutyMatcher(draft);
    found = dutyItems(draft).flatMap((item) =>
      item.paragraphs.flatMap((quoted) =>
        clausesOf(quoted.text).map((clause) => ({ item, quoted, clause, row: matcher.best(clause) })),
      ),
    );
    matches.set(draft, found);
  }
  return found;
}

/** The numbered items under the section of duties ("NỘI DUNG THỰC HIỆN", "NHIỆM VỤ"). */
export function dutyItems(draft: PlanDraft): BodyItem[] {
  const sections = draft.body.filter(
    (item) => /NỘI DUNG|NHIỆM VỤ/u.test(item.heading?.toUpperCase() ?? '') && !item.no.includes('.'),
  );
  return draft.body.filter((item) =>
    sections.some((section) => section.no !== '' && item.no.startsWith(`${section.no}.`)),
  );
}

import type { BodyItem, DraftRow, PlanDraft, UnitLexicon } from '../../draft/types.js';
import { dutyItems, matchDuties } from '../match.js';
import { prefilledRow } from '../prefill.js';
import { cite, type FindingRule, type Option, type Sighting } from '../rule.js';

const lastPart = (no: string) => Number(no.slice(no.lastIndexOf('.') + 1));

/** Items of the body without a row that stand between the items of the rows on either side of the gap. */
function candidates(draft: PlanDraft, before: DraftRow | undefined, after: DraftRow | undefined): BodyItem[] {
  const matches = matchDuties(draft);
  const items = dutyItems(draft);
  const owned = (row: DraftRow | undefined) =>
    items.findIndex((item) => matches.some((m) => m.item === item && m.row === row));
  const unmatched = items.filter((item) => matches.every((m) => m.item !== item || m.row === null));
  const from = before === undefined ? -1 : owned(before);
  const to = after === undefined ? -1 : owned(after);
  return unmatched.filter((item) => {
    const at = items.indexOf(item);
    return at > from && (to < 0 || at < to);
  });
}

/** The item's own words, its bullets as sentences. */
const textOf = (item: BodyItem) => item.paragraphs.map(({ text }) => text.replace(/^[-–•+*]\s*/u, '').trim()).join(' ');

/** A number or, where a long run is missing, the run: "3" or "3 đến 40". */
interface Gap {
  readonly first: string;
  readonly last: string;
  readonly before: DraftRow | undefined;
  readonly after: DraftRow | undefined;
}

function sighting(draft: PlanDraft, lexicon: UnitLexicon, { first, last, before, after }: Gap): Sighting {
  const shown = first === last ? first : `${first} đến ${last}`;
  const top = !first.includes('.');
  const items = top ? candidates(draft, before, after) : [];
  const offered: Option[] = items.map((item) => ({
    code: `TAKE_BODY_ITEM_${item.no.replaceAll('.', '_')}`,
    label: `Lấy nội dung mục ${item.no} làm nhiệm vụ số ${first}`,
    data: { no: first, bodyNo: item.no, row: prefilledRow(textOf(item), draft, lexicon) },
  }));
  const none: Option = { code: 'NONE', label: `Không có nhiệm vụ số ${shown}`, data: { no: first } };
  const hint = items.map((item) => `mục ${item.no} (${cite(item.paragraphs[0]?.text ?? '', 60)})`).join(' và ');
  const stands = [before ? `sau số ${before.no}` : '', after ? `trước số ${after.no}` : ''].filter(Boolean).join(', ');
  return {
    rowNo: first,
    places: [before?.place, after?.place].filter((place) => place !== undefined),
    message: `Phụ lục không có số ${shown} (${stands}).${hint === '' ? '' : ` Phần nội dung có ${hint} chưa có dòng nào trong phụ lục.`} Đề nghị Văn phòng xác nhận.`,
    options: [...offered, none],
  };
}

/** Missing numbers between two that stand are told one by one up to here, then as one run. */
const ONE_BY_ONE = 5;

function gapsOf(parent: string | null, rows: readonly DraftRow[]): Gap[] {
  const byNumber = new Map(rows.map((row) => [lastPart(row.no), row]));
  const numbers = [...byNumber.keys()].sort((a, b) => a - b);
  const name = (number: number) => (parent === null ? String(number) : `${parent}.${number}`);
  return numbers.flatMap((number, i) => {
    const start = (numbers[i - 1] ?? 0) + 1;
    const [before, after] = [byNumber.get(start - 1), byNumber.get(number)];
    if (number - start > ONE_BY_ONE) return [{ first: name(start), last: name(number - 1), before, after }];
    const missing = Array.from({ length: Math.max(number - start, 0) }, (_, step) => name(start + step));
    return missing.map((no) => ({ first: no, last: no, before, after }));
  });
}

/** A gap in the numbering, among the tasks or among a task's steps. */
export const numberMissing: FindingRule = {
  code: 'NUMBER_MISSING',
  severity: 'caution',
  title: 'Thiếu số thứ tự trong phụ lục',
  check(draft, { lexicon }) {
    const siblings = new Map<string | null, DraftRow[]>();
    for (const row of draft.rows.filter(({ no }) => /^\d+(?:\.\d+)*$/u.test(no))) {
      siblings.set(row.parentNo, [...(siblings.get(row.parentNo) ?? []), row]);
    }
    return [...siblings].flatMap(([parent, rows]) => gapsOf(parent, rows).map((gap) => sighting(draft, lexicon, gap)));
  },
};

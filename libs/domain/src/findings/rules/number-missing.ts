import type { BodyItem, DraftRow, PlanDraft } from '../../draft/types.js';
import { dutyItems, matchDuties } from '../match.js';
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

function sighting(draft: PlanDraft, no: string, before: DraftRow | undefined, after: DraftRow | undefined): Sighting {
  const top = !no.includes('.');
  const items = top ? candidates(draft, before, after) : [];
  const offered: Option[] = items.map((item) => ({
    code: 'TAKE_BODY_ITEM',
    label: `Lấy nội dung mục ${item.no} làm nhiệm vụ số ${no}`,
    data: { no, bodyNo: item.no },
  }));
  const none: Option = { code: 'NONE', label: `Không có nhiệm vụ số ${no}`, data: { no } };
  const hint = items.map((item) => `mục ${item.no} (${cite(item.paragraphs[0]?.text ?? '', 60)})`).join(' và ');
  const stands = [before ? `sau số ${before.no}` : '', after ? `trước số ${after.no}` : ''].filter(Boolean).join(', ');
  return {
    rowNo: no,
    places: [before?.place, after?.place].filter((place) => place !== undefined),
    message: `Phụ lục không có số ${no} (${stands}).${hint === '' ? '' : ` Phần nội dung có ${hint} chưa có dòng nào trong phụ lục.`} Đề nghị Văn phòng xác nhận.`,
    options: [...offered, none],
  };
}

/** A gap in the numbering, among the tasks or among a task's steps. */
export const numberMissing: FindingRule = {
  code: 'NUMBER_MISSING',
  severity: 'caution',
  title: 'Thiếu số thứ tự trong phụ lục',
  check(draft) {
    const siblings = new Map<string | null, DraftRow[]>();
    for (const row of draft.rows.filter(({ no }) => /^\d+(?:\.\d+)*$/u.test(no))) {
      siblings.set(row.parentNo, [...(siblings.get(row.parentNo) ?? []), row]);
    }
    return [...siblings].flatMap(([parent, rows]) => {
      const byNumber = new Map(rows.map((row) => [lastPart(row.no), row]));
      const numbers = [...byNumber.keys()].sort((a, b) => a - b);
      const highest = Math.min(numbers[numbers.length - 1] ?? 0, 2_000);
      const gaps = Array.from({ length: highest }, (_, i) => i + 1).filter((number) => !byNumber.has(number));
      return gaps.map((gap) => {
        const before = byNumber.get(Math.max(0, ...numbers.filter((number) => number < gap)));
        const after = byNumber.get(numbers.find((number) => number > gap) ?? -1);
        return sighting(draft, parent === null ? String(gap) : `${parent}.${gap}`, before, after);
      });
    });
  },
};

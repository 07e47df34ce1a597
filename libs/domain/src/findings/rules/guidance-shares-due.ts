import type { DraftRow, PlanDraft } from '../../draft/types.js';
import { formatDate } from '../../time/civil.js';
import { wordsOf } from '../../draft/fold.js';
import { runsOf } from '../match.js';
import { editRow, keep, listNos, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** Words in a row by which guidance and the work it guides are known as one: "thống kê, đóng gói hồ sơ, tài liệu". */
const SHARED = 7;
const isGuidance = (row: DraftRow) => /^\s*hướng dẫn\s/iu.test(row.content.text);

/** Which rows of work hold a run of words, for a plan of a thousand rows not to be compared each with each. */
function indexOf(work: readonly DraftRow[]): ReadonlyMap<string, readonly DraftRow[]> {
  const index = new Map<string, DraftRow[]>();
  for (const row of work) {
    for (const run of new Set(runsOf(wordsOf(row.content.text), SHARED))) {
      const rows = index.get(run);
      if (rows) rows.push(row);
      else index.set(run, [row]);
    }
  }
  return index;
}

function guided(
  draft: PlanDraft,
  row: DraftRow,
  index: ReadonlyMap<string, readonly DraftRow[]>,
  dueOf: ReadonlyMap<DraftRow, string | null>,
): DraftRow[] {
  const lastDay = dueOf.get(row) ?? null;
  if (lastDay === null) return [];
  const alike = new Set(runsOf(wordsOf(row.content.text), SHARED).flatMap((run) => index.get(run) ?? []));
  return draft.rows.filter((other) => {
    const due = alike.has(other) ? (dueOf.get(other) ?? null) : null;
    return due !== null && due <= lastDay;
  });
}

/** Guidance that may come out on the day its work is due. */
export const guidanceSharesDue: FindingRule = {
  code: 'GUIDANCE_SHARES_DUE',
  severity: 'caution',
  title: 'Hướng dẫn và việc được hướng dẫn cùng thời hạn',
  check(draft) {
    const index = indexOf(draft.rows.filter((row) => !isGuidance(row)));
    const dueOf = new Map(draft.rows.map((row) => [row, fixedLastDay(row)]));
    return draft.rows.filter(isGuidance).flatMap((row) => {
      const work = guided(draft, row, index, dueOf);
      const lastDay = fixedLastDay(row);
      if (work.length === 0 || lastDay === null) return [];
      return [
        {
          rowNo: row.no,
          places: [row, ...work].flatMap((one) => one.timeText.places),
          message: `Dòng ${row.no} là hướng dẫn, có ngày cuối ${formatDate(lastDay)}, cùng hạn với việc được hướng dẫn (dòng ${listNos(work)}). Các đơn vị có thể không còn thời gian làm theo.`,
          options: [keep, editRow(row.no, 'time', `Ấn định thời hạn sớm hơn cho dòng ${row.no}`)],
        },
      ];
    });
  },
};

import type { DraftRow, PlanDraft } from '../../draft/types.js';
import { formatDate } from '../../time/civil.js';
import { sharedRuns } from '../match.js';
import { editRow, keep, listNos, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** Words in a row by which guidance and the work it guides are known as one: "thống kê, đóng gói hồ sơ, tài liệu". */
const SHARED = 7;
const isGuidance = (row: DraftRow) => /^\s*hướng dẫn\s/iu.test(row.content.text);

function guided(draft: PlanDraft, row: DraftRow): DraftRow[] {
  const lastDay = fixedLastDay(row);
  return draft.rows.filter((other) => {
    const due = fixedLastDay(other);
    if (isGuidance(other) || lastDay === null || due === null || due > lastDay) return false;
    return sharedRuns(row.content.text, other.content.text, SHARED).length > 0;
  });
}

/** Guidance that may come out on the day its work is due. */
export const guidanceSharesDue: FindingRule = {
  code: 'GUIDANCE_SHARES_DUE',
  severity: 'caution',
  title: 'Hướng dẫn và việc được hướng dẫn cùng thời hạn',
  check: (draft) =>
    draft.rows.filter(isGuidance).flatMap((row) => {
      const work = guided(draft, row);
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
    }),
};

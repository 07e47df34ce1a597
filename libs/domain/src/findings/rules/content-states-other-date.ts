import type { DraftRow, PlanDraft } from '../../draft/types.js';
import { formatDate } from '../../time/civil.js';
import { readPhraseInFull } from '../../time/phrase-reading.js';
import { cite, editRow, keep, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

const OPENING = '(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|không muộn hơn|đến hết)';
const DAY = '(?:ngày )?\\d{1,2}(?:/\\d{1,2}/\\d{4}| tháng \\d{1,2} năm \\d{4})';
const MONTH = '(?:tháng \\d{1,2}|quý (?:IV|I{1,3}|[1-4]))(?:/| năm )\\d{4}';
/** A limit with its year; dates that only name a document ("Công văn … ngày 27/6/2024") have no such opening. */
const LIMIT = new RegExp(`(?<![\\p{L}])${OPENING} (?:${DAY}|${MONTH})(?![\\d/])`, 'giu');

function limitsIn(draft: PlanDraft, row: DraftRow): { phrase: string; lastDay: string }[] {
  const year = draft.head.year === null ? {} : { year: draft.head.year };
  return [...row.content.text.normalize('NFC').matchAll(LIMIT)].flatMap(([phrase]) => {
    const { lastDay, kind } = readPhraseInFull(phrase, year);
    return lastDay !== null && kind.startsWith('DEADLINE') ? [{ phrase, lastDay }] : [];
  });
}

/** The content states a last day of its own that is not the column's. Which holds, only the Office can say. */
export const contentStatesOtherDate: FindingRule = {
  code: 'CONTENT_STATES_OTHER_DATE',
  severity: 'caution',
  title: 'Nội dung nêu thời hạn khác cột thời gian',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const due = fixedLastDay(row);
      return limitsIn(draft, row)
        .filter(({ lastDay }) => due !== null && lastDay !== due)
        .map(({ phrase, lastDay }) => ({
          rowNo: row.no,
          places: [...row.content.places, ...row.timeText.places],
          message: `Dòng ${row.no}: nội dung ghi ${cite(phrase)} (ngày cuối ${formatDate(lastDay)}), cột thời gian ghi ${cite(row.timeText.text)} (ngày cuối ${formatDate(due ?? '')}). Đang tính theo cột thời gian.`,
          options: [
            { ...keep, label: 'Tính theo cột thời gian' },
            { code: 'USE_CONTENT_TIME', label: 'Tính theo nội dung', data: { rowNo: row.no, phrase } },
            editRow(row.no, 'time', 'Sửa thời gian'),
          ],
        }));
    }),
};

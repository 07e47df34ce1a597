import { toleratedIn } from '../../time/phrase-reading.js';
import { cite, editRow, keep, type FindingRule } from '../rule.js';

/** A phrase of time read in spite of missing marks or a misspelt word: read, and said. */
export const timeLooselyWritten: FindingRule = {
  code: 'TIME_LOOSELY_WRITTEN',
  severity: 'notice',
  title: 'Cột thời gian viết thiếu dấu hoặc sai chính tả',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const tolerated = toleratedIn(row.timeText.text);
      if (tolerated.length === 0) return [];
      return [
        {
          rowNo: row.no,
          places: row.timeText.places,
          message: `Dòng ${row.no} ghi ${cite(row.timeText.text)}. ${tolerated.join(' ')} Văn bản kế hoạch được giữ nguyên.`,
          options: [keep, editRow(row.no, 'time', 'Sửa thời gian')],
        },
      ];
    }),
};

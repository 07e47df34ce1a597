import { readPhrase } from '../../time/read-phrase.js';
import { cite, editRow, keep, type FindingRule } from '../rule.js';

const WITHIN = /(?:^|[,;.]\s*)(ngay sau khi hoàn thành|sau khi hoàn thành) (?:việc )?[^,;.]*?bộ máy/iu;

/** The content states a time of its own that is not the column's. */
export const contentContradictsTime: FindingRule = {
  code: 'CONTENT_CONTRADICTS_TIME',
  severity: 'caution',
  title: 'Nội dung và cột thời gian ghi khác nhau',
  check: (draft) =>
    draft.rows.flatMap((row) => {
      const phrase = WITHIN.exec(row.content.text)?.[0].replace(/^[,;.]\s*/u, '');
      if (phrase === undefined) return [];
      const { spec } = readPhrase(phrase);
      const same = JSON.stringify(spec) === JSON.stringify(row.reading.spec);
      if (same || spec.kind === 'unreadable' || row.reading.spec.kind === 'unreadable') return [];
      return [
        {
          rowNo: row.no,
          places: [...row.content.places, ...row.timeText.places],
          message: `Dòng ${row.no}: nội dung ghi ${cite(phrase)}, cột thời gian ghi ${cite(row.timeText.text)}. Đang tính theo cột thời gian.`,
          options: [
            { ...keep, label: 'Tính theo cột thời gian' },
            { code: 'USE_CONTENT_TIME', label: 'Tính theo nội dung', data: { rowNo: row.no, phrase } },
            editRow(row.no, 'time', 'Sửa thời gian'),
          ],
        },
      ];
    }),
};

import { foldCase } from '../../draft/fold.js';
import { cite, fixDate, type FindingRule } from '../rule.js';

/** A project under "Ngay sau khi …": the few days that the office sets for such rows cannot hold it. */
export const projectAtOnce: FindingRule = {
  code: 'PROJECT_AT_ONCE',
  severity: 'caution',
  title: 'Đề án, dự án phải làm “ngay sau khi”',
  check: (draft) =>
    draft.rows
      .filter(({ reading: { spec } }) => spec.kind === 'after-event' && spec.immediate)
      .filter((row) => /(?:^| )(?:đề án|dự án)(?:$|[ ,;.])/u.test(foldCase(row.content.text)))
      .map((row) => ({
        rowNo: row.no,
        places: [...row.timeText.places, ...row.content.places],
        message: `Dòng ${row.no} là đề án, dự án nhưng ghi ${cite(row.timeText.text)}. Đề nghị Văn phòng ấn định thời hạn riêng cho dòng này.`,
        options: [
          fixDate(row.no, 'Ấn định thời hạn riêng'),
          { code: 'USE_POLICY', label: 'Theo quy ước chung cho “ngay sau khi”' },
        ],
      })),
};

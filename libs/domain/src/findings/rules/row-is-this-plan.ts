import { wordsOf } from '../../draft/fold.js';
import { cite, keep, type FindingRule } from '../rule.js';

/** A row that orders the very plan in which it stands: signing the plan completes it. */
export const rowIsThisPlan: FindingRule = {
  code: 'ROW_IS_THIS_PLAN',
  severity: 'notice',
  title: 'Dòng giao ban hành chính kế hoạch này',
  check(draft) {
    const { kind, title } = draft.head;
    if (!kind || !title) return [];
    const opening = wordsOf(title.text).slice(0, 12).join(' ');
    return draft.rows
      .filter((row) =>
        wordsOf(row.content.text)
          .join(' ')
          .startsWith(`ban hành ${wordsOf(kind.text).join(' ')} ${opening}`),
      )
      .map((row) => ({
        rowNo: row.no,
        places: row.content.places,
        message: `Dòng ${row.no} (${cite(row.content.text, 60)}) chính là kế hoạch này: ký ban hành kế hoạch là hoàn thành dòng ${row.no}.`,
        options: [{ code: 'DONE_BY_SIGNING', label: 'Ghi nhận hoàn thành khi ký', data: { rowNo: row.no } }, keep],
      }));
  },
};

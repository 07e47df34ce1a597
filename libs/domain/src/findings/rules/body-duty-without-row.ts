import type { PlanDraft, UnitLexicon } from '../../draft/types.js';
import { clausesOf, dutyItems, matchDuties } from '../match.js';
import { prefilledRow } from '../prefill.js';
import { cite, firstPlaces, type FindingRule, type Option, type Sighting } from '../rule.js';

const DUTY =
  /(?<!\p{L})(?:[Pp]hải|[Nn]ghiêm cấm|[Kk]hông được|[Tt]hực hiện nghiêm|Giao(?= \p{Lu})|báo cáo kết quả|đề nghị kịp thời)(?!\p{L})/u;

/** Rows as the body's own words fill them; what a clause does not say stays empty, for a person. */
const options = (bodyNo: string, clauses: readonly string[], draft: PlanDraft, lexicon: UnitLexicon): Option[] => [
  { code: 'KEEP', label: 'Không lập dòng riêng' },
  {
    code: 'ADD_ROW',
    label: `Lập dòng cho mục ${bodyNo}`,
    data: { bodyNo, rows: clauses.map((clause) => prefilledRow(clause, draft, lexicon)) },
  },
];

/** Items among the duties: those with no row at all, and those of which some clauses have none. */
function amongDuties(draft: PlanDraft, lexicon: UnitLexicon): Sighting[] {
  const matches = matchDuties(draft);
  return dutyItems(draft).flatMap((item) => {
    const clauses = matches.filter((match) => match.item === item);
    const without = clauses.filter((match) => match.row === null);
    if (without.length === 0) return [];
    const shown = without.map((match) => cite(match.clause, 70)).join('; ');
    const rows = [...new Set(clauses.flatMap((match) => (match.row ? [match.row.no] : [])))];
    const message =
      rows.length === 0
        ? `Mục ${item.no} giao việc nhưng phụ lục không có dòng tương ứng: ${shown}.`
        : `Mục ${item.no} có phần chưa thấy dòng tương ứng trong phụ lục (phần còn lại ở dòng ${rows.join(', ')}): ${shown}.`;
    return [
      {
        rowNo: null,
        places: firstPlaces(without.map((match) => match.quoted)),
        message,
        options: options(
          item.no,
          without.map((match) => match.clause),
          draft,
          lexicon,
        ),
      },
    ];
  });
}

/** Duties outside the section of duties: bans and orders among the requirements, reports in the organization part. */
function elsewhere(draft: PlanDraft, lexicon: UnitLexicon): Sighting[] {
  const duties = new Set(dutyItems(draft));
  return draft.body
    .filter((item) => item.no !== '' && !duties.has(item))
    .flatMap((item) => {
      const found = item.paragraphs.flatMap((quoted) =>
        clausesOf(quoted.text)
          .filter((clause) => DUTY.test(clause))
          .map((clause) => ({ quoted, clause })),
      );
      if (found.length === 0) return [];
      const shown = found.map(({ clause }) => cite(clause, 70)).join('; ');
      const message = `Mục ${item.no} có yêu cầu không nằm trong dòng nào của phụ lục: ${shown}.`;
      return [
        {
          rowNo: null,
          places: firstPlaces(found.map(({ quoted }) => quoted)),
          message,
          options: options(
            item.no,
            found.map(({ clause }) => clause),
            draft,
            lexicon,
          ),
        },
      ];
    });
}

export const bodyDutyWithoutRow: FindingRule = {
  code: 'BODY_DUTY_WITHOUT_ROW',
  severity: 'notice',
  title: 'Phần nội dung giao việc mà phụ lục không có dòng',
  check: (draft, { lexicon }) => [...amongDuties(draft, lexicon), ...elsewhere(draft, lexicon)],
};

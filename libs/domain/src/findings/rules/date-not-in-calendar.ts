import { civilDate } from '../../time/phrases/dates.js';
import { keep, passagesOf, sentenceCase, type FindingRule } from '../rule.js';

const SLASHED = /(?<![\d/.-])(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})(?![\d/-])/gu;
const SPELLED = /ngày\s+(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})\s+năm\s+(?<y>\d{4})/giu;

/** "31/6/2025" in the body or a row's content; in the time column the phrase itself is unreadable and blocks. */
export const dateNotInCalendar: FindingRule = {
  code: 'DATE_NOT_IN_CALENDAR',
  severity: 'caution',
  title: 'Ngày được nêu không có trong lịch',
  check: (draft) =>
    passagesOf(draft).flatMap(({ where, rowNo, quoted }) =>
      [SLASHED, SPELLED].flatMap((pattern) =>
        [...quoted.text.matchAll(pattern)]
          .filter(
            ({ groups }) => civilDate(Number(groups?.['y']), Number(groups?.['m']), Number(groups?.['d'])) === null,
          )
          .map(({ 0: found }) => ({
            rowNo,
            places: quoted.places,
            message: `${sentenceCase(where)}: lịch không có “${found}”. Đề nghị Văn phòng xác định lại ngày.`,
            options: [keep, { code: 'EDIT', label: 'Sửa ngày', ...(rowNo === null ? {} : { data: { rowNo } }) }],
          })),
      ),
    ),
};

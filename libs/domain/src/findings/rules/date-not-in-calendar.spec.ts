import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { dateNotInCalendar } from './date-not-in-calendar.js';

const found = (content: string) => dateNotInCalendar.check(draftOf([{ no: '1', content }]), { lexicon }).length;

describe('a date that no calendar has', () => {
  it.each(['trước 31/6/2025', 'ngày 29/02/2025', 'ngày 30 tháng 02 năm 2025', 'ngày 15/13/2025'])(
    'shows “%s”',
    (content) => {
      expect(found(content)).toBe(1);
    },
  );

  it.each(['trước 30/6/2025', 'ngày 29/02/2028', 'Quyết định số 458/QĐ-TTg', 'Nghị quyết 202/2025/QH15'])(
    'says nothing of “%s”',
    (content) => {
      expect(found(content)).toBe(0);
    },
  );
});

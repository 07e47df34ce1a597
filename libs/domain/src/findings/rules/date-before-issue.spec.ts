import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { dateBeforeIssue } from './date-before-issue.js';

const seen = (times: readonly string[], head: object = {}) => {
  const draft = draftOf(times.map((time, i) => ({ no: String(i + 1), time })));
  return dateBeforeIssue.check({ ...draft, head: { ...draft.head, ...head } }, { lexicon }).map(({ rowNo }) => rowNo);
};

describe('a date before the issue', () => {
  it('is a last day before the day of issue, 05/5/2025; that day itself can be kept', () => {
    expect(seen(['Trước 05/5/2025', 'Trước 06/5/2025', 'Tháng 4/2025', 'Tháng 5/2025'])).toEqual(['1', '3']);
  });

  it('is told by the year while the day is blank, and not at all without a year', () => {
    const times = ['Tháng 12/2024', 'Tháng 1/2025'];
    expect(seen(times, { date: null })).toEqual(['1']);
    expect(seen(times, { date: null, year: null })).toEqual([]);
  });
});

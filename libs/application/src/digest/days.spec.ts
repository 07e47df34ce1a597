import { VN_CALENDAR_2025_2027 as calendar } from '@don-doc/domain';
import { digestDayOf, digestDaysBetween, isLeaderDay, latestDigestDay, nextDigestDay } from './days.js';

const at = (text: string): number => Date.parse(`${text}+07:00`);

describe('the day of a digest', () => {
  it('takes what is made up to 08:00, the rest goes into the next working day', () => {
    expect(digestDayOf(calendar, at('2025-05-26T08:00:00'))).toBe('2025-05-26');
    expect(digestDayOf(calendar, at('2025-05-26T08:00:00.001'))).toBe('2025-05-27');
    expect(digestDayOf(calendar, at('2025-05-30T09:00:00'))).toBe('2025-06-02');
  });

  it('passes over holidays and takes a make-up Saturday', () => {
    expect(digestDayOf(calendar, at('2025-04-29T10:00:00'))).toBe('2025-05-05');
    expect(digestDayOf(calendar, at('2025-04-25T10:00:00'))).toBe('2025-04-26');
  });

  it('has come at 08:00 and not before', () => {
    expect(latestDigestDay(calendar, at('2025-05-26T07:59:59.999'))).toBe('2025-05-23');
    expect(latestDigestDay(calendar, at('2025-05-26T08:00:00'))).toBe('2025-05-26');
    expect(nextDigestDay(calendar, '2025-05-30')).toBe('2025-06-02');
    expect(digestDaysBetween(calendar, '2025-05-29', '2025-06-03')).toEqual(['2025-05-30', '2025-06-02', '2025-06-03']);
  });
});

describe('the leaders’ page', () => {
  it('comes on Mondays', () => {
    expect(isLeaderDay(calendar, '2025-06-09')).toBe(true);
    expect(isLeaderDay(calendar, '2025-06-10')).toBe(false);
  });

  it('comes on the first working day of a week whose Monday is off', () => {
    // 1/9 and 2/9/2025 are off.
    expect(isLeaderDay(calendar, '2025-09-01')).toBe(false);
    expect(isLeaderDay(calendar, '2025-09-03')).toBe(true);
  });
});

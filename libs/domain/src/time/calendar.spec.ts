import fc from 'fast-check';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysLeft,
} from './calendar.js';
import {
  addDays,
  atTime,
  dateOf,
  dayOfWeek,
  epochDay,
  fromEpochDay,
  lastOfMonth,
  nextMonth,
  startOfDay,
} from './civil.js';
import { VN_CALENDAR_2025_2027 as VN } from './vn-calendar.js';

const date = fc.integer({ min: epochDay('2024-01-01'), max: epochDay('2030-12-31') }).map(fromEpochDay);

describe('the Vietnamese calendar 2025–2027', () => {
  it.each([
    ['2025-05-02', false, 'swapped with 26/4'],
    ['2025-04-26', true, 'make-up Saturday'],
    ['2025-05-05', true, 'first working day after the holidays'],
    ['2025-05-31', false, 'a Saturday'],
    ['2025-09-01', false, 'Quốc khánh'],
    ['2026-01-10', true, 'make-up Saturday'],
    ['2026-04-27', false, 'Giỗ Tổ on a Sunday is made up on Monday'],
    ['2026-08-31', false, 'swapped with 22/8'],
    ['2027-05-03', false, '1/5 on a Saturday is made up on Monday'],
  ])('%s is worked: %s (%s)', (day, worked) => {
    expect(isWorkingDay(VN, day)).toBe(worked);
  });

  it('says that the swapped days of 2027 are not announced', () => {
    expect(VN.unannounced).toEqual([2027]);
  });
});

describe('working days', () => {
  it('counts strictly before and after, never the day itself (BLDS 2015 Đ.147)', () => {
    expect(addWorkingDays(VN, '2025-05-29', -5)).toBe('2025-05-22');
    expect(addWorkingDays(VN, '2025-05-29', 1)).toBe('2025-05-30');
    expect(addWorkingDays(VN, '2025-05-30', 1)).toBe('2025-06-02');
    expect(addWorkingDays(VN, '2025-04-29', 1)).toBe('2025-05-05');
  });

  it('going n forward lands on a working day with n working days on the way, and back again undoes it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(VN, from, n);
        expect(isWorkingDay(VN, to)).toBe(true);
        expect(countWorkingDays(VN, addDays(from, 1), to)).toBe(n);
        if (isWorkingDay(VN, from)) expect(addWorkingDays(VN, to, -n)).toBe(from);
      }),
    );
  });

  it('agrees outside the indexed years with the week’s rule', () => {
    expect(addWorkingDays(VN, '2045-03-03', 1)).toBe('2045-03-06');
    expect(countWorkingDays(VN, '2045-03-01', '2045-03-07')).toBe(5);
  });

  it('finds the nearest working day on either side', () => {
    expect(workingDayOnOrBefore(VN, '2025-05-31')).toBe('2025-05-30');
    expect(workingDayOnOrAfter(VN, '2025-05-31')).toBe('2025-06-02');
    expect(workingDayOnOrAfter(VN, '2025-06-02')).toBe('2025-06-02');
  });

  it('says how many are left, and how many over', () => {
    expect(workingDaysLeft(VN, '2025-05-26', '2025-05-29')).toBe(3);
    expect(workingDaysLeft(VN, '2025-05-29', '2025-05-29')).toBe(0);
    expect(workingDaysLeft(VN, '2025-05-30', '2025-05-29')).toBe(-1);
    expect(workingDaysLeft(VN, '2025-06-01', '2025-05-29')).toBe(-1);
    expect(workingDaysLeft(VN, '2025-06-05', '2025-05-29')).toBe(-5);
  });
});

describe('civil dates and instants in Asia/Ho_Chi_Minh', () => {
  it('a day begins at 17:00 UTC the day before, to the millisecond', () => {
    const start = Date.UTC(2025, 4, 29, 17);
    expect(startOfDay('2025-05-30')).toBe(start);
    expect(dateOf(start)).toBe('2025-05-30');
    expect(dateOf(start - 1)).toBe('2025-05-29');
    expect(atTime('2025-05-30', '08:00')).toBe(start + 8 * 3_600_000);
  });

  it('every instant lies within its date, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2100, 0, 1) }), (ms) => {
        const day = dateOf(ms);
        expect(startOfDay(day)).toBeLessThanOrEqual(ms);
        expect(startOfDay(addDays(day, 1))).toBeGreaterThan(ms);
      }),
    );
  });

  it('knows weekdays and months', () => {
    expect(dayOfWeek('2025-06-02')).toBe(1);
    expect(dayOfWeek('2025-06-01')).toBe(7);
    expect(dayOfWeek('1969-12-31')).toBe(3);
    expect(nextMonth('2025-12')).toBe('2026-01');
    expect(lastOfMonth('2028-02')).toBe('2028-02-29');
  });
});

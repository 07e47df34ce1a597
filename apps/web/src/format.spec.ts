import {
  civilOf,
  formatClock,
  formatDate,
  formatExact,
  formatInstant,
  formatMonth,
  inWords,
  rateWords,
  sentence,
  startOfDay,
  weekdayOf,
  workingDaysWords,
} from './format.js';

describe('dates are read in Asia/Ho_Chi_Minh whatever the host zone', () => {
  it('puts an instant just before and just after local midnight on different days', () => {
    expect(civilOf('2025-05-29T16:59:59.999Z')).toBe('2025-05-29');
    expect(civilOf('2025-05-29T17:00:00.000Z')).toBe('2025-05-30');
  });

  it('starts a civil day at 17:00 UTC of the day before', () => {
    expect(startOfDay('2025-05-30')).toBe(Date.UTC(2025, 4, 29, 17));
  });

  it('writes dd/mm/yyyy and a 24-hour time, midnight as 00:00', () => {
    expect(formatDate('2025-05-29')).toBe('29/05/2025');
    expect(formatInstant('2025-05-29T17:00:00.000Z')).toBe('00:00 30/05/2025');
    expect(formatMonth('2025-06')).toBe('06/2025');
  });

  it('names the weekday, the holidays included', () => {
    expect(weekdayOf('2025-05-05')).toBe('thứ Hai');
    expect(weekdayOf('2025-05-31')).toBe('thứ Bảy');
    expect(weekdayOf('2025-06-01')).toBe('Chủ nhật');
    expect(weekdayOf('1969-12-31')).toBe('thứ Tư');
  });

  it('says the exact instant with its zone', () => {
    expect(formatExact('2025-05-30T01:00:00.000Z')).toBe('thứ Sáu, 30/05/2025, 08:00:00 (giờ Việt Nam)');
    expect(formatClock(Date.UTC(2025, 4, 26, 0, 55))).toEqual({ day: 'thứ Hai 26/05/2025', time: '07:55' });
  });
});

describe('words', () => {
  it.each([
    [3, 'còn 3 ngày làm việc'],
    [0, 'đến hạn'],
    [-5, 'quá hạn 5 ngày làm việc'],
    [-1200, 'quá hạn 1.200 ngày làm việc'],
  ])('%i working days left is "%s"', (left, words) => {
    expect(workingDaysWords(left)).toBe(words);
  });

  it('says that today is the last day only when it is', () => {
    const lastDay = '2025-05-31';
    expect(workingDaysWords(0, { today: '2025-05-30', lastDay })).toBe('không còn ngày làm việc trước hạn');
    expect(workingDaysWords(0, { today: '2025-05-31', lastDay })).toBe('đến hạn hôm nay');
    expect(workingDaysWords(0, { today: '2025-06-01', lastDay })).toBe('quá hạn');
  });

  it('tells a rate as real seconds for a day', () => {
    expect(rateWords(2880)).toBe('30 giây một ngày');
    expect(rateWords(43200)).toBe('2 giây một ngày');
    expect(rateWords(1)).toBe('bằng giờ thật');
  });

  it('capitalises Vietnamese first letters', () => {
    expect(sentence('đến hạn hôm nay')).toBe('Đến hạn hôm nay');
  });
});

describe('a list in a sentence', () => {
  it('joins the last by “và”', () => {
    expect([inWords([]), inWords(['7']), inWords(['1', '4', '7'])]).toEqual(['', '7', '1, 4 và 7']);
  });
});

import { addDays, dayOfWeek } from './civil.js';
import type { CalendarDay, WorkCalendar } from './calendar.js';
import type { CivilDate } from './reading.js';

/**
 * Seed of the Vietnamese public-office calendar, 2025–2027. Statutory days: Bộ luật Lao động 2019 Đ.112; a holiday that
 * falls on a weekly day of rest is made up on the next working day (Đ.111.3). Swapped days by the yearly announcements of
 * Bộ Nội vụ. It is a table to be edited by the office, not a rule: every edit makes a new version.
 */
const off = (name: string, source: string, ...dates: CivilDate[]): CalendarDay[] =>
  dates.map((date) => ({ date, kind: 'off', name, source }));
const work = (name: string, source: string, date: CivilDate): CalendarDay => ({ date, kind: 'work', name, source });

/** All days from a to b that the week's rule would work. */
function weekdays(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (dayOfWeek(day) <= 5) days.push(day);
  return days;
}

const LAW = 'Bộ luật Lao động 2019 Đ.112';
const MADE_UP = 'Bộ luật Lao động 2019 Đ.111.3, Đ.112';
const Y2025 = 'Thông báo lịch nghỉ lễ, Tết năm 2025';
const Y2026 = 'Thông báo lịch nghỉ lễ, Tết năm 2026';
const NOT_ANNOUNCED = 'Ngày nghỉ theo luật; lịch hoán đổi chưa công bố';

const days: CalendarDay[] = [
  ...off('Tết Dương lịch', LAW, '2025-01-01'),
  ...off('Tết Nguyên đán', Y2025, ...weekdays('2025-01-27', '2025-01-31')),
  ...off('Giỗ Tổ Hùng Vương', LAW, '2025-04-07'),
  work('Làm bù ngày 02/05/2025', Y2025, '2025-04-26'),
  ...off('Ngày Chiến thắng', LAW, '2025-04-30'),
  ...off('Ngày Quốc tế lao động', LAW, '2025-05-01'),
  ...off('Nghỉ hoán đổi', Y2025, '2025-05-02'),
  ...off('Quốc khánh', LAW, '2025-09-01', '2025-09-02'),

  ...off('Tết Dương lịch', LAW, '2026-01-01'),
  ...off('Nghỉ hoán đổi', Y2026, '2026-01-02'),
  work('Làm bù ngày 02/01/2026', Y2026, '2026-01-10'),
  ...off('Tết Nguyên đán', Y2026, ...weekdays('2026-02-16', '2026-02-20')),
  ...off('Nghỉ bù Giỗ Tổ Hùng Vương', MADE_UP, '2026-04-27'),
  ...off('Ngày Chiến thắng', LAW, '2026-04-30'),
  ...off('Ngày Quốc tế lao động', LAW, '2026-05-01'),
  work('Làm bù ngày 31/08/2026', Y2026, '2026-08-22'),
  ...off('Nghỉ hoán đổi', Y2026, '2026-08-31'),
  ...off('Quốc khánh', LAW, '2026-09-01', '2026-09-02'),

  ...off('Tết Dương lịch', NOT_ANNOUNCED, '2027-01-01'),
  ...off('Tết Nguyên đán', NOT_ANNOUNCED, '2027-02-05', ...weekdays('2027-02-08', '2027-02-10')),
  ...off('Giỗ Tổ Hùng Vương', NOT_ANNOUNCED, '2027-04-16'),
  ...off('Ngày Chiến thắng', NOT_ANNOUNCED, '2027-04-30'),
  ...off('Nghỉ bù Ngày Quốc tế lao động', NOT_ANNOUNCED, '2027-05-03'),
  ...off('Quốc khánh', NOT_ANNOUNCED, '2027-09-02', '2027-09-03'),
];

export const VN_CALENDAR_2025_2027: WorkCalendar = {
  id: 'VN',
  version: 1,
  days: Object.fromEntries(days.map((day) => [day.date, day])),
  unannounced: [2027],
};

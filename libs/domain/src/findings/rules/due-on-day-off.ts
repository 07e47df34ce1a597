import { isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from '../../time/calendar.js';
import { dayOfWeek, formatDate } from '../../time/civil.js';
import { weekdayNames } from '../../time/phrases/numbers.js';
import { VN_CALENDAR_2025_2027 } from '../../time/vn-calendar.js';
import { listNos, type FindingRule } from '../rule.js';
import { fixedLastDay } from '../spans.js';

/** A last day that nobody works. The plan's words stand; whether to roll is a switch of the plan (BLDS 2015 Đ.148.5). */
export const dueOnDayOff: FindingRule = {
  code: 'DUE_ON_DAY_OFF',
  severity: 'notice',
  title: 'Ngày cuối cùng là ngày nghỉ',
  check(draft, { calendar = VN_CALENDAR_2025_2027 }) {
    const days = [...new Set(draft.rows.flatMap((row) => fixedLastDay(row) ?? []))].sort();
    return days
      .filter((day) => !isWorkingDay(calendar, day))
      .map((day) => {
        const rows = draft.rows.filter((row) => fixedLastDay(row) === day);
        const name = calendar.days[day]?.name ?? weekdayNames[dayOfWeek(day)] ?? '';
        const [before, after] = [workingDayOnOrBefore(calendar, day), workingDayOnOrAfter(calendar, day)];
        return {
          rowNo: rows[0]?.no ?? null,
          places: rows.flatMap((row) => row.timeText.places.slice(0, 1)),
          message: `Ngày cuối ${formatDate(day)} của dòng ${listNos(rows)} là ngày nghỉ (${name}). Ngày làm việc liền trước là ${formatDate(before)}, liền sau là ${formatDate(after)}; kế hoạch không nêu có lùi hay không.`,
          options: [
            { code: 'KEEP', label: 'Giữ ngày cuối như kế hoạch' },
            { code: 'ROLL_TO_WORKING_DAY', label: `Quy ước lùi đến ${formatDate(after)}`, data: { to: after } },
          ],
        };
      });
  },
};

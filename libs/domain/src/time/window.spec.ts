import { atTime } from './civil.js';
import { readPhrase } from './read-phrase.js';
import { VN_CALENDAR_2025_2027 } from './vn-calendar.js';
import { DEFAULT_POLICY, resolveWindow, UNKNOWN_EVENT, type DeadlinePolicy } from './window.js';

const windowOf = (phrase: string, policy: Partial<DeadlinePolicy> = {}) =>
  resolveWindow({
    spec: readPhrase(phrase).spec,
    phrase,
    issuedOn: '2025-05-05',
    calendar: VN_CALENDAR_2025_2027,
    policy: { ...DEFAULT_POLICY, ...policy },
    event: UNKNOWN_EVENT,
    fixedLastDay: null,
    fixedBy: null,
  });

describe('the window of an inclusive date', () => {
  it('opens with the plan, counts the day named, and is late at its end', () => {
    expect(windowOf('Chậm nhất ngày 20/5/2025')).toMatchObject({
      follow: 'deadline',
      opensOn: '2025-05-05',
      lastDay: '2025-05-20',
      target: '2025-05-20',
      lateFrom: atTime('2025-05-21', '00:00'),
      byPolicy: false,
    });
  });

  it('reminds by the working day before a day off, and rolls only by the plan’s policy', () => {
    // 31/5/2025 is a Saturday.
    expect(windowOf('Đến hết tháng 5/2025')).toMatchObject({ lastDay: '2025-05-31', target: '2025-05-30' });
    expect(windowOf('Đến hết tháng 5/2025', { rollPeriodToWorkingDay: true })).toMatchObject({
      lastDay: '2025-06-02',
      byPolicy: true,
    });
  });
});

import type { AlarmView } from '@don-doc/contracts/http';
import { groupAlarms } from './group-alarms.js';

const alarm = (with_: Partial<AlarmView>): AlarmView => ({
  id: 'a',
  at: '2025-06-03T01:00:00.000Z',
  rule: 'overdue-3',
  ruleText: 'Đôn đốc quá hạn 3 ngày làm việc',
  occurrence: 1,
  period: null,
  rowId: 'r52',
  rowNo: '5.2',
  unitId: null,
  unitName: null,
  dueVersion: 1,
  to: ['unit-head', 'office'],
  state: 'planned',
  sentAt: null,
  recipients: [],
  note: null,
  ...with_,
});

describe('reminders of a day', () => {
  it('are one line for a row, with all its units', () => {
    const groups = groupAlarms([alarm({ unitName: 'Thanh tra Sở' }), alarm({ unitName: 'Phòng Bổ trợ tư pháp' })]);
    expect(groups.map(({ unitNames }) => unitNames)).toEqual([['Thanh tra Sở', 'Phòng Bổ trợ tư pháp']]);
  });

  it('stay apart where the row, the rule, the month, what became of them or the note differ', () => {
    const differing = [
      {},
      { rowId: 'r53' },
      { rule: 'weekly' },
      { period: '2025-06' },
      { state: 'sent' as const },
      { note: 'Gấp' },
    ];
    expect(groupAlarms(differing.map(alarm))).toHaveLength(differing.length);
  });
});

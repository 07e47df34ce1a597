import type { AssignmentView, RowView } from '@don-doc/contracts/http';

let serial = 0;
const id = (): string => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`;

export function assignment(with_: Partial<AssignmentView> = {}): AssignmentView {
  return {
    id: id(),
    rowId: id(),
    unitId: id(),
    unitName: 'Phòng Hành chính tư pháp',
    headName: 'Phạm Quốc Đạt',
    state: 'open',
    bucket: 'in-progress',
    workingDaysLeft: null,
    submittedAt: null,
    actualOn: null,
    readable: true,
    result: null,
    note: null,
    version: 1,
    periods: [],
    commands: [],
    ...with_,
  };
}

export function row(with_: Partial<Omit<RowView, 'window'>> & { window?: Partial<RowView['window']> } = {}): RowView {
  const { window, ...rest } = with_;
  return {
    id: id(),
    taskId: id(),
    no: '3',
    parentNo: null,
    content: 'Tham mưu, xây dựng phương án bố trí phòng, kho',
    leadText: 'Văn phòng Sở',
    coordinatorText: '',
    timeText: 'Trước 30/5/2025',
    bucket: 'in-progress',
    assignmentsDone: 0,
    assignmentsTotal: 1,
    taskBucket: null,
    findings: 0,
    assignments: [assignment()],
    ...rest,
    window: {
      opensOn: '2025-05-05',
      lastDay: '2025-05-29',
      target: '2025-05-29',
      lateFrom: '2025-05-29T17:00:00.000Z',
      byPolicy: false,
      dueVersion: 1,
      firstLastDay: '2025-05-29',
      derivation: [],
      words: '',
      ...window,
    },
  };
}

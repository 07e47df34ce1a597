/** What people did in the rehearsal before the newcomer comes in: plausible days, documents and words. */
export type Deed =
  | {
      readonly act: 'submit';
      readonly row: string;
      readonly unit: string;
      readonly code: string;
      readonly summary: string;
    }
  | { readonly act: 'accept'; readonly row: string; readonly unit: string }
  | { readonly act: 'return'; readonly row: string; readonly unit: string; readonly reason: string }
  | { readonly act: 'not-arisen'; readonly row: string; readonly unit: string; readonly reason: string }
  | { readonly act: 'remind'; readonly row: string; readonly unit: string; readonly note: string }
  | { readonly act: 'expect-event'; readonly on: string; readonly document: string };

export interface StoryStep {
  /** On the rehearsal's clock. */
  readonly at: string;
  /** Username of the account that does it. */
  readonly by: string;
  readonly deed: Deed;
}

export const STORY_STARTS = '2025-05-05T07:30:00+07:00';
export const STORY_ENDS = '2025-05-26T07:55:00+07:00';
export const ISSUED_ON = '2025-05-05';
export const PLAN_CODE = '15/KH-STP';
/** Thirty real seconds a day. */
export const DAY_IN_THIRTY_SECONDS = 2880;

/** How long its clock may run before a worker keeps it: that of a slow machine's first start comes minutes after the seed. */
export const FIRST_START_SECONDS = 600;

const submit = (row: string, unit: string, code: string, summary: string): Deed => ({
  act: 'submit',
  row,
  unit,
  code,
  summary,
});

export const story: readonly StoryStep[] = [
  {
    at: '2025-05-14T10:00:00+07:00',
    by: 'vanphong',
    deed: submit(
      '4.1',
      'VAN_PHONG',
      '112/HD-VP',
      'Hướng dẫn thống kê, đóng gói hồ sơ, tài liệu và bàn giao về kho bảo quản tập trung.',
    ),
  },
  {
    at: '2025-05-15T15:30:00+07:00',
    by: 'daugia',
    deed: {
      act: 'not-arisen',
      row: '5.2',
      unit: 'DAU_GIA',
      reason: 'Trung tâm không giải quyết công việc trên Hệ thống trong thời gian này.',
    },
  },
  { at: '2025-05-16T09:00:00+07:00', by: 'vanphong', deed: { act: 'accept', row: '5.2', unit: 'DAU_GIA' } },
  {
    at: '2025-05-16T14:00:00+07:00',
    by: 'vanphong',
    deed: submit(
      '12',
      'VAN_PHONG',
      '118/HD-VP',
      'Hướng dẫn phân loại tài liệu theo mức độ mật, thời hạn bảo quản và loại hình tài liệu.',
    ),
  },
  {
    at: '2025-05-19T08:30:00+07:00',
    by: 'vanphong',
    deed: { act: 'expect-event', on: '2025-07-01', document: 'Dự kiến theo Đề án sắp xếp đơn vị hành chính' },
  },
  {
    at: '2025-05-20T10:30:00+07:00',
    by: 'pbgdpl',
    deed: submit(
      '5.1',
      'PBGDPL',
      '41/BC-PBGDPL',
      'Danh mục 126 hồ sơ đã hoàn thành, 9 công việc chưa hoàn thành; đã đóng gói 14 hộp.',
    ),
  },
  { at: '2025-05-21T09:15:00+07:00', by: 'vanphong', deed: { act: 'accept', row: '5.1', unit: 'PBGDPL' } },
  {
    at: '2025-05-21T14:20:00+07:00',
    by: 'pbgdpl',
    deed: submit(
      '5.2',
      'PBGDPL',
      '43/BC-PBGDPL',
      'Thống kê trên Hệ thống: 212 văn bản đã hoàn thành, 9 công việc chưa hoàn thành.',
    ),
  },
  {
    at: '2025-05-22T10:00:00+07:00',
    by: 'hanhchinh',
    deed: submit('5.1', 'HANH_CHINH_TU_PHAP', '67/BC-HCTP', 'Đã thống kê, đóng gói 31 hộp hồ sơ hộ tịch, quốc tịch.'),
  },
  { at: '2025-05-22T15:00:00+07:00', by: 'chuyenvien', deed: { act: 'accept', row: '5.2', unit: 'PBGDPL' } },
  {
    at: '2025-05-23T08:45:00+07:00',
    by: 'vanphong',
    deed: {
      act: 'return',
      row: '5.1',
      unit: 'HANH_CHINH_TU_PHAP',
      reason:
        'Đề nghị bổ sung tên người được giao giải quyết chính và thời hạn giải quyết của từng công việc chưa hoàn thành.',
    },
  },
  {
    at: '2025-05-23T09:30:00+07:00',
    by: 'vanphong',
    deed: {
      act: 'remind',
      row: '5.3',
      unit: 'TRO_GIUP_PHAP_LY',
      note: 'Trung tâm có khối lượng hồ sơ lớn, đề nghị chuẩn bị giao nộp sớm.',
    },
  },
  {
    at: '2025-05-23T16:00:00+07:00',
    by: 'thanhtra',
    deed: submit(
      '5.1',
      'THANH_TRA',
      '29/BC-TTr',
      'Danh mục 48 hồ sơ thanh tra đã kết thúc, 3 cuộc đang thực hiện; đã đóng gói 11 hộp.',
    ),
  },
];

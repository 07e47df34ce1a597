import type { AssignmentCommand, AssignmentView } from '@don-doc/contracts/http';
import { formatMonth } from '../format.js';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'date' | 'month';
  readonly required: boolean;
  readonly min?: number;
  readonly max: number;
  readonly hint?: string;
}

export interface CommandForm {
  /** Under /assignments/:id/, or the whole path for the one that is about a row. */
  readonly path: (assignment: AssignmentView) => string;
  readonly versioned: boolean;
  readonly explain: (assignment: AssignmentView) => string;
  readonly done: string;
  readonly fields: readonly Field[];
}

const on = (act: string) => (assignment: AssignmentView) => `/assignments/${assignment.id}/${act}`;
const code: Field = {
  name: 'code',
  label: 'Số, ký hiệu văn bản',
  kind: 'text',
  required: false,
  max: 100,
  hint: 'Ví dụ 45/BC-HCTP. Để trống khi không có văn bản.',
};
const issuedOn: Field = { name: 'issuedOn', label: 'Ngày văn bản', kind: 'date', required: false, max: 10 };
const note: Field = { name: 'note', label: 'Ý kiến kèm theo', kind: 'long', required: false, max: 2000 };
const reason = (label: string): Field => ({ name: 'reason', label, kind: 'long', required: true, min: 3, max: 2000 });

/** What each command asks for, and what will happen when it is given. Shapes: contracts/http/requests.ts. */
export const commandForms: Readonly<Record<AssignmentCommand, CommandForm>> = {
  submit: {
    path: on('submit'),
    versioned: true,
    explain: () =>
      'Kết quả chuyển đến Văn phòng Sở. Sau 3 ngày làm việc không có đề nghị bổ sung thì được ghi nhận; trong thời gian chờ không gửi lời nhắc.',
    done: 'Đã gửi kết quả.',
    fields: [
      code,
      issuedOn,
      {
        name: 'summary',
        label: 'Trích yếu, nội dung kết quả',
        kind: 'long',
        required: true,
        min: 3,
        max: 4000,
        hint: 'Tài liệu mật chỉ ghi mức độ, thời hạn bảo quản và số lượng.',
      },
    ],
  },
  accept: {
    path: on('accept'),
    versioned: true,
    explain: ({ unitName }) =>
      `Phần việc của ${unitName} hoàn thành; lời nhắc dừng ngay. Đúng hạn hay quá hạn tính theo ngày đơn vị gửi.`,
    done: 'Đã ghi nhận.',
    fields: [note],
  },
  return: {
    path: on('return'),
    versioned: true,
    explain: ({ unitName }) => `Phần việc trở lại ${unitName} cùng nội dung dưới đây; lời nhắc theo thời hạn tiếp tục.`,
    done: 'Đã đề nghị bổ sung.',
    fields: [reason('Nội dung đề nghị bổ sung')],
  },
  'claim-not-arisen': {
    path: on('not-arisen'),
    versioned: true,
    explain: () => 'Ghi rằng việc này không phát sinh tại đơn vị, kèm lý do; lời nhắc dừng.',
    done: 'Đã ghi: không phát sinh.',
    fields: [reason('Lý do không phát sinh')],
  },
  'record-result': {
    path: on('record-result'),
    versioned: true,
    explain: ({ unitName }) =>
      `Văn phòng ghi kết quả ${unitName} đã báo cáo bằng văn bản. Đúng hạn hay quá hạn tính theo ngày thực tế hoàn thành.`,
    done: 'Đã ghi kết quả.',
    fields: [
      { ...code, label: 'Số, ký hiệu công văn của đơn vị', required: true, hint: 'Ví dụ 45/BC-HCTP' },
      { ...issuedOn, required: true },
      { name: 'actualOn', label: 'Ngày thực tế hoàn thành', kind: 'date', required: true, max: 10 },
      { name: 'summary', label: 'Trích yếu', kind: 'long', required: false, max: 4000 },
    ],
  },
  remind: {
    path: on('remind'),
    versioned: false,
    explain: ({ unitName, headName }) =>
      `Gửi ngay một lời nhắc đến ${headName ? `${headName}, ` : ''}${unitName}. Mỗi phần việc đôn đốc một lần trong ngày.`,
    done: 'Đã gửi lời đôn đốc.',
    fields: [{ ...note, label: 'Lời nhắn kèm theo', max: 1000 }],
  },
  'fix-due': {
    path: ({ rowId }) => `/rows/${rowId}/fix-due`,
    versioned: false,
    explain: () =>
      'Thời hạn này áp dụng cho mọi đơn vị của dòng và hiện là “Văn phòng quy ước”. Thời hạn đầu tiên vẫn được giữ để đối chiếu.',
    done: 'Đã ấn định thời hạn.',
    fields: [
      { name: 'lastDay', label: 'Ngày cuối', kind: 'date', required: true, max: 10 },
      { name: 'approvedBy', label: 'Người duyệt', kind: 'text', required: true, min: 2, max: 200 },
      reason('Lý do'),
    ],
  },
  'report-period': {
    path: on('report-period'),
    versioned: true,
    explain: () => 'Mỗi tháng ít nhất một minh chứng: buổi tuyên truyền, quán triệt, số người dự, văn bản đã phổ biến.',
    done: 'Đã ghi báo cáo tháng.',
    fields: [
      { name: 'period', label: 'Tháng', kind: 'month', required: true, max: 7 },
      { name: 'evidence', label: 'Minh chứng', kind: 'long', required: true, min: 3, max: 4000 },
    ],
  },
};

/** Months an evidence may still be given for, the oldest first. */
export const openPeriods = (assignment: AssignmentView): readonly { value: string; label: string }[] =>
  assignment.periods
    .filter(({ state }) => state === 'open' || state === 'missed')
    .map(({ period, state }) => ({
      value: period,
      label: `Tháng ${formatMonth(period)}${state === 'missed' ? ', đang thiếu' : ''}`,
    }));

/** Blank answers are sent as nothing, the way the schemas read them. */
export const answersOf = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

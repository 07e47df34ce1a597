import type {
  AmendmentChange,
  AmendmentView,
  AssignmentCommand,
  AssignmentView,
  PlanView,
  StatusBucket,
} from '@don-doc/contracts/http';

/** The official words of each status (Nghị định and the Office's practice: docs/GLOSSARY.md), in the order reports give them. */
export const bucketWords: Readonly<Record<StatusBucket, string>> = {
  'completed-on-time': 'Hoàn thành đúng hạn',
  'completed-late': 'Hoàn thành quá hạn',
  'in-progress': 'Đang thực hiện trong hạn',
  overdue: 'Đang thực hiện quá hạn',
  'not-yet': 'Chưa đến thời điểm thực hiện',
  'no-due-date': 'Chưa xác định thời hạn',
  'not-arisen': 'Không phát sinh',
  withdrawn: 'Đã rút khỏi kế hoạch',
};
export const bucketOrder: readonly StatusBucket[] = [
  'overdue',
  'in-progress',
  'completed-on-time',
  'completed-late',
  'not-yet',
  'no-due-date',
  'not-arisen',
  'withdrawn',
];

export const assignmentStateWords: Readonly<Record<AssignmentView['state'], string>> = {
  waiting: 'Chưa đến thời điểm thực hiện',
  open: 'Đang thực hiện',
  submitted: 'Đã gửi kết quả, chờ ghi nhận',
  accepted: 'Đã ghi nhận',
  returned: 'Đề nghị bổ sung',
  'not-arisen': 'Không phát sinh',
  withdrawn: 'Đã rút khỏi kế hoạch',
};

export const planStatusWords: Readonly<Record<PlanView['status'], string>> = {
  draft: 'Dự thảo',
  running: 'Đang thực hiện',
  suspended: 'Tạm dừng',
  closed: 'Đã kết thúc',
};

export const commandWords: Readonly<Record<AssignmentCommand, string>> = {
  submit: 'Gửi kết quả',
  accept: 'Ghi nhận',
  return: 'Đề nghị bổ sung',
  'claim-not-arisen': 'Không phát sinh',
  'record-result': 'Ghi kết quả thay đơn vị',
  remind: 'Đôn đốc ngay',
  'fix-due': 'Ấn định thời hạn',
  'report-period': 'Báo cáo tháng',
};

export const alarmStateWords: Readonly<Record<string, string>> = {
  planned: 'Sẽ gửi',
  recorded: 'Đã ghi',
  sent: 'Đã gửi',
  superseded: 'Đã thay bằng lời nhắc sau',
  suppressed: 'Không gửi do tạm dừng',
};

export const eventKindWords: Readonly<Record<string, string>> = {
  expected: 'Dự kiến',
  confirmed: 'Xác nhận',
  moved: 'Dời ngày',
  revoked: 'Hủy xác nhận',
  amended: 'Điều chỉnh, bổ sung',
};

export const severityWords: Readonly<Record<string, string>> = {
  blocking: 'Chặn',
  caution: 'Lưu ý',
  notice: 'Ghi nhận',
};

export const periodStateWords: Readonly<Record<string, string>> = {
  upcoming: 'chưa đến kỳ',
  open: 'đang trong kỳ',
  met: 'đã báo cáo',
  missed: 'thiếu báo cáo',
  'met-late': 'báo cáo muộn',
};

/** The ladder's words name the month already where they speak of one. */
export const withPeriod = (ruleText: string, month: string | null): string =>
  month === null || ruleText.includes(month) ? ruleText : `${ruleText}, kỳ ${month}`;

const roleWords: Readonly<Record<string, string>> = {
  office: 'Văn phòng',
  'unit-head': 'Lãnh đạo đơn vị',
  'unit-staff': 'Chuyên viên đơn vị',
  'deputy-director': 'Phó Giám đốc',
  director: 'Giám đốc',
  observer: 'Cơ quan theo dõi',
  admin: 'Quản trị',
};
export const roleWord = (role: string): string => roleWords[role] ?? role;

export const amendmentKindWords: Readonly<Record<AmendmentChange['kind'], string>> = {
  'add-row': 'Bổ sung dòng',
  'change-row': 'Sửa dòng',
  'withdraw-row': 'Rút dòng',
};

export const amendmentDocumentWords: Readonly<Record<AmendmentView['document']['kind'], string>> = {
  plan: 'Kế hoạch sửa đổi, bổ sung',
  decision: 'Quyết định',
  letter: 'Công văn',
};

export const amendmentStatusWords: Readonly<Record<AmendmentView['status'], string>> = {
  proposed: 'Chờ Giám đốc xác nhận',
  confirmed: 'Đã xác nhận, đang áp dụng',
  declined: 'Không áp dụng',
};

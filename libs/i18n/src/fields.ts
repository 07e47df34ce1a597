/** What is shaped like a zod issue: this library knows no zod. */
export interface FieldIssue {
  readonly code?: string;
  readonly path?: readonly unknown[];
  readonly message: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly input?: unknown;
}

const fieldNames: Readonly<Record<string, string>> = {
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  roles: 'Vai trò',
  personId: 'Người trong danh bạ',
  accountId: 'Mã tài khoản',
  asOf: 'Thời điểm đã xem',
  current: 'Mật khẩu hiện tại',
  next: 'Mật khẩu mới',
  commandId: 'Mã lệnh',
  version: 'Phiên bản đang xem',
  reason: 'Lý do',
  summary: 'Tóm tắt kết quả',
  note: 'Ghi chú',
  code: 'Số, ký hiệu văn bản',
  issuedOn: 'Ngày ban hành',
  actualOn: 'Ngày hoàn thành thực tế',
  effectiveOn: 'Ngày có hiệu lực',
  lastDay: 'Ngày cuối của thời hạn',
  approvedBy: 'Người phê duyệt',
  policyApprovedBy: 'Người phê duyệt quy ước',
  evidence: 'Minh chứng',
  period: 'Tháng báo cáo',
  directoryId: 'Danh bạ đơn vị',
  agencyUnitId: 'Đơn vị thực hiện thay cơ quan',
  groups: 'Đơn vị thuộc nhóm',
  fixedDue: 'Thời hạn do Văn phòng ấn định',
  immediateWorkingDays: 'Số ngày làm việc của “ngay sau”',
  rollPeriodToWorkingDay: 'Lùi hạn sang ngày làm việc',
  signed: 'Kế hoạch đã ký ban hành',
  rehearsal: 'Diễn tập',
  startAt: 'Thời điểm bắt đầu diễn tập',
  rate: 'Tốc độ đồng hồ',
  to: 'Thời điểm chuyển tới',
  from: 'Từ thời điểm',
  act: 'Lệnh với đồng hồ',
  kind: 'Loại',
  on: 'Ngày',
  event: 'Sự kiện',
  document: 'Văn bản',
  option: 'Phương án',
  date: 'Ngày',
  name: 'Tên',
  source: 'Căn cứ',
  file: 'Tệp kế hoạch',
  state: 'Trạng thái',
  planId: 'Mã kế hoạch',
  rowId: 'Mã nhiệm vụ',
  assignmentId: 'Mã việc được giao',
  findingId: 'Mã điểm cần xem',
  id: 'Mã',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'cần là một mã định danh hợp lệ; tải lại trang rồi thử lại',
  date: 'cần là một ngày có thật, ghi dạng năm-tháng-ngày, ví dụ 2025-05-29',
  datetime: 'cần là một thời điểm đầy đủ, có múi giờ, ví dụ 2025-05-26T07:55:00+07:00',
  regex: 'ghi chưa đúng dạng',
};

/** The field's name a clerk reads: its last named step, with what it lies in. */
export function fieldName(path: readonly unknown[] | undefined): string {
  const named = (path ?? []).map((step) =>
    String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step),
  );
  const last = named.findLast((step) => fieldNames[step] !== undefined);
  if (last === undefined) return named.length === 0 ? 'Nội dung gửi lên' : `Mục “${named.join('.')}”`;
  const rest = named.slice(named.lastIndexOf(last) + 1);
  return rest.length === 0 ? (fieldNames[last] ?? last) : `${fieldNames[last] ?? last} (mục ${rest.join('.')})`;
}

/** Says what is wrong with a field and what to do: "Lý do: cần ít nhất 3 ký tự." */
export function fieldProblem(issue: FieldIssue): { field: string; text: string } {
  const field = (issue.path ?? [])
    .map((step) => String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step))
    .join('.');
  return { field, text: `${fieldName(issue.path)}: ${problemOf(issue)}.` };
}

function problemOf(issue: FieldIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('received undefined') || issue.input === undefined
        ? 'chưa có, cần bổ sung'
        : `không đúng kiểu, cần là ${typeName(issue.expected)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? Number(issue.minimum) <= 1
          ? 'không được để trống'
          : `cần ít nhất ${String(issue.minimum)} ký tự`
        : issue.origin === 'array'
          ? `cần chọn ít nhất ${String(issue.minimum)} mục`
          : `không được nhỏ hơn ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `dài quá, nhiều nhất ${String(issue.maximum)} ký tự`
        : `không được lớn hơn ${String(issue.maximum)}`;
    case 'invalid_format':
      return formats[issue.format ?? ''] ?? 'ghi chưa đúng dạng';
    case 'invalid_value':
      return `cần chọn một trong các giá trị: ${(issue.values ?? []).map(String).join(', ')}`;
    case 'invalid_union':
      return 'chưa chọn đúng loại';
    default:
      return 'chưa hợp lệ';
  }
}

function typeName(expected: string | undefined): string {
  switch (expected) {
    case 'string':
      return 'chữ';
    case 'number':
    case 'int':
      return 'số';
    case 'boolean':
      return 'có hoặc không';
    case 'array':
      return 'danh sách';
    default:
      return 'một nhóm thông tin';
  }
}

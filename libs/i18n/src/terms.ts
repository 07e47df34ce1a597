import { DEFAULT_LADDER, eventLabel } from '@don-doc/domain';

/** Names a clerk reads, keyed by the code's names. Administrative register, no English. */
export const roleNames: Readonly<Record<string, string>> = {
  office: 'Văn phòng Sở',
  'unit-head': 'Lãnh đạo phòng, đơn vị',
  'unit-staff': 'Công chức, viên chức',
  'deputy-director': 'Phó Giám đốc phụ trách',
  director: 'Giám đốc',
  observer: 'Cơ quan theo dõi',
  admin: 'Quản trị',
};

export const bucketNames: Readonly<Record<string, string>> = {
  'completed-on-time': 'Hoàn thành đúng hạn',
  'completed-late': 'Hoàn thành quá hạn',
  'in-progress': 'Đang thực hiện trong hạn',
  overdue: 'Đang thực hiện quá hạn',
  'not-yet': 'Chưa đến thời điểm thực hiện',
  'no-due-date': 'Chưa xác định thời hạn',
  'not-arisen': 'Không phát sinh',
  withdrawn: 'Đã rút khỏi kế hoạch',
};

export const assignmentStateNames: Readonly<Record<string, string>> = {
  waiting: 'Chưa đến thời điểm thực hiện',
  open: 'Đang thực hiện',
  submitted: 'Đã gửi kết quả, chờ ghi nhận',
  accepted: 'Đã ghi nhận',
  returned: 'Đề nghị bổ sung',
  'not-arisen': 'Không phát sinh',
  withdrawn: 'Đã rút khỏi kế hoạch',
};

export const planStatusNames: Readonly<Record<string, string>> = {
  draft: 'Dự thảo',
  running: 'Đang thực hiện',
  suspended: 'Tạm dừng',
  closed: 'Đã kết thúc',
};

/** What an alarm is, in words; leaders are reported to, never reminded. */
export function ruleText(rule: string, occurrence: number, period: string | null, event: string | null = null): string {
  const month = period === null ? '' : ` tháng ${period.slice(5)}/${period.slice(0, 4)}`;
  switch (rule) {
    case 'opening':
      return 'Thông báo bắt đầu thực hiện';
    case 'due-in-5':
    case 'due-in-1': {
      const days = DEFAULT_LADDER.before.find((step) => step.rule === rule)?.days ?? 0;
      return `Nhắc trước hạn ${days} ngày làm việc${month}`;
    }
    case 'due-day':
      return `Đến hạn trong ngày${month}`;
    case 'overdue': {
      const days = DEFAULT_LADDER.after[occurrence - 1]?.days;
      return days === undefined ? `Đôn đốc quá hạn hằng tuần${month}` : `Đôn đốc quá hạn ${days} ngày làm việc${month}`;
    }
    case 'progress-request':
      return `Đề nghị cho biết tiến độ${month}`;
    case 'expected-notice':
      return `Thông báo ngày dự kiến ${eventLabel(event)}`;
    case 'ask-due-date':
      return 'Đề nghị Văn phòng ấn định thời hạn';
    case 'event-ask':
      return `Đề nghị Văn phòng xác nhận đã ${eventLabel(event)}`;
    case 'manual':
      return 'Đôn đốc ngay';
    default:
      return 'Nhắc việc';
  }
}

export const audienceNames: Readonly<Record<string, string>> = {
  'unit-head': 'Lãnh đạo đơn vị',
  office: 'Văn phòng Sở',
  'deputy-director': 'Phó Giám đốc phụ trách',
  director: 'Giám đốc',
};

/** "còn 3 ngày làm việc", "đến hạn hôm nay", "quá hạn 5 ngày làm việc". */
export function daysLeftText(left: number): string {
  if (left > 0) return `còn ${left} ngày làm việc`;
  if (left === 0) return 'đến hạn hôm nay';
  return `quá hạn ${-left} ngày làm việc`;
}

/** State of a workflow as Temporal names it. */
export const workflowStateNames: Readonly<Record<string, string>> = {
  RUNNING: 'Đang chạy',
  COMPLETED: 'Đã kết thúc',
  FAILED: 'Hỏng, cần xem lại',
  CANCELLED: 'Đã hủy',
  TERMINATED: 'Đã bị dừng',
  CONTINUED_AS_NEW: 'Đang chạy',
  TIMED_OUT: 'Hết thời gian',
  NOT_FOUND: 'Chưa bắt đầu',
  UNREACHABLE: 'Chưa hỏi được máy chủ Temporal',
};

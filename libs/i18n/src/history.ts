import { formatDate } from '@don-doc/domain';
import { assignmentStateNames } from './terms.js';

type Json = Readonly<Record<string, unknown>>;

interface Entry {
  readonly kind: string;
  readonly data: Json;
  readonly before: Json | null;
  readonly after: Json | null;
  readonly unitName: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const date = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDate(value.slice(0, 10)) : '';
const month = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}/.test(value) ? `tháng ${value.slice(5, 7)}/${value.slice(0, 4)}` : '';
const tail = (label: string, value: unknown): string =>
  text(value) === '' ? '' : ` ${label}: ${text(value).replace(/[.\s]+$/, '')}.`;

/** What happened, as a sentence without its subject's name where the page shows it beside. */
const sentences: Readonly<Record<string, (d: Json) => string>> = {
  'window-opened': () => 'Đến thời điểm bắt đầu thực hiện.',
  'window-withdrawn': () => 'Thời điểm bắt đầu thay đổi; việc trở lại chờ.',
  'acknowledged-by-itself': () => 'Quá 3 ngày làm việc không có ý kiến: kết quả được ghi nhận.',
  'process-ended': () => 'Quá trình kết thúc, việc hoàn thành.',
  'process-resumed': () => 'Quá trình còn tiếp tục; việc được theo dõi trở lại.',
  late: (d) => (d['period'] ? `Quá hạn minh chứng ${month(d['period'])}.` : 'Quá thời hạn thực hiện.'),
  'due-changed': () => 'Thời hạn thay đổi.',
  submit: (d) => `Gửi kết quả.${tail('Số, ký hiệu', d['code'])}${tail('Nội dung', d['summary'])}`,
  'claim-not-arisen': (d) => `Báo không phát sinh.${tail('Lý do', d['reason'])}`,
  accept: (d) => `Ghi nhận kết quả.${tail('Ghi chú', d['note'])}`,
  return: (d) => `Đề nghị bổ sung.${tail('Lý do', d['reason'])}`,
  'record-result': (d) =>
    `Văn phòng ghi kết quả thay đơn vị, hoàn thành ngày ${date(d['actualOn'])}.${tail('Số, ký hiệu', d['code'])}${tail('Nội dung', d['summary'])}`,
  'report-period': (d) => `Gửi minh chứng ${month(d['period'])}.${tail('Nội dung', d['evidence'])}`,
  remind: (d) => `Đôn đốc ngay.${tail('Ghi chú', d['note'])}`,
  'fix-due': (d) =>
    `Văn phòng ấn định ngày cuối ${date(d['lastDay'])}.${tail('Phê duyệt', d['approvedBy'])}${tail('Lý do', d['reason'])}`,
  amendment: () => 'Đơn vị được thêm vào hoặc rút khỏi việc này theo văn bản điều chỉnh.',
  amended: (d) => `${amended(d['change'])} theo ${document(d)}.${tail('Lý do', d['reason'])}`,
  'completed-by-signing': (d) => `Hoàn thành khi kế hoạch được ký ban hành ngày ${date(d['issuedOn'])}.`,
};

const acts: Readonly<Record<string, string>> = {
  'add-row': 'Bổ sung vào kế hoạch',
  'change-row': 'Điều chỉnh',
  'withdraw-row': 'Rút khỏi kế hoạch',
};
const amended = (change: unknown): string => acts[text(change)] ?? 'Điều chỉnh';

const documents: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch sửa đổi, bổ sung',
  decision: 'Quyết định',
  letter: 'Công văn',
};
const document = (d: Json): string =>
  `${documents[text(d['documentKind'])] ?? 'Văn bản'} số ${text(d['code'])} ngày ${date(d['issuedOn'])}`;

export function historyText(entry: Entry): { text: string; before: string | null; after: string | null } {
  const sentence = sentences[entry.kind]?.(entry.data) ?? 'Thông tin được cập nhật.';
  return {
    text: entry.unitName === null ? sentence : `${entry.unitName}: ${sentence}`,
    before: stateText(entry.before),
    after: stateText(entry.after),
  };
}

/** A state or a deadline before and after, in words. */
function stateText(state: Json | null): string | null {
  if (state === null) return null;
  if (typeof state['state'] === 'string') return assignmentStateNames[state['state']] ?? state['state'];
  if (state['lastDay'] === null) return 'chưa có ngày cuối';
  if (typeof state['lastDay'] === 'string') return `hạn cuối ${date(state['lastDay'])}`;
  return null;
}

/** A turn of a rehearsal's clock, in words. */
export function clockText(data: Json): string {
  switch (data['act']) {
    case 'pause':
      return 'Tạm dừng đồng hồ diễn tập';
    case 'rate':
      return `Đổi tốc độ đồng hồ diễn tập: ${text(data['rate'])} giây mỗi giây`;
    case 'jump':
      return 'Chuyển đồng hồ diễn tập tới thời điểm đã chọn';
    case 'jump-to-next-alarm':
      return 'Chuyển đồng hồ diễn tập tới lần nhắc kế tiếp';
    default:
      return 'Hệ thống đã dừng; đồng hồ diễn tập mở lại ở trạng thái tạm dừng';
  }
}

import { formatDate } from '@don-doc/domain';

type Data = Readonly<Record<string, unknown>>;

export interface ErrorText {
  readonly title: string;
  /** What was wrong, where, and what to do now. */
  readonly detail: (data: Data) => string;
}

const s = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const date = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDate(value.slice(0, 10)) : s(value);
const say = (title: string, detail: string | ((data: Data) => string)): ErrorText => ({
  title,
  detail: typeof detail === 'string' ? () => detail : detail,
});

/** Vietnamese texts of the refusals, keyed by the error's code. A spec proves that no code in the source lacks one. */
export const errorTexts: Readonly<Record<string, ErrorText>> = {
  // Requests
  VALIDATION: say('Thông tin chưa hợp lệ', (d) =>
    Array.isArray(d['fields'])
      ? d['fields'].map((f: { text: string }) => f.text).join(' ')
      : 'Kiểm tra lại các mục đã nhập.',
  ),
  ROUTE_NOT_FOUND: say('Không có địa chỉ này', 'Địa chỉ vừa gọi không có trên hệ thống. Tải lại trang rồi thử lại.'),
  BAD_REQUEST: say('Yêu cầu chưa đọc được', 'Nội dung gửi lên không đúng dạng. Tải lại trang rồi thử lại.'),
  UNSUPPORTED_MEDIA: say(
    'Không đọc được loại nội dung này',
    'Gửi nội dung dạng JSON, hoặc tệp kế hoạch qua mẫu tải tệp.',
  ),
  TOO_MANY_REQUESTS: say(
    'Thao tác quá nhanh',
    (d) => `Đã có quá nhiều yêu cầu trong thời gian ngắn. Chờ ${s(d['seconds']) || 'ít'} giây rồi thử lại.`,
  ),
  UNEXPECTED: say(
    'Hệ thống chưa xử lý được',
    (d) =>
      `Đã có trục trặc ngoài dự kiến; dữ liệu chưa thay đổi. Thử lại sau ít phút; nếu vẫn vậy, báo quản trị kèm mã ${s(d['requestId'])}.`,
  ),
  DATABASE_UNAVAILABLE: say(
    'Chưa kết nối được cơ sở dữ liệu',
    'Dữ liệu chưa thay đổi. Thử lại sau ít phút; nếu vẫn vậy, báo quản trị.',
  ),
  TEMPORAL_UNAVAILABLE: say(
    'Chưa kết nối được máy chủ Temporal',
    'Việc đã ghi vẫn còn nguyên và sẽ được chạy tiếp khi máy chủ trở lại.',
  ),

  // Sessions and rights
  UNAUTHENTICATED: say('Chưa đăng nhập', 'Phiên làm việc đã hết hoặc chưa có. Đăng nhập rồi thử lại.'),
  WRONG_CREDENTIALS: say(
    'Chưa đăng nhập được',
    'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại, hoặc nhờ quản trị đặt lại mật khẩu.',
  ),
  LOGIN_LOCKED: say(
    'Tạm khóa đăng nhập',
    (d) =>
      `Đã nhập sai nhiều lần. Tài khoản mở lại sau ${s(d['minutes'])} phút; cần gấp thì nhờ quản trị đặt lại mật khẩu.`,
  ),
  MUST_CHANGE_PASSWORD: say(
    'Cần đổi mật khẩu',
    'Mật khẩu đang dùng là mật khẩu cấp lần đầu. Đổi mật khẩu rồi tiếp tục.',
  ),
  WRONG_CURRENT_PASSWORD: say('Chưa đổi được mật khẩu', 'Mật khẩu hiện tại không đúng. Nhập lại.'),
  PASSWORD_UNCHANGED: say('Chưa đổi được mật khẩu', 'Mật khẩu mới trùng mật khẩu hiện tại. Chọn mật khẩu khác.'),
  PASSWORD_HAS_USERNAME: say('Chưa đổi được mật khẩu', 'Mật khẩu mới có chứa tên đăng nhập. Chọn mật khẩu khác.'),
  CROSS_ORIGIN: say(
    'Yêu cầu đến từ trang khác',
    'Chỉ nhận lệnh gửi từ trang của hệ thống. Mở trang chính rồi thử lại.',
  ),
  FORBIDDEN: say('Không thuộc quyền của tài khoản này', (d) =>
    s(d['need'])
      ? `Việc này do ${s(d['need'])} thực hiện.`
      : 'Tài khoản đang dùng không được giao việc này. Liên hệ Văn phòng Sở nếu cần.',
  ),
  NOT_FOUND: say(
    'Không tìm thấy',
    (d) => `${subject(d['what'])} không còn hoặc chưa từng có. Tải lại trang để xem danh sách mới nhất.`,
  ),

  // Commands
  STALE_VERSION: say(
    'Nội dung đã được người khác cập nhật',
    'Việc này vừa thay đổi sau khi trang được mở. Xem lại nội dung mới rồi thực hiện lại; những gì đã nhập vẫn còn trên trang.',
  ),
  COMMAND_REUSED: say('Mã lệnh đã dùng', 'Mã lệnh này đã dùng cho một việc khác. Tải lại trang rồi thử lại.'),
  TASK_CLOSED: say('Nhiệm vụ đã kết thúc', 'Kế hoạch đã kết thúc nên không nhận thêm lệnh cho nhiệm vụ này.'),
  TASK_SETTLING: say(
    'Nhiệm vụ đang được cập nhật',
    'Nhiệm vụ này đang được tính lại theo đồng hồ của kế hoạch. Thử lại sau ít giây.',
  ),
  NOT_OPEN: say('Việc chưa ở trạng thái thực hiện được lệnh này', (d) =>
    s(d['stateText'])
      ? `Việc đang ở trạng thái “${s(d['stateText'])}”. Tải lại trang để xem lệnh có thể thực hiện.`
      : 'Tải lại trang để xem lệnh có thể thực hiện.',
  ),
  NOT_WAITING_FOR_REVIEW: say(
    'Chưa có kết quả để xem xét',
    'Đơn vị chưa gửi kết quả, hoặc kết quả đã được xử lý. Tải lại trang.',
  ),
  ALREADY_REMINDED: say(
    'Hôm nay đã đôn đốc việc này',
    'Mỗi việc chỉ đôn đốc ngay một lần trong một ngày. Có thể chép lời nhắn để gửi riêng.',
  ),
  PERIOD_UNKNOWN: say(
    'Không có tháng báo cáo này',
    (d) => `Nhiệm vụ không có thời hạn cho tháng ${s(d['period'])}. Chọn tháng khác.`,
  ),
  PERIOD_ALREADY_MET: say('Tháng này đã có minh chứng', 'Minh chứng của tháng đã được ghi. Xem lịch sử của nhiệm vụ.'),
  PLAN_NOT_RUNNING: say('Kế hoạch chưa chạy', 'Chỉ thực hiện được khi kế hoạch đang chạy.'),
  PLAN_SUSPENDED: say('Kế hoạch đang tạm dừng', 'Tiếp tục kế hoạch trước khi thực hiện việc này.'),
  PLAN_CLOSED: say('Kế hoạch đã kết thúc', 'Kế hoạch đã kết thúc nên không thay đổi được nữa.'),

  // Plan
  ALREADY_LAUNCHED: say(
    'Kế hoạch đã được khởi chạy',
    'Bản kế hoạch này đã khởi chạy rồi. Mở kế hoạch đang chạy trong danh sách.',
  ),
  LAUNCH_BLOCKED: say(
    'Chưa khởi chạy được',
    (d) => `Còn ${s(d['count'])} điểm phải trả lời trước khi khởi chạy. Mở mục “Điểm cần xem” để trả lời.`,
  ),
  FINDING_NOT_FOUND: say('Không tìm thấy điểm cần xem', 'Điểm này không còn trong kế hoạch. Tải lại trang.'),
  OPTION_UNKNOWN: say('Phương án không có', 'Chọn một trong các phương án đã nêu.'),
  CLOCK_IS_REAL: say(
    'Kế hoạch chạy theo giờ thật',
    'Chỉ đồng hồ của buổi diễn tập mới tạm dừng, đổi tốc độ hoặc chuyển tới được.',
  ),
  CLOCK_BACKWARDS: say('Đồng hồ không lùi lại được', 'Chọn một thời điểm sau giờ hiện tại của buổi diễn tập.'),
  CALENDAR_CHANGED: say('Lịch vừa được thay đổi', 'Tải lại trang để xem lịch mới nhất rồi thực hiện lại.'),

  // Import
  FILE_MISSING: say('Chưa có tệp kế hoạch', 'Chọn một tệp Word (.docx) hoặc văn bản (.txt) rồi tải lên.'),
  FILE_TOO_LARGE: say(
    'Tệp quá lớn',
    (d) => `Tệp tải lên vượt ${s(d['limitMb'])} MB. Kế hoạch thường chỉ vài trăm KB; bỏ bớt ảnh hoặc chọn đúng tệp.`,
  ),
};

function subject(what: unknown): string {
  const names: Record<string, string> = {
    plan: 'Kế hoạch',
    row: 'Nhiệm vụ',
    assignment: 'Việc được giao',
    finding: 'Điểm cần xem',
    account: 'Tài khoản',
    alarm: 'Nhắc việc',
    directory: 'Danh bạ',
    unit: 'Đơn vị',
    inbox: 'Thông báo',
    calendar: 'Lịch làm việc',
  };
  return names[s(what)] ?? 'Nội dung cần xem';
}

export { date as dateText };

/** Title and detail of a refusal. An unknown code still answers courteously and names itself. */
export function describeError(code: string, data: Data): { title: string; detail: string } {
  const text = errorTexts[code];
  if (text === undefined)
    return {
      title: 'Chưa thực hiện được',
      detail: `Hệ thống từ chối yêu cầu (mã ${code}). Báo quản trị nếu cần hỗ trợ.`,
    };
  return { title: text.title, detail: text.detail(data) };
}

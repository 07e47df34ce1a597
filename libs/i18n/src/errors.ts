import { eventLabel, formatDate } from '@don-doc/domain';
import { planDocumentMessages } from './plan-document.js';
import { columnsMissing, rowsWrong, unitsUnreachable } from './directory.js';
import { assignmentStateNames } from './terms.js';

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
    (d) =>
      `Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại, hoặc nhờ quản trị đặt lại mật khẩu. Nhập sai ${s(d['failures'])} lần liền, tài khoản tạm nghỉ ${s(d['minutes'])} phút; trong thời gian đó mật khẩu đúng cũng chưa vào được.`,
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
  ALREADY_REMINDED: say(
    'Hôm nay đã đôn đốc việc này',
    'Mỗi việc chỉ đôn đốc ngay một lần trong một ngày. Có thể chép lời nhắn để gửi riêng.',
  ),
  PLAN_CLOSED: say('Kế hoạch đã kết thúc', 'Kế hoạch đã kết thúc nên không thay đổi được nữa.'),

  // Of the model
  COMMAND_ID_REUSED: say('Mã lệnh đã dùng', 'Mã lệnh này đã dùng cho một việc khác. Tải lại trang rồi thử lại.'),
  ASSIGNMENT_UNKNOWN: say(
    'Không tìm thấy việc được giao',
    'Việc này không còn hoặc chưa từng có. Tải lại trang để xem danh sách mới nhất.',
  ),
  ROW_UNKNOWN: say(
    'Không tìm thấy nhiệm vụ',
    'Nhiệm vụ này không còn hoặc chưa từng có. Tải lại trang để xem danh sách mới nhất.',
  ),
  PLAN_UNKNOWN: say(
    'Không tìm thấy kế hoạch',
    'Kế hoạch này không còn hoặc chưa từng có. Tải lại trang để xem danh sách mới nhất.',
  ),
  PLAN_NOT_LAUNCHED: say('Kế hoạch chưa khởi chạy', 'Khởi chạy kế hoạch trước khi thực hiện việc này.'),
  PLAN_NOT_IN_STATE: say(
    'Chưa thực hiện được',
    (d) =>
      `Kế hoạch ${s(d['status']) === 'suspended' ? 'đang tạm dừng' : 'đang chạy'} nên không thực hiện được việc này. Tải lại trang để xem trạng thái mới nhất.`,
  ),
  ACT_NOT_ALLOWED: say(
    'Việc chưa ở trạng thái thực hiện được lệnh này',
    (d) =>
      `Việc đang ở trạng thái “${assignmentStateNames[s(d['state'])] ?? s(d['state'])}”. Tải lại trang để xem lệnh có thể thực hiện.`,
  ),
  NOT_YET_OPEN: say(
    'Chưa đến thời điểm thực hiện',
    (d) => `Nhiệm vụ ${s(d['rowNo'])} chưa đến thời điểm thực hiện. Thực hiện lại khi nhiệm vụ được mở.`,
  ),
  PERIOD_NOT_OWED: say(
    'Không có tháng báo cáo này',
    (d) => `Nhiệm vụ ${s(d['rowNo'])} không có thời hạn cho tháng ${month(d['period'])}. Chọn tháng khác.`,
  ),
  PERIOD_NOT_STARTED: say(
    'Tháng báo cáo chưa đến',
    (d) => `Tháng ${month(d['period'])} chưa bắt đầu. Gửi minh chứng khi đến tháng.`,
  ),
  PERIOD_ALREADY_REPORTED: say(
    'Tháng này đã có minh chứng',
    (d) => `Minh chứng tháng ${month(d['period'])} đã được ghi. Xem lịch sử của nhiệm vụ.`,
  ),
  DUE_ALREADY_STATED: say(
    'Kế hoạch đã nêu thời hạn',
    (d) =>
      `Nhiệm vụ ${s(d['rowNo'])} đã có thời hạn “${s(d['phrase'])}” trong kế hoạch; thời hạn này chỉ thay đổi bằng văn bản sửa đổi kế hoạch.`,
  ),
  DUE_BEFORE_OPENING: say(
    'Ngày cuối chưa hợp lệ',
    (d) => `Ngày cuối ${date(d['lastDay'])} sớm hơn ngày bắt đầu ${date(d['opensOn'])}. Chọn ngày muộn hơn.`,
  ),
  ACTUAL_IN_FUTURE: say(
    'Ngày hoàn thành chưa đến',
    (d) => `Ngày hoàn thành thực tế ${date(d['actualOn'])} ở sau ngày hôm nay của kế hoạch. Kiểm tra lại ngày.`,
  ),
  EVENT_DATE_MISSING: say('Chưa có ngày của sự kiện', (d) => `Chọn ngày ${eventLabel(s(d['name']))} rồi gửi lại.`),
  EVENT_NOT_CONFIRMED: say(
    'Sự kiện chưa được ghi',
    'Chưa có ngày dự kiến hoặc xác nhận nào để thay đổi hay hủy. Tải lại trang để xem trạng thái mới nhất.',
  ),
  EVENT_ALREADY_CONFIRMED: say(
    'Sự kiện đã được xác nhận',
    (d) => `Ngày ${date(d['on'])} đã được xác nhận. Dời ngày, hoặc hủy xác nhận trước khi ghi ngày dự kiến mới.`,
  ),
  EVENT_UNCHANGED: say(
    'Sự kiện không thay đổi',
    (d) => `Ngày ${date(d['on'])} đã được ghi như vậy. Chọn ngày khác nếu cần thay đổi.`,
  ),
  EVENT_UNKNOWN: say('Không có sự kiện này', (d) =>
    d['known'] === undefined
      ? 'Sự kiện không có trong kế hoạch. Tải lại trang rồi chọn lại.'
      : `Kế hoạch không có sự kiện “${s(d['name'])}”. Ghi theo dạng tên=năm-tháng-ngày, với tên là: ${s(d['known'])}.`,
  ),
  CLOCK_BACKWARD: say('Đồng hồ không lùi lại được', 'Chọn một thời điểm sau giờ hiện tại của buổi diễn tập.'),
  NO_NEXT_ALARM: say(
    'Không còn nhắc việc nào sắp tới',
    'Kế hoạch không có nhắc việc nào ở phía trước. Chọn một thời điểm cụ thể để chuyển tới.',
  ),
  CALENDAR_UNCHANGED: say('Lịch không thay đổi', (d) => `Ngày ${date(d['date'])} đã được ghi như vậy trong lịch.`),
  CALENDAR_UNKNOWN: say(
    'Không tìm thấy lịch làm việc',
    'Phiên bản lịch này không có. Báo quản trị kiểm tra dữ liệu lịch.',
  ),
  DATE_INVALID: say(
    'Ngày không có thật',
    (d) => `Ngày ${s(d['date'] ?? d['value'])} không có trong lịch. Kiểm tra lại.`,
  ),
  FINDINGS_UNANSWERED: say(
    'Còn điểm chặn chưa trả lời',
    (d) => `Còn ${s(d['count'])} điểm chặn phải trả lời trước khi khởi chạy. Mở mục “Điểm cần xem” để trả lời.`,
  ),
  FINDING_UNKNOWN: say('Không tìm thấy điểm cần xem', 'Điểm này không còn trong kế hoạch. Tải lại trang.'),
  FINDING_OPTION_UNKNOWN: say('Phương án không có', 'Chọn một trong các phương án đã nêu.'),
  DIRECTORY_UNKNOWN: say(
    'Danh bạ chưa có đơn vị',
    'Danh bạ đã chọn không có hoặc chưa có đơn vị nào. Chọn danh bạ khác.',
  ),
  AGENCY_UNIT_UNKNOWN: say(
    'Chưa chọn đơn vị thực hiện thay cơ quan',
    'Đơn vị đã chọn không có trong danh bạ. Chọn lại; thường là Văn phòng Sở.',
  ),
  GROUP_UNIT_UNKNOWN: say(
    'Đơn vị của nhóm không có trong danh bạ',
    'Một đơn vị đã chọn cho nhóm không có trong danh bạ. Chọn lại các đơn vị của nhóm.',
  ),
  FIXED_DUE_UNKNOWN_ROW: say(
    'Không có nhiệm vụ này',
    (d) => `Kế hoạch không có nhiệm vụ số ${s(d['rowNo'])} để ấn định thời hạn. Kiểm tra lại số.`,
  ),
  LAUNCH_BEFORE_ISSUE: say(
    'Chưa đến ngày ban hành',
    (d) => `Không khởi chạy trước ngày ban hành ${date(d['issuedOn'])}. Kiểm tra lại ngày ban hành.`,
  ),
  UNITS_MISSING: say(
    'Còn đơn vị chủ trì chưa xác định',
    (d) =>
      `Chưa xác định được đơn vị chủ trì của ${rowsMissing(d['rows'])}. Chọn đơn vị cho nhóm, hoặc bổ sung đơn vị vào danh bạ.`,
  ),
  DRAFT_EMPTY: say(
    'Kế hoạch không có nhiệm vụ',
    'Tệp viết thành lời, không có bảng nhiệm vụ, nên chưa lập được dự thảo. Lập bảng gồm nội dung, đơn vị chủ trì và thời hạn rồi tải lên lại.',
  ),
  TASK_BROKEN: say('Nhiệm vụ chưa tính được', 'Dữ liệu của nhiệm vụ này chưa nhất quán. Báo quản trị kiểm tra.'),

  // Plan
  ALREADY_LAUNCHED: say(
    'Kế hoạch đã được khởi chạy',
    'Bản kế hoạch này đã khởi chạy rồi. Mở kế hoạch đang chạy trong danh sách.',
  ),
  CLOCK_IS_REAL: say(
    'Kế hoạch chạy theo giờ thật',
    'Chỉ đồng hồ của buổi diễn tập mới tạm dừng, đổi tốc độ hoặc chuyển tới được.',
  ),

  // Directory and accounts
  USERNAME_TAKEN: say(
    'Tên đăng nhập đã có',
    (d) => `Tên đăng nhập “${s(d['username'])}” đã có tài khoản dùng. Chọn tên khác.`,
  ),
  ACCOUNT_WITHOUT_ROLE: say(
    'Tài khoản chưa có vai trò',
    'Chọn người trong danh bạ mà tài khoản này thay mặt, hoặc chọn ít nhất một vai trò.',
  ),
  ACCOUNT_OWN: say(
    'Không tự khóa tài khoản của mình',
    'Tài khoản đang dùng do quản trị khác khóa, để luôn còn người mở lại.',
  ),
  DIRECTORY_NAME_TAKEN: say('Tên danh bạ đã có', (d) => `Đã có danh bạ tên “${s(d['name'])}”. Chọn tên khác.`),
  DIRECTORY_EMPTY: say(
    'Danh bạ không có dòng nào',
    'Dưới dòng tên cột chưa có đơn vị hay người nào. Kiểm tra lại tệp.',
  ),
  DIRECTORY_FILE_UNREADABLE: say(
    'Chưa đọc được tệp danh bạ',
    (d) =>
      `Tệp “${s(d['file'])}” không đọc được như một bảng. Đề nghị dùng tệp Excel (.xlsx), hoặc CSV, JSON lưu theo UTF-8.`,
  ),
  DIRECTORY_FILE_TOO_LONG: say(
    'Tệp danh bạ quá dài',
    (d) => `Tệp “${s(d['file'])}” có hơn ${s(d['rows'])} dòng. Kiểm tra lại có đúng tệp danh bạ không.`,
  ),
  DIRECTORY_COLUMNS_MISSING: say(
    'Tệp danh bạ thiếu cột',
    (d) =>
      `Chưa thấy cột ${columnsMissing(d['columns'])} trong mười dòng đầu. Bổ sung cột rồi nhập lại; chưa có gì được lưu.`,
  ),
  DIRECTORY_ROWS_WRONG: say(
    'Danh bạ còn dòng chưa đúng',
    (d) => `Chưa có gì được lưu. Sửa các dòng sau rồi nhập lại: ${rowsWrong(d['problems'])}.`,
  ),
  UNITS_UNREACHABLE: say(
    'Có đơn vị chủ trì chưa nhận được thư nhắc',
    (d) =>
      `${unitsUnreachable(d['units'])} Lời nhắc của đơn vị vẫn vào hộp thư nhắc việc của Văn phòng. Bổ sung ở trang Danh bạ trước khi khởi chạy.`,
  ),

  // Amendments
  AMENDMENT_UNKNOWN: say(
    'Không tìm thấy văn bản điều chỉnh',
    'Mở lại mục “Điều chỉnh, bổ sung” của kế hoạch rồi chọn lại.',
  ),
  AMENDMENT_DECIDED: say(
    'Điều chỉnh đã được quyết định',
    (d) =>
      `Văn bản ${s(d['code'])} ${d['status'] === 'confirmed' ? 'đã được xác nhận và đang áp dụng' : 'đã có ý kiến không áp dụng'}. Muốn thay đổi tiếp, lập điều chỉnh mới.`,
  ),
  AMENDMENT_EMPTY: say(
    'Điều chỉnh chưa thay đổi gì',
    (d) =>
      `Dòng ${s(d['rowNo'])} giống như hiện nay. Sửa nội dung, đơn vị hoặc thời gian, hoặc bỏ dòng này khỏi điều chỉnh.`,
  ),
  AMENDMENT_MONTHLY: say(
    'Việc theo tháng chưa bổ sung được giữa chừng',
    (d) =>
      `Dòng ${s(d['rowNo'])} báo cáo hằng tháng từ ngày ban hành, đơn vị vào sau sẽ bị tính cả những tháng trước đó. Ghi một thời hạn cụ thể, hoặc lập thành dòng riêng.`,
  ),
  ROW_NOTHING_LEFT: say(
    'Không còn việc để rút',
    (d) => `Mọi việc của dòng ${s(d['rowNo'])} đã hoàn thành hoặc đã rút. Bỏ dòng này khỏi điều chỉnh.`,
  ),
  AMENDMENT_TIME_UNREADABLE: say('Chưa đọc được thời gian', (d) =>
    s(d['phrase']) === ''
      ? `Dòng ${s(d['rowNo'])} chưa ghi thời gian. Ghi thời gian, hoặc chọn ngày cuối.`
      : `Dòng ${s(d['rowNo'])}: chưa đọc được “${s(d['phrase'])}”. Sửa cách ghi, hoặc chọn ngày cuối.`,
  ),
  AMENDMENT_UNIT_UNKNOWN: say(
    'Đơn vị không có trong danh bạ',
    (d) => `Đơn vị đã chọn cho dòng ${s(d['rowNo'])} không có trong danh bạ của kế hoạch. Chọn đơn vị khác.`,
  ),
  AMENDED_DUE_PASSED: say(
    'Thời hạn mới đã qua',
    (d) => `Ngày cuối ${date(d['lastDay'])} của dòng ${s(d['rowNo'])} đã qua. Chọn thời hạn từ hôm nay trở đi.`,
  ),
  ROW_EXISTS: say(
    'Số này đã có trong kế hoạch',
    (d) => `Kế hoạch đã có dòng số ${s(d['rowNo'])}. Chọn số khác, hoặc chọn sửa dòng đó.`,
  ),
  ROW_TWICE: say('Một dòng được nêu hai lần', (d) => `Dòng ${s(d['rowNo'])} có hai thay đổi. Gộp lại làm một.`),
  ROW_WITHOUT_LEAD: say(
    'Dòng không còn đơn vị chủ trì',
    (d) => `Chọn ít nhất một đơn vị chủ trì cho dòng ${s(d['rowNo'])}, hoặc rút cả dòng khỏi kế hoạch.`,
  ),
  PARENT_MISSING: say(
    'Chưa có nhiệm vụ của dòng này',
    (d) =>
      `Dòng ${s(d['rowNo'])} thuộc nhiệm vụ ${s(d['parentNo'])}, nhưng kế hoạch không có nhiệm vụ đó. Thêm nhiệm vụ ${s(d['parentNo'])} trước.`,
  ),

  // Import
  FILE_MISSING: say(
    'Chưa có tệp kế hoạch',
    'Chọn một tệp Word (.docx), Excel (.xlsx), PDF, .csv hoặc văn bản (.txt) rồi tải lên.',
  ),
  FILE_TOO_LARGE: say(
    'Tệp quá lớn',
    (d) => `Tệp tải lên vượt ${s(d['limitMb'])} MB. Kế hoạch thường chỉ vài trăm KB; bỏ bớt ảnh hoặc chọn đúng tệp.`,
  ),
};

const month = (value: unknown): string =>
  /^\d{4}-\d{2}$/.test(s(value)) ? `${s(value).slice(5)}/${s(value).slice(0, 4)}` : s(value);

function rowsMissing(rows: unknown): string {
  const found = (Array.isArray(rows) ? rows : []) as { no: string; names: string[] }[];
  return found
    .map(({ no, names }) => (names.length === 0 ? `nhiệm vụ ${no}` : `nhiệm vụ ${no} (${names.join('; ')})`))
    .join(', ');
}

function subject(what: unknown): string {
  const names: Record<string, string> = {
    plan: 'Kế hoạch',
    row: 'Nhiệm vụ',
    assignment: 'Việc được giao',
    finding: 'Điểm cần xem',
    account: 'Tài khoản',
    alarm: 'Nhắc việc',
    directory: 'Danh bạ',
    person: 'Người trong danh bạ',
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
  const ofFile = planDocumentMessages[code];
  if (text === undefined && ofFile !== undefined) return { title: 'Chưa đọc được tệp kế hoạch', detail: ofFile(data) };
  if (text === undefined)
    return {
      title: 'Chưa thực hiện được',
      detail: `Hệ thống từ chối yêu cầu (mã ${code}). Báo quản trị nếu cần hỗ trợ.`,
    };
  return { title: text.title, detail: text.detail(data) };
}

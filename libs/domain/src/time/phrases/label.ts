import { foldMarks } from '../../draft/fold.js';
import { tokensOf } from './tokens.js';

/** Verbs that open the words of a task: what stands between one of them and the time is the work, not the time. */
const LEAD_INS = [
  'hoàn thành',
  'hoàn thiện',
  'hoàn tất',
  'triển khai',
  'thực hiện',
  'tổ chức',
  'được',
  'bổ sung',
  'sửa đổi',
  'xúc tiến',
  'duy trì',
  'báo cáo',
  'gửi',
  'khởi động',
  'khởi công',
  'cập nhật',
  'kiện toàn',
  'ban hành',
  'xây dựng',
  'trình',
  'tham mưu',
  'rà soát',
  'nghiệm thu',
  'bàn giao',
  'tổng kết',
  'sơ kết',
  'đánh giá',
  'kiểm tra',
  'giám sát',
  'công bố',
  'phê duyệt',
  'đưa vào',
  'bắt đầu',
  'kết thúc',
  'thời gian',
  'thời hạn',
  'hạn',
  'tiến độ',
  'lập',
  'hướng dẫn',
  'đề xuất',
  'chuẩn bị',
  'số hóa',
  'nộp',
  'giao nộp',
  'chỉnh lý',
  'thống kê',
  'xong',
  'họp',
  'tập huấn',
  'tuyên truyền',
  'phổ biến',
  'đăng ký',
  'thẩm định',
  'quyết toán',
  'giải ngân',
  'tổng hợp',
  'khảo sát',
  'điều chỉnh',
  'phối hợp',
  'tiếp tục',
  'đề nghị',
  'ký',
  'chốt',
  'thu thập',
  'đôn đốc',
  'vận hành',
].map((words) => foldMarks(words));

/** Words that speak of time themselves: none may hide among the words of the work. */
const OF_TIME = new Set([
  'trước',
  'sau',
  'tháng',
  'quý',
  'năm',
  'ngày',
  'tuần',
  'từ',
  'đến',
  'khi',
  'chậm',
  'muộn',
  'khoảng',
  'trừ',
  'ngoài',
  'hoặc',
  'nếu',
  'hằng',
  'kể',
]);
/** Words that turn or bend what follows: none may stand just before the time. */
const BENDING = new Set([
  'không',
  'chưa',
  'đầu',
  'giữa',
  'cuối',
  'gần',
  'hơn',
  'quá',
  'dưới',
  'trên',
  'các',
  'của',
  'và',
  'là',
  'hết',
  'ngay',
  'thứ',
  'nửa',
  'lần',
  'mỗi',
  'suốt',
  'cả',
  'định',
  'kỳ',
  'nhất',
  'đợi',
  'chờ',
  'tránh',
]);

/**
 * The first `count` tokens of a text where they may be words of the work before a phrase of time; 'not-yet' where not
 * with this many, 'never' where not with more either. 'known' asks that they open with a verb of the list, with a share
 * ("80% …"), or end with a colon.
 */
export function takeLabel(
  text: string,
  count: number,
  which: 'known' | 'any',
): { readonly label: string } | 'not-yet' | 'never' {
  const source = tokensOf(text);
  const tokens = source.tokens.slice(0, count);
  const last = tokens.at(-1);
  if (!last) return 'never';
  const words = tokens.map((token) => token.text);
  if (words.some((word) => OF_TIME.has(word) || word === ';')) return 'never';
  const label = source.text.slice(0, last.end);
  const colon = words.at(-1) === ':';
  const figures = words.some((word, i) => /^\d/u.test(word) && words[i + 1] !== '%');
  if (figures && !colon) return 'not-yet';
  if (/^[^\p{L}%:)]$/u.test(words.at(-1) ?? '') || BENDING.has(words.at(-1) ?? '')) return 'not-yet';
  const opens = foldMarks(label);
  const known =
    colon ||
    /^\d+ ?%/u.test(opens) ||
    LEAD_INS.some((lead) => opens === lead || opens.startsWith(`${lead} `) || opens.startsWith(`${lead},`));
  return known || which === 'any' ? { label } : 'not-yet';
}

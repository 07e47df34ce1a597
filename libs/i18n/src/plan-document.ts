/** What a refused plan file was refused for, in words: what is wrong, where, and what to do. Keyed by the error's code. */
type Data = Readonly<Record<string, unknown>>;

const megabytes = (bytes: unknown) => `${Math.ceil(Number(bytes ?? 0) / (1024 * 1024)).toLocaleString('vi-VN')} MB`;
const within = (data: Data) => (typeof data['fileName'] === 'string' ? `tệp “${data['fileName']}”` : 'tệp này');
const named = (data: Data) => `T${within(data).slice(1)}`;
const list = (value: unknown) => (Array.isArray(value) ? value.map(String).join('; ') : '');

function placeOf(data: Data): string {
  const place = data['place'];
  const label = typeof place === 'object' && place !== null && 'label' in place ? place.label : null;
  return typeof label === 'string' ? ` (${label})` : '';
}

const saveAsDocx = 'Đề nghị mở tệp bằng Word, chọn Lưu thành, kiểu “Word Document (*.docx)”, rồi tải lên lại.';

export const planDocumentMessages: Readonly<Record<string, (data: Data) => string>> = {
  EMPTY_FILE: (data) => `${named(data)} không có nội dung (0 byte). Đề nghị kiểm tra và chọn lại tệp kế hoạch.`,
  TOO_LARGE: (data) =>
    data['pages'] !== undefined
      ? `${named(data)} có quá nhiều trang hoặc quá nhiều chữ. Đề nghị chỉ tải phần kế hoạch và phụ lục.`
      : data['cells'] === undefined
        ? `${named(data)} lớn ${megabytes(data['bytes'])}, vượt mức ${megabytes(data['max'])}. Đề nghị bỏ bớt ảnh quét trong tệp hoặc chỉ tải phần kế hoạch và phụ lục.`
        : `${named(data)} có quá nhiều ô bảng. Đề nghị chỉ tải phần kế hoạch và phụ lục.`,
  UNKNOWN_FORMAT: (data) =>
    `${named(data)} ${typeof data['kind'] === 'string' ? `là ${data['kind']}, ` : ''}không phải dạng đọc được. Đề nghị tải bản kế hoạch ở dạng Word (.docx), Excel (.xlsx), PDF có chữ, .csv hoặc văn bản (.txt).`,
  NOT_A_WORD_FILE: (data) =>
    `${named(data)} mang tên tệp Word nhưng bên trong ${typeof data['kind'] === 'string' ? `là ${data['kind']}` : 'không phải văn bản Word'}. Đề nghị chọn đúng tệp kế hoạch (.docx).`,
  NOT_A_WORKBOOK: (data) =>
    `${named(data)} mang tên bảng tính nhưng bên trong ${typeof data['kind'] === 'string' ? `là ${data['kind']}` : 'không phải bảng tính Excel'}. Đề nghị chọn đúng tệp kế hoạch (.xlsx).`,
  OLD_EXCEL_FILE: (data) =>
    `${named(data)} ở dạng Excel cũ (.xls), chưa đọc được. Đề nghị mở tệp bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi tải lên lại.`,
  OLD_WORD_FILE: (data) => `${named(data)} ở dạng Word cũ (.doc), chưa đọc được. ${saveAsDocx}`,
  ENCRYPTED_FILE: (data) => `${named(data)} có đặt mật khẩu. Đề nghị bỏ mật khẩu rồi tải lên lại.`,
  BROKEN_ZIP: (data) =>
    `${named(data)} bị hỏng hoặc tải về chưa đủ nên không mở được. Đề nghị sao chép lại từ bản gốc, mở thử bằng Word, rồi tải lên lại.`,
  ZIP_BOMB: (data) =>
    `${named(data)} chứa phần dữ liệu nén bất thường nên không được mở, để bảo đảm an toàn. Đề nghị lấy lại tệp từ nơi phát hành.`,
  BROKEN_XML: (data) =>
    `Nội dung bên trong ${within(data)} bị lỗi nên không đọc được. Đề nghị mở bằng Word hoặc Excel, lưu lại, rồi tải lên lại.`,
  UNSAFE_XML: (data) =>
    `${named(data)} chứa khai báo không có trong tệp Word, Excel thông thường nên không được mở, để bảo đảm an toàn. ${saveAsDocx}`,
  EXTERNAL_REFERENCE: (data) =>
    `${named(data)} gọi nội dung từ một địa chỉ trên mạng${typeof data['target'] === 'string' ? ` (“${data['target']}”)` : ''} nên không được mở, để bảo đảm an toàn. Đề nghị chép nội dung đó vào tệp hoặc bỏ liên kết, rồi tải lên lại.`,
  BROKEN_CSV: (data) =>
    `${named(data)} có dấu ngoặc kép mở mà không đóng${typeof data['line'] === 'number' ? ` (khoảng dòng ${data['line']})` : ''} nên không chia được ô. Đề nghị sửa chỗ đó, hoặc lưu lại ở dạng Excel (.xlsx), rồi tải lên lại.`,
  BROKEN_PDF: (data) =>
    `${named(data)} bị hỏng, hoặc không phải PDF đọc được. Đề nghị mở thử tệp, xuất lại PDF từ bản Word, hoặc tải bản Word (.docx).`,
  SCANNED_PDF: (data) =>
    `${named(data)} là bản quét: các trang chỉ có ảnh, không có chữ để đọc. Đề nghị tải bản Word (.docx), hoặc PDF xuất từ bản Word.`,
  WRONG_ENCODING: (data) => {
    const line = typeof data['line'] === 'number' ? ` Chỗ đầu tiên: dòng ${data['line']}.` : '';
    const sample = typeof data['sample'] === 'string' && data['sample'] !== '' ? ` Ví dụ: “${data['sample']}”.` : '';
    return `${named(data)} không ở bảng mã UTF-8 (có thể là ${String(data['suspect'] ?? 'bảng mã khác')}), chữ Việt sẽ sai nếu đọc.${line}${sample} Đề nghị lưu lại ở bảng mã Unicode (UTF-8) rồi tải lên lại.`;
  },
  NO_TABLE: (data) =>
    `${named(data)} không có bảng nào, nên không tìm thấy phụ lục nhiệm vụ. Đề nghị chọn tệp có bảng gồm các cột STT, Nội dung thực hiện, Cơ quan chủ trì, Cơ quan phối hợp, Thời gian thực hiện.`,
  NO_APPENDIX_COLUMNS: (data) =>
    `${named(data)} có bảng nhưng chưa nhận ra phụ lục nhiệm vụ: thiếu cột ${list(data['missing'])}${placeOf(data)}.${list(data['seen']) === '' ? '' : ` Dòng đầu bảng đang ghi: ${list(data['seen'])}.`} Đề nghị ghi đúng tên cột ở dòng đầu bảng rồi tải lên lại.`,
  NO_ROWS: (data) => `${named(data)} có bảng phụ lục nhưng không có dòng nhiệm vụ nào. Đề nghị kiểm tra lại tệp.`,
};

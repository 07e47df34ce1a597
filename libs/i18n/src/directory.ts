/** Headings of a directory's table, as the office writes them. */
const columnNames: Readonly<Record<string, string>> = {
  unit: 'Đơn vị',
  name: 'Họ và tên',
  position: 'Chức vụ',
  roles: 'Vai trò',
  email: 'Thư điện tử',
};

const ROLES = 'Văn phòng, Lãnh đạo đơn vị, Công chức, Giám đốc, Phó Giám đốc, Theo dõi';

/** What is wrong with one line and what to do; `v` is what stands there. */
const lineTexts: Readonly<Record<string, (v: string) => string>> = {
  UNIT_KIND_UNKNOWN: (v) => `loại đơn vị “${v}” chưa có; ghi Đơn vị, Cơ quan, Bộ phận, Cơ quan ngoài hoặc để trống`,
  NAME_MISSING: () => 'chưa có họ và tên; bổ sung, hoặc để trống cả vai trò và thư điện tử nếu là dòng của đơn vị',
  ROLE_MISSING: (v) => `${v} chưa có vai trò; ghi một trong: ${ROLES}`,
  ROLE_UNKNOWN: (v) => `vai trò “${v}” chưa có; ghi một trong: ${ROLES}`,
  EMAIL_WRONG: (v) => `địa chỉ thư “${v}” chưa đúng dạng tên@cơ-quan`,
  UNIT_MISSING: (v) => `${v} có vai trò trong đơn vị nhưng chưa ghi đơn vị`,
  PERSON_TWICE: (v) => `${v} đã có ở dòng trên; mỗi người một dòng, trùng tên thì ghi thêm để phân biệt`,
  EMAIL_TWICE: (v) => `địa chỉ ${v} đã có ở dòng trên; mỗi người một địa chỉ`,
  NOTHING_IN_ROW: () => 'chưa có đơn vị và họ tên',
};

/** More than a person mends in one go. */
const SHOWN = 30;

interface Wrong {
  readonly line: number;
  readonly code: string;
  readonly value: string;
}

export function rowsWrong(problems: unknown): string {
  const all = (Array.isArray(problems) ? problems : []) as readonly Wrong[];
  const told = all
    .slice(0, SHOWN)
    .map(({ line, code, value }) => `Dòng ${line}: ${lineTexts[code]?.(value) ?? 'chưa đúng'}`);
  const rest = all.length - told.length;
  return [...told, ...(rest > 0 ? [`và ${rest} chỗ khác`] : [])].join('.\n');
}

export function columnsMissing(columns: unknown): string {
  const all = (Array.isArray(columns) ? columns : []) as readonly string[];
  return all.map((column) => `“${columnNames[column] ?? column}”`).join(', ');
}

const reasons: Readonly<Record<string, string>> = {
  'no-head': 'chưa có lãnh đạo đơn vị',
  'no-address': 'lãnh đạo đơn vị chưa có thư điện tử',
};

export function unitsUnreachable(units: unknown): string {
  const all = (Array.isArray(units) ? units : []) as readonly { unitName: string; why: string }[];
  return all.map(({ unitName, why }) => `${unitName}: ${reasons[why] ?? why}.`).join(' ');
}

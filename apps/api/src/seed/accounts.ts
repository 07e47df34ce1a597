import type { Role } from '@don-doc/contracts/http';
import { OFFICE_HEAD } from './directories.js';

export interface AccountSeed {
  readonly username: string;
  /** What it is for, printed beside the password. */
  readonly about: string;
  readonly roles: readonly Role[];
  /** Of the demo directory; without the demo, of the agency's own. */
  readonly person: string | null;
  readonly mustChangePassword: boolean;
}

export const ownAccounts: readonly AccountSeed[] = [
  { username: 'quantri', about: 'Quản trị', roles: ['admin'], person: null, mustChangePassword: true },
];

/** Without the demo the Office's account speaks for the head of Văn phòng, who alone finishes the Office's own work. */
export const officeAccount: AccountSeed = {
  username: 'vanphong',
  about: 'Chánh Văn phòng',
  roles: [],
  person: OFFICE_HEAD,
  mustChangePassword: true,
};

const demo = (username: string, about: string, person: string): AccountSeed => ({
  username,
  about,
  roles: [],
  person,
  // A rehearsal's people are of paper; a newcomer who plays nine of them should not change nine passwords first.
  mustChangePassword: false,
});

/** Their roles are those of the person they speak for. */
export const demoAccounts: readonly AccountSeed[] = [
  demo('vanphong', 'Chánh Văn phòng (mẫu)', 'Phạm Quốc Bảo (mẫu)'),
  demo('chuyenvien', 'Chuyên viên Văn phòng (mẫu)', 'Trần Ngọc Lan (mẫu)'),
  demo('giamdoc', 'Giám đốc (mẫu)', 'Nguyễn Minh Hải (mẫu)'),
  demo('phogiamdoc', 'Phó Giám đốc phụ trách (mẫu)', 'Lê Thị Thu Hà (mẫu)'),
  demo('thanhtra', 'Chánh Thanh tra (mẫu)', 'Võ Thành Long (mẫu)'),
  demo('pbgdpl', 'Trưởng phòng Phổ biến, giáo dục pháp luật (mẫu)', 'Đặng Thị Mai (mẫu)'),
  demo('hanhchinh', 'Trưởng phòng Hành chính tư pháp (mẫu)', 'Bùi Văn Thắng (mẫu)'),
  demo('trogiup', 'Giám đốc Trung tâm Trợ giúp pháp lý (mẫu)', 'Lý Kim Phượng (mẫu)'),
  demo('daugia', 'Giám đốc Trung tâm Dịch vụ đấu giá (mẫu)', 'Dương Thị Yến (mẫu)'),
  demo('congchuc', 'Chuyên viên Phòng Phổ biến, giáo dục pháp luật (mẫu)', 'Huỳnh Gia Huy (mẫu)'),
  demo('sonoivu', 'Sở Nội vụ, theo dõi (mẫu)', 'Hồ Xuân Phong (mẫu)'),
];

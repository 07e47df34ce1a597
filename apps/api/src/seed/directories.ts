import type { DirectoryInput, PersonInput, UnitInput } from '@don-doc/application';
import { soTuPhapLexicon } from '@don-doc/plan-document';

/** Kinds of the units that the plan names; the lexicon knows only what a name stands for. */
const KINDS: Readonly<Record<string, UnitInput['kind']>> = {
  VAN_PHONG: 'unit',
  SO_TU_PHAP: 'agency',
  CAC_PHONG_DON_VI: 'group',
  LUU_TRU_CO_QUAN: 'post',
  SO_NOI_VU: 'guest',
  LUU_TRU_LICH_SU: 'guest',
  SO_KHCN: 'guest',
};

/** The group that the plan calls "Các phòng, đơn vị thuộc Sở có liên quan". */
export const UNITS_GROUP = 'CAC_PHONG_DON_VI';

const named: UnitInput[] = soTuPhapLexicon.entries.map(({ code, name, aliases }) => ({
  code,
  name,
  aliases,
  kind: KINDS[code] ?? 'unit',
  isOffice: code === 'VAN_PHONG',
}));

const unit = (code: string, name: string): UnitInput => ({ code, name, aliases: [], kind: 'unit' });

/** Units a Sở Tư pháp plausibly has: the plan names none of them. */
export const demoUnits: readonly UnitInput[] = [
  unit('THANH_TRA', 'Thanh tra Sở'),
  unit('PBGDPL', 'Phòng Phổ biến, giáo dục pháp luật'),
  unit('HANH_CHINH_TU_PHAP', 'Phòng Hành chính tư pháp'),
  unit('BO_TRO_TU_PHAP', 'Phòng Bổ trợ tư pháp'),
  unit('XAY_DUNG_VAN_BAN', 'Phòng Xây dựng và kiểm tra văn bản quy phạm pháp luật'),
  unit('TRO_GIUP_PHAP_LY', 'Trung tâm Trợ giúp pháp lý nhà nước'),
  unit('CONG_CHUNG_1', 'Phòng Công chứng số 1'),
  unit('DAU_GIA', 'Trung tâm Dịch vụ đấu giá tài sản'),
];

const mail = (name: string): string => `${name}@demo.invalid`;
const head = (code: string, name: string, position: string, address: string): PersonInput => ({
  name,
  position,
  email: mail(address),
  unit: code,
  roles: ['unit-head'],
});

const demoPeople: readonly PersonInput[] = [
  { name: 'Nguyễn Minh Hải (mẫu)', position: 'Giám đốc Sở', email: mail('giam.doc'), unit: null, roles: ['director'] },
  {
    name: 'Lê Thị Thu Hà (mẫu)',
    position: 'Phó Giám đốc phụ trách',
    email: mail('pho.giam.doc'),
    unit: null,
    roles: ['deputy-director'],
  },
  {
    name: 'Phạm Quốc Bảo (mẫu)',
    position: 'Chánh Văn phòng',
    email: mail('chanh.van.phong'),
    unit: 'VAN_PHONG',
    roles: ['office', 'unit-head'],
  },
  {
    name: 'Trần Ngọc Lan (mẫu)',
    position: 'Chuyên viên Văn phòng',
    email: mail('chuyen.vien.vp'),
    unit: 'VAN_PHONG',
    roles: ['office', 'unit-staff'],
  },
  head('THANH_TRA', 'Võ Thành Long (mẫu)', 'Chánh Thanh tra', 'thanh.tra'),
  head('PBGDPL', 'Đặng Thị Mai (mẫu)', 'Trưởng phòng', 'pbgdpl'),
  {
    name: 'Huỳnh Gia Huy (mẫu)',
    position: 'Chuyên viên',
    email: mail('chuyen.vien.pbgdpl'),
    unit: 'PBGDPL',
    roles: ['unit-staff'],
  },
  head('HANH_CHINH_TU_PHAP', 'Bùi Văn Thắng (mẫu)', 'Trưởng phòng', 'hanh.chinh.tu.phap'),
  head('BO_TRO_TU_PHAP', 'Đỗ Hồng Nhung (mẫu)', 'Trưởng phòng', 'bo.tro.tu.phap'),
  head('XAY_DUNG_VAN_BAN', 'Ngô Đức Anh (mẫu)', 'Trưởng phòng', 'xay.dung.van.ban'),
  head('TRO_GIUP_PHAP_LY', 'Lý Kim Phượng (mẫu)', 'Giám đốc Trung tâm', 'tro.giup.phap.ly'),
  head('CONG_CHUNG_1', 'Trương Công Danh (mẫu)', 'Trưởng phòng', 'cong.chung.1'),
  head('DAU_GIA', 'Dương Thị Yến (mẫu)', 'Giám đốc Trung tâm', 'dau.gia'),
  {
    name: 'Hồ Xuân Phong (mẫu)',
    position: 'Chuyên viên Sở Nội vụ',
    email: mail('so.noi.vu'),
    unit: 'SO_NOI_VU',
    roles: ['observer'],
  },
];

export const demoDirectory: DirectoryInput = {
  name: 'Danh bạ mẫu (dữ liệu mẫu)',
  isDemo: true,
  units: [...named, ...demoUnits],
  people: demoPeople,
};

/** The post stands for the person until the Office fills in its people: no plan says who holds it. */
export const OFFICE_HEAD = 'Chánh Văn phòng';

/** The agency itself with the units its plan names; its departments and people are to be filled in by the Office. */
export const ownDirectory: DirectoryInput = {
  name: 'Sở Tư pháp Kiên Giang',
  isDemo: false,
  units: named,
  people: [
    {
      name: OFFICE_HEAD,
      position: OFFICE_HEAD,
      email: null,
      unit: 'VAN_PHONG',
      roles: ['office', 'unit-head'],
    },
  ],
};

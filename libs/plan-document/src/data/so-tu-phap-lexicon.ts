import type { UnitLexicon } from '@don-doc/domain';

/**
 * Names by which plans of a Sở Tư pháp call its units: data, replaced by the office's own directory where one is
 * imported. Qualifiers ("theo quy định", "có liên quan") and "Sở Tư pháp (…)" need no alias: resolveUnits knows them.
 */
export const soTuPhapLexicon: UnitLexicon = {
  entries: [
    {
      code: 'VAN_PHONG',
      kind: 'unit',
      name: 'Văn phòng Sở',
      aliases: ['Văn phòng', 'Văn phòng Sở Tư pháp', 'Sở Tư pháp (Văn phòng)', 'Sở Tư pháp (Văn phòng Sở)'],
    },
    { code: 'SO_TU_PHAP', kind: 'agency', name: 'Sở Tư pháp', aliases: [] },
    {
      code: 'CAC_PHONG_DON_VI',
      kind: 'group',
      name: 'Các phòng, đơn vị thuộc Sở có liên quan',
      aliases: ['Các phòng, đơn vị thuộc Sở', 'Các phòng, đơn vị có liên quan', 'Các phòng, đơn vị'],
    },
    { code: 'SO_NOI_VU', kind: 'unit', name: 'Sở Nội vụ', aliases: [] },
    {
      code: 'LUU_TRU_LICH_SU',
      kind: 'unit',
      name: 'Lưu trữ lịch sử tỉnh',
      aliases: ['Lưu trữ lịch sử', 'Lưu trữ lịch sử cấp tỉnh', 'Trung tâm Lưu trữ lịch sử', 'Trung tâm Lưu trữ tỉnh'],
    },
    { code: 'SO_KHCN', kind: 'unit', name: 'Sở Khoa học và Công nghệ', aliases: ['Sở KH&CN', 'Sở KHCN'] },
    { code: 'LUU_TRU_CO_QUAN', kind: 'unit', name: 'Lưu trữ cơ quan', aliases: ['Lưu trữ cơ quan Sở Tư pháp'] },
  ],
};

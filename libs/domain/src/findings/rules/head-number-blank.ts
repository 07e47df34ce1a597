import { cite, type FindingRule } from '../rule.js';

export const headNumberBlank: FindingRule = {
  code: 'HEAD_NUMBER_BLANK',
  severity: 'caution',
  title: 'Kế hoạch chưa có số',
  check: ({ head }) =>
    head.number !== null
      ? []
      : [
          {
            rowNo: null,
            places: head.code?.places ?? [],
            message: head.code
              ? `Kế hoạch còn để trống số: ${cite(`Số: ${head.code.text}`)}. Đề nghị Văn phòng ghi số khi ban hành.`
              : 'Kế hoạch không có dòng ghi số. Đề nghị Văn phòng ghi số, ký hiệu khi ban hành.',
            options: [{ code: 'SET_NUMBER', label: 'Ghi số kế hoạch' }],
          },
        ],
};

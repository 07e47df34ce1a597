import { cite, type FindingRule } from '../rule.js';

export const headDateBlank: FindingRule = {
  code: 'HEAD_DATE_BLANK',
  severity: 'caution',
  title: 'Kế hoạch chưa có ngày ban hành',
  check: ({ head }) =>
    head.date !== null
      ? []
      : [
          {
            rowNo: null,
            places: head.dateText?.places ?? [],
            message: head.dateText
              ? `Kế hoạch chưa ghi đủ ngày ban hành: ${cite(head.dateText.text)}. Đề nghị Văn phòng ghi ngày ban hành khi khởi chạy.`
              : 'Kế hoạch không có dòng ghi ngày ban hành. Đề nghị Văn phòng ghi ngày ban hành khi khởi chạy.',
            options: [{ code: 'SET_ISSUED_ON', label: 'Ghi ngày ban hành' }],
          },
        ],
};

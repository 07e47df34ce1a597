import { readCompletion } from './events.js';
import type { PhraseRule } from './rule.js';

/** "Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy" and "Sau khi hoàn thành …". */
export const afterEvent: PhraseRule = {
  family: 'after-event',
  read(cursor) {
    const immediate = cursor.words('ngay sau khi');
    if (!immediate && !cursor.words('sau khi')) return null;
    const wording = readCompletion(cursor);
    if (wording === null || !cursor.end()) return null;
    return {
      spec: { kind: 'after-event', event: wording.event, immediate },
      trace: [
        `Mở từ ngày liền sau ngày ${wording.label}; ngày xảy ra sự kiện không tính (Điều 147 Bộ luật Dân sự 2015).`,
        immediate
          ? '“Ngay sau khi” không nêu số ngày: thời hạn do Văn phòng quy ước khi khởi chạy.'
          : '“Sau khi” không nêu thời hạn: Văn phòng phải ấn định.',
      ],
    };
  },
};

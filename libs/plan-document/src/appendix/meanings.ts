import { foldMarks } from '@don-doc/domain';

/** What a column is about; `parties` holds lead and coordinators in one cell. */
export type ColumnKey = 'no' | 'content' | 'lead' | 'coordinator' | 'parties' | 'time' | 'result' | 'note';

/** The name by which a column is asked for where it is missing. */
export const COLUMN_NAMES: Readonly<Record<ColumnKey, string>> = {
  no: 'STT',
  content: 'Nội dung thực hiện',
  lead: 'Cơ quan chủ trì',
  coordinator: 'Cơ quan phối hợp',
  parties: 'Cơ quan chủ trì, phối hợp',
  time: 'Thời gian thực hiện',
  result: 'Kết quả, sản phẩm',
  note: 'Ghi chú',
};

const BODY = '(?:don vi|co quan|bo phan|to chuc|ca nhan|nguoi|phong|ban|cap)';

/**
 * The words by which a column is known, diacritics folded; the first that fits wins, so "Thời gian thực hiện nhiệm vụ"
 * is a time, "Đơn vị phối hợp thực hiện" a coordinator, and "Kết quả thực hiện nhiệm vụ" a result.
 */
const MEANINGS: readonly (readonly [ColumnKey, RegExp])[] = [
  ['no', /^(?:stt|tt|so tt|so thu tu|s\.?t\.?t|so|#)\.?$/u],
  ['note', /^ghi chu|^luu y/u],
  ['parties', /chu tri.*phoi hop|phoi hop.*chu tri/u],
  ['time', /thoi gian|thoi han|tien do|thoi diem|han hoan thanh|hoan thanh truoc|ngay hoan thanh|lo trinh|^han$/u],
  ['coordinator', /phoi hop/u],
  [
    'lead',
    new RegExp(
      `chu tri|dau moi|^phan cong|trach nhiem thuc hien|(?:^|(?:trach nhiem|phan cong) )${BODY}.*(?:thuc hien|phu trach|chiu trach nhiem|tham muu)|^(?:${BODY}[, /]*)+$`,
      'u',
    ),
  ],
  ['result', /^(?!.*noi dung).*(?:ket qua|san pham)/u],
  ['content', /noi dung|nhiem vu|cong viec|hoat dong|dau viec|giai phap/u],
];

/** A header is a label: a sentence that happens to speak of time is none. */
const MAX_HEADER = 80;

export function meaningOf(header: string): ColumnKey | null {
  if (header.length > MAX_HEADER) return null;
  const folded = foldMarks(header);
  return MEANINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** "Thời gian bắt đầu" beside "Thời gian hoàn thành": the column of the start is not the one of the deadline. */
export const isStart = (header: string): boolean => /bat dau/u.test(foldMarks(header));

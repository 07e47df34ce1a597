import { readPhraseInFull, type PhraseReading } from './phrase-reading.js';

const SETTING = { issuedOn: '2025-05-05' };
const S = '2025-05-05';

/** Phrase, family, first day, last day: '-' where there is none. Issued on 05/5/2025, a Monday. */
type Dated = readonly [phrase: string, kind: string, opensOn: string, lastDay: string];

const strict: readonly Dated[] = [
  ['Trước 1/6/2025', 'DEADLINE_BEFORE', S, '2025-05-31'],
  ['Trước ngày 01 tháng 6 năm 2025', 'DEADLINE_BEFORE', S, '2025-05-31'],
  ['Trước ngày 15/12', 'DEADLINE_BEFORE', S, '2025-12-14'],
  ['Trước ngày 1/3/2028', 'DEADLINE_BEFORE', S, '2028-02-29'],
  ['Trước 01-01-2026', 'DEADLINE_BEFORE', S, '2025-12-31'],
  ['Trước 2025-06-30', 'DEADLINE_BEFORE', S, '2025-06-29'],
  ['trước ngày mùng 5 tháng 6 năm 2025', 'DEADLINE_BEFORE', S, '2025-06-04'],
  ['Trước ngày 20 tháng 6/2025', 'DEADLINE_BEFORE', S, '2025-06-19'],
  ['Trước 30/5 năm 2025', 'DEADLINE_BEFORE', S, '2025-05-29'],
  ['Trước ngày 30/5/2025 (thứ Sáu)', 'DEADLINE_BEFORE', S, '2025-05-29'],
  ['Trước tháng 6/2025', 'DEADLINE_BEFORE', S, '2025-05-31'],
  ['Trước 6/2025', 'DEADLINE_BEFORE', S, '2025-05-31'],
  ['Trước quý III/2025', 'DEADLINE_BEFORE', S, '2025-06-30'],
  ['Trước năm 2026', 'DEADLINE_BEFORE', S, '2025-12-31'],
  ['Trước cuối năm 2025', 'DEADLINE_BEFORE', S, '2025-12-30'],
  ['Hoàn thành trước 30/6/2025', 'DEADLINE_BEFORE', S, '2025-06-29'],
  ['Báo cáo kết quả về Sở Nội vụ trước ngày 10/6/2025', 'DEADLINE_BEFORE', S, '2025-06-09'],
  ['Thời hạn: trước ngày 10/6/2025', 'DEADLINE_BEFORE', S, '2025-06-09'],
  ['Chậm nhất trước ngày 10/6/2025', 'DEADLINE_BEFORE', S, '2025-06-09'],
  ['Trước 17h00 ngày 30/5/2025', 'DATETIME_BEFORE', S, '2025-05-30'],
  ['Trước 8 giờ 30 phút ngày 30/5/2025', 'DATETIME_BEFORE', S, '2025-05-30'],
  ['trước 16:30, ngày 30/5/2025', 'DATETIME_BEFORE', S, '2025-05-30'],
];

const inclusive: readonly Dated[] = [
  ['Chậm nhất 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất là 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất vào ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất đến ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất đến hết ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Muộn nhất ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Muộn nhất là ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Không muộn hơn ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Không quá ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Đến ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Đến hết ngày 30 tháng 6', 'DEADLINE_BY', S, '2025-06-30'],
  ['Hết ngày 30/6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Hết tháng 6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Đến hết quý III/2025', 'DEADLINE_BY', S, '2025-09-30'],
  ['Đến hết năm 2026', 'DEADLINE_BY', S, '2026-12-31'],
  ['Đến năm 2030', 'DEADLINE_BY', S, '2030-12-31'],
  ['Đến tháng 6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất trong tháng 6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất trong quý II', 'DEADLINE_BY', S, '2025-06-30'],
  ['Chậm nhất cuối tháng 6/2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Hoàn thành đến hết 6 tháng đầu năm 2025', 'DEADLINE_BY', S, '2025-06-30'],
  ['Hạn chậm nhất ngày 20/5/2025', 'DEADLINE_BY', S, '2025-05-20'],
  ['Chậm nhất 17 giờ ngày 30/5/2025', 'DATETIME_BY', S, '2025-05-30'],
  ['Chậm nhất là 11h30 ngày 30/5/2025', 'DATETIME_BY', S, '2025-05-30'],
  ['Chậm nhất hết giờ làm việc ngày 30/5/2025', 'DATETIME_BY', S, '2025-05-30'],
];

const points: readonly Dated[] = [
  ['30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Ngày 30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Trong ngày 30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Vào ngày 30 tháng 5 năm 2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Thứ Sáu, ngày 30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Thứ 6 ngày 30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['30-05-2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['30/5', 'POINT', '2025-05-30', '2025-05-30'],
  ['ngày mồng một tháng Giêng năm 2026', 'POINT', '2026-01-01', '2026-01-01'],
  ['29/02/2028', 'POINT', '2028-02-29', '2028-02-29'],
  ['Họp ngày 30/5/2025', 'POINT', '2025-05-30', '2025-05-30'],
  ['Cuối tháng 6/2025', 'APPROX_POINT', '2025-06-30', '2025-06-30'],
  ['Cuối năm 2025', 'APPROX_POINT', '2025-12-31', '2025-12-31'],
  ['cuối năm', 'APPROX_POINT', '2025-12-31', '2025-12-31'],
  ['Giữa tháng 6/2025', 'APPROX_POINT', '2025-06-15', '2025-06-15'],
  ['Giữa năm 2025', 'APPROX_POINT', '2025-06-30', '2025-06-30'],
  ['Đầu năm 2026', 'APPROX_POINT', '2026-01-01', '2026-01-01'],
  ['Cuối tháng Hai/2028', 'APPROX_POINT', '2028-02-29', '2028-02-29'],
];

const periods: readonly Dated[] = [
  ['Tháng 6', 'PERIOD', '2025-06-01', '2025-06-30'],
  ['tháng 6-2025', 'PERIOD', '2025-06-01', '2025-06-30'],
  ['Trong tháng 6 năm nay', 'UNREADABLE', '-', '-'],
  ['tháng Chạp/2025', 'PERIOD', '2025-12-01', '2025-12-31'],
  ['Tháng 6, 7/2025', 'PERIOD', '2025-06-01', '2025-07-31'],
  ['Tháng 6 và tháng 7 năm 2025', 'PERIOD', '2025-06-01', '2025-07-31'],
  ['các tháng 6, 7, 8/2025', 'PERIOD', '2025-06-01', '2025-08-31'],
  ['Tháng 10-12/2025', 'PERIOD', '2025-10-01', '2025-12-31'],
  ['02/2028', 'PERIOD', '2028-02-01', '2028-02-29'],
  ['Quý 3/2025', 'PERIOD', '2025-07-01', '2025-09-30'],
  ['Quý III', 'PERIOD', '2025-07-01', '2025-09-30'],
  ['quý ba năm 2025', 'PERIOD', '2025-07-01', '2025-09-30'],
  ['Quý III-IV/2025', 'PERIOD', '2025-07-01', '2025-12-31'],
  ['Quý III và quý IV năm 2025', 'PERIOD', '2025-07-01', '2025-12-31'],
  ['Trong quý I năm 2026', 'PERIOD', '2026-01-01', '2026-03-31'],
  ['6 tháng đầu năm 2025', 'PERIOD', '2025-01-01', '2025-06-30'],
  ['06 tháng cuối năm', 'PERIOD', '2025-07-01', '2025-12-31'],
  ['sáu tháng cuối năm 2025', 'PERIOD', '2025-07-01', '2025-12-31'],
  ['nửa đầu năm 2026', 'PERIOD', '2026-01-01', '2026-06-30'],
  ['9 tháng đầu năm 2025', 'PERIOD', '2025-01-01', '2025-09-30'],
  ['Năm 2025', 'PERIOD', '2025-01-01', '2025-12-31'],
  ['Trong năm 2026', 'PERIOD', '2026-01-01', '2026-12-31'],
  ['Trong năm', 'PERIOD', '2025-01-01', '2025-12-31'],
  ['năm nay', 'PERIOD', '2025-01-01', '2025-12-31'],
  ['Giai đoạn 2026 - 2030', 'PERIOD', '2026-01-01', '2030-12-31'],
  ['giai đoạn từ năm 2026 đến năm 2030', 'PERIOD', '2026-01-01', '2030-12-31'],
  ['các năm 2025, 2026', 'PERIOD', '2025-01-01', '2026-12-31'],
  ['2025 – 2030', 'PERIOD', '2025-01-01', '2030-12-31'],
  ['Thượng tuần tháng 6/2025', 'APPROX_PERIOD', '2025-06-01', '2025-06-10'],
  ['Trung tuần tháng 6/2025', 'APPROX_PERIOD', '2025-06-11', '2025-06-20'],
  ['Hạ tuần tháng 6/2025', 'APPROX_PERIOD', '2025-06-21', '2025-06-30'],
  ['giữa quý II/2025', 'APPROX_PERIOD', '2025-05-01', '2025-05-31'],
  ['cuối quý IV/2025', 'APPROX_PERIOD', '2025-12-01', '2025-12-31'],
  ['tuần thứ 2 của tháng 6/2025', 'APPROX_PERIOD', '2025-06-08', '2025-06-14'],
  ['tuần cuối tháng 6/2025', 'APPROX_PERIOD', '2025-06-24', '2025-06-30'],
];

const ranges: readonly Dated[] = [
  ['Từ ngày 01/6/2025 đến ngày 30/6/2025', 'RANGE', '2025-06-01', '2025-06-30'],
  ['01/6/2025 - 30/6/2025', 'RANGE', '2025-06-01', '2025-06-30'],
  ['Từ 01/6 đến 30/6/2025', 'RANGE', '2025-06-01', '2025-06-30'],
  ['Từ ngày 1/6 đến hết ngày 15/6', 'RANGE', '2025-06-01', '2025-06-15'],
  ['Từ 01/6/2025 đến trước 30/6/2025', 'RANGE', '2025-06-01', '2025-06-29'],
  ['Từ quý III đến quý IV/2025', 'RANGE', '2025-07-01', '2025-12-31'],
  ['Từ năm 2026 đến năm 2030', 'RANGE', '2026-01-01', '2030-12-31'],
  ['Từ tháng 11 đến tháng 2/2026', 'RANGE', '2025-11-01', '2026-02-28'],
  ['tháng 6/2025 đến tháng 8/2025', 'RANGE', '2025-06-01', '2025-08-31'],
  ['Từ giữa tháng 6 đến cuối tháng 8/2025', 'RANGE', '2025-06-15', '2025-08-31'],
  ['Trong quý III đến hết năm 2025', 'RANGE', '2025-07-01', '2025-12-31'],
  ['Thực hiện từ tháng 6 đến hết tháng 12 năm 2025', 'RANGE', '2025-06-01', '2025-12-31'],
  ['Từ năm 2025 đến năm 2030 và các năm tiếp theo', 'RANGE_OPEN', '2025-01-01', '2030-12-31'],
  ['Từ tháng 6/2025', 'OPEN_FROM', '2025-06-01', '-'],
  ['Từ ngày 01/7/2025 trở đi', 'OPEN_FROM', '2025-07-01', '-'],
  ['Kể từ ngày 01/7/2025', 'OPEN_FROM', '2025-07-01', '-'],
  ['Bắt đầu từ quý III/2025', 'OPEN_FROM', '2025-07-01', '-'],
  ['Từ năm 2026 trở đi', 'OPEN_FROM', '2026-01-01', '-'],
];

const ongoing: readonly Dated[] = [
  ['thường xuyên', 'ONGOING', S, '-'],
  ['Thường xuyên và liên tục', 'ONGOING', S, '-'],
  ['Liên tục', 'ONGOING', S, '-'],
  ['Duy trì thường xuyên', 'ONGOING', S, '-'],
  ['Thực hiện thường xuyên', 'ONGOING', S, '-'],
  ['Thường xuyên từ tháng 6/2025', 'ONGOING', '2025-06-01', '-'],
  ['Thường xuyên, liên tục đến hết năm 2026', 'ONGOING_UNTIL_DATE', S, '2026-12-31'],
  ['Duy trì đến ngày 30/6/2026', 'ONGOING_UNTIL_DATE', S, '2026-06-30'],
  ['Thường xuyên từ tháng 6/2025 đến hết tháng 8/2025', 'ONGOING_UNTIL_DATE', '2025-06-01', '2025-08-31'],
];

const read = (phrase: string): PhraseReading => readPhraseInFull(phrase, SETTING);

const dated = [...strict, ...inclusive, ...points, ...periods, ...ranges, ...ongoing];

describe('phrases that state dates, months, quarters and years', () => {
  it.each(dated)('“%s” is %s, %s to %s', (phrase, kind, opensOn, lastDay) => {
    const reading = read(phrase);
    expect([reading.kind, reading.opensOn ?? '-', reading.lastDay ?? '-']).toEqual([kind, opensOn, lastDay]);
  });
  it('is a table of a hundred phrases at least, each once', () => {
    const all = dated.map(([phrase]) => phrase);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(100);
  });
});

import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { dueOnDayOff } from './due-on-day-off.js';

const check = (...times: string[]) =>
  dueOnDayOff.check(draftOf(times.map((time, i) => ({ no: String(i + 1), time }))), { lexicon });

describe('a last day that is a day off', () => {
  it('is told once for all rows that end on it, with the working days around it', () => {
    const [found, ...more] = check('Tháng 5/2025', 'Trước 30/5/2025', 'Trước 01/6/2025');
    expect(more).toEqual([]);
    expect(found?.rowNo).toBe('1');
    expect(found?.message).toMatch(/31\/05\/2025 của dòng 1, 3 .*thứ Bảy.*30\/05\/2025.*02\/06\/2025/u);
  });

  it('names a public holiday, and knows a Saturday that is worked', () => {
    expect(check('Ngày 02/9/2025')[0]?.message).toContain('Quốc khánh');
    expect(check('Ngày 26/4/2025')).toEqual([]);
    expect(check('Trước 31/5/2025', 'Thường xuyên', 'Sau khi bàn giao')).toEqual([]);
  });
});

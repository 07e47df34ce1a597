import { draftOf, itemOf, lexicon } from '../../../spec/draft-of.js';
import { weekdayMismatch } from './weekday-mismatch.js';

const inContent = (content: string) => weekdayMismatch.check(draftOf([{ no: '1', content }]), { lexicon });

describe('a weekday that does not match its date', () => {
  it.each([
    'Họp thứ Sáu, ngày 05/9/2024',
    'Họp ngày 05/9/2024 (thứ Sáu)',
    'Họp thứ 6 ngày 05/9/2024',
    'Họp Chủ nhật, 05/9/2024',
  ])('shows “%s”, and which day it was', (content) => {
    const found = inContent(content);
    expect(found.map(({ rowNo }) => rowNo)).toEqual(['1']);
    expect(found[0]?.message).toContain('ngày 05/09/2024 là thứ Năm');
  });

  it.each([
    'Họp thứ Năm, ngày 05/9/2024',
    'Họp ngày 05/9/2024 (thứ Năm)',
    'Họp thứ Sáu hằng tuần',
    'Thứ Sáu, ngày 31/6/2025',
  ])('says nothing of “%s”', (content) => {
    expect(inContent(content)).toEqual([]);
  });

  it('looks at the body and the time column too', () => {
    const body = [itemOf('III', 'TỔ CHỨC THỰC HIỆN', 'Báo cáo trước thứ Hai, ngày 06/6/2025.')];
    const draft = draftOf([{ no: '1', time: 'Ngày 06/6/2025 (thứ Hai)' }], { body });
    expect(weekdayMismatch.check(draft, { lexicon }).map(({ rowNo }) => rowNo)).toEqual([null, '1']);
  });
});

import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { contentStatesOtherDate } from './content-states-other-date.js';

const check = (content: string, time = 'Trước 30/5/2025') =>
  contentStatesOtherDate.check(draftOf([{ no: '1', content, time }]), { lexicon });

describe('content that states another last day than the column', () => {
  it.each([
    'Báo cáo trước ngày 15/6/2025',
    'Báo cáo trước ngày 15 tháng 6 năm 2025',
    'Hoàn thành chậm nhất là 20/5/2025',
    'Hoàn thành đến hết quý II/2025',
  ])('shows “%s” and offers either', (content) => {
    const [found] = check(content);
    expect(found?.rowNo).toBe('1');
    expect(found?.options?.map(({ code }) => code)).toEqual(['KEEP', 'USE_CONTENT_TIME', 'EDIT']);
  });

  it.each([
    'Hoàn thành trước 30/5/2025',
    'Hoàn thành chậm nhất ngày 29/5/2025',
    'Theo Công văn số 851/BNV ngày 27/6/2024',
    'Rà soát hồ sơ hình thành trước năm 2020',
    'Báo cáo trước ngày 31/6/2025',
  ])('says nothing of “%s”', (content) => {
    expect(check(content)).toEqual([]);
  });

  it('says nothing where the column fixes no day', () => {
    expect(check('Báo cáo trước ngày 15/6/2025', 'Thường xuyên')).toEqual([]);
  });
});

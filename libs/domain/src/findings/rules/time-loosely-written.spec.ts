import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { timeLooselyWritten } from './time-loosely-written.js';

const check = (time: string) => timeLooselyWritten.check(draftOf([{ no: '1', time }]), { lexicon });

describe('a phrase of time that was read in spite of how it is written', () => {
  it('shows missing marks and misspelt words', () => {
    expect(check('Truoc ngay 30/5/2025')[0]?.message).toContain('thiếu dấu');
    expect(check('Quí II/2025')[0]?.message).toContain('Chữ “quí” đọc là “quý”');
  });

  it.each(['Trước 30/5/2025', 'Hàng năm', 'Hằng năm', 'chữ không đọc được'])('says nothing of “%s”', (time) => {
    expect(check(time)).toEqual([]);
  });
});

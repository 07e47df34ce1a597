import { draftOf, lexicon } from '../../spec/draft-of.js';
import { prefilledRow } from './prefill.js';

const fill = (clause: string) => prefilledRow(clause, draftOf([]), lexicon);

describe('a row prefilled from a clause of the body', () => {
  it('has the clause as its content, and the lead and the time that the clause states', () => {
    const clause = 'Giao Văn phòng Sở tổng hợp, báo cáo Giám đốc trước ngày 15/6/2025';
    expect(fill(clause)).toEqual({ content: clause, leadText: 'Văn phòng Sở', timeText: 'trước ngày 15/6/2025' });
  });

  it('leaves empty what the clause does not state, or states twice', () => {
    expect(fill('Phối hợp với Sở Nội vụ rà soát danh mục')).toMatchObject({ leadText: '', timeText: '' });
    expect(fill('Rà soát trước ngày 15/6/2025, báo cáo trước ngày 20/6/2025').timeText).toBe('');
    expect(fill('Bàn giao sau khi sắp xếp tổ chức bộ máy').timeText).toBe('');
  });
});

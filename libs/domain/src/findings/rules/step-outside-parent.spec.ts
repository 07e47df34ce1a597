import { draftOf, lexicon } from '../../../spec/draft-of.js';
import { stepOutsideParent } from './step-outside-parent.js';

const seen = (task: string, step: string) =>
  stepOutsideParent
    .check(
      draftOf([
        { no: '1', time: task },
        { no: '1.1', time: step },
      ]),
      { lexicon },
    )
    .map(({ rowNo }) => rowNo);

describe('a step outside its task’s window', () => {
  it.each([
    ['Trước 30/5/2025', 'Tháng 6/2025'],
    ['Tháng 6/2025', 'Từ tháng 5 đến tháng 6/2025'],
    ['Tháng 6/2025', 'Trước 15/7/2025'],
  ])('shows, under “%s”, “%s”', (task, step) => {
    expect(seen(task, step)).toEqual(['1.1']);
  });

  it.each([
    ['Quý II/2025', 'Tháng 6/2025'],
    ['Trước 30/5/2025', 'Trước 20/5/2025'],
    // An order that cannot be is DUE_BEFORE_PARENT_OPENS; events have rules of their own.
    ['Tháng 6/2025', 'Trước 30/5/2025'],
    ['Trước 30/5/2025', 'Sau khi hoàn thành việc sắp xếp tổ chức bộ máy'],
    ['', 'Tháng 6/2025'],
  ])('says nothing, under “%s”, of “%s”', (task, step) => {
    expect(seen(task, step)).toEqual([]);
  });
});

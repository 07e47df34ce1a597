import type { FindingView } from '@don-doc/contracts/http';
import { row } from '../testing/factories.js';
import { compareNumbers, missingBefore } from './missing-numbers.js';

const finding = (with_: Partial<FindingView>): FindingView => ({
  id: '00000000-0000-4000-8000-000000000000',
  code: 'NUMBER_MISSING',
  severity: 'caution',
  rowNo: null,
  place: null,
  message: 'Phụ lục không có nhiệm vụ số 8.',
  options: [],
  answer: null,
  ...with_,
});
const rows = ['7', '9', '10'].map((no) => row({ no }));

describe('a number the plan skips', () => {
  it('is said between its neighbours, from the finding', () => {
    const before = missingBefore(rows, [finding({ rowNo: '8' })]);
    expect([...before.keys()]).toEqual([rows[1]?.id]);
    expect([...before.values()][0]?.no).toBe('8');
  });

  it('is read from the message when the finding has no row', () => {
    expect(missingBefore(rows, [finding({})]).get(rows[1]?.id ?? '')?.no).toBe('8');
  });

  it('is not said of other findings, nor once the draft has the row', () => {
    expect(missingBefore(rows, [finding({ code: 'TYPO', rowNo: '8' })]).size).toBe(0);
    expect(missingBefore(rows, [finding({ rowNo: '9' })]).size).toBe(0);
  });

  it('orders numbers as the plan does', () => {
    expect(['10', '2.10', '2', '2.2'].sort(compareNumbers)).toEqual(['2', '2.2', '2.10', '10']);
  });
});

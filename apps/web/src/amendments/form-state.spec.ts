import type { RowView } from '@don-doc/contracts/http';
import { fromOffer, fromRow, newChange, toChange } from './form-state.js';

const row = {
  id: 'r3',
  no: '3',
  content: 'Lập danh mục hồ sơ',
  timeText: 'Trước 30/5/2025',
  coordinatorText: '',
  assignments: [
    { unitId: 'u', state: 'open' },
    { unitId: 'v', state: 'withdrawn' },
  ],
} as unknown as RowView;

describe('a change of an amendment', () => {
  it('sends of a changed row only what differs from it', () => {
    const draft = fromRow(newChange('k', 'change-row'), row);
    expect(toChange({ ...draft, timeText: 'Trước 15/6/2025' }, [row])).toEqual({
      kind: 'change-row',
      rowId: 'r3',
      timeText: 'Trước 15/6/2025',
    });
  });

  it('is nothing to send while nothing differs; a unit withdrawn before does not count as leading', () => {
    expect(toChange(fromRow(newChange('k', 'change-row'), row), [row])).toBeNull();
  });

  it('asks of a new row its number, its content, who leads it and by when', () => {
    const offered = fromOffer('k', { no: '8', source: 'II.8', content: 'Trích xuất và đóng gói dữ liệu' });
    expect(toChange(offered, [])).toBeNull();
    expect(toChange({ ...offered, leadUnitIds: ['u'] }, [])).toBeNull();
    expect(toChange({ ...offered, leadUnitIds: ['u'], timeText: 'Trước 30/6/2025' }, [])).toEqual({
      kind: 'add-row',
      no: '8',
      content: 'Trích xuất và đóng gói dữ liệu',
      timeText: 'Trước 30/6/2025',
      leadUnitIds: ['u'],
      coordinatorText: '',
      source: 'II.8',
    });
  });

  it('names a row to be withdrawn, once it is chosen', () => {
    expect(toChange(newChange('k', 'withdraw-row'), [row])).toBeNull();
    expect(toChange({ ...newChange('k', 'withdraw-row'), rowId: 'r3' }, [row])).toEqual({
      kind: 'withdraw-row',
      rowId: 'r3',
    });
  });
});

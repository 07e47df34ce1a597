import type { DraftRow, PlanDraft } from '../draft/types.js';
import { readPhrase } from '../time/read-phrase.js';
import { timesAsAnswered } from './answered-times.js';

const row = (no: string, parentNo: string | null, phrase: string): DraftRow =>
  ({ no, parentNo, reading: readPhrase(phrase, { year: 2025 }) }) as DraftRow;
const draft = {
  head: { year: 2025 },
  rows: [row('11', null, 'Sau khi hoàn thành việc sắp xếp tổ chức bộ máy'), row('11.3', '11', 'Trước 30/5/2025')],
} as unknown as PlanDraft;
const specOf = (of: PlanDraft, no: string) => of.rows.find((r) => r.no === no)!.reading;

describe('times as the Office answered', () => {
  it('takes the task’s time for its step, keeps the plan’s words and says who decided', () => {
    const answered = timesAsAnswered(draft, [{ option: 'USE_PARENT_TIME', data: { rowNo: '11.3', parentNo: '11' } }]);
    const reading = specOf(answered, '11.3');
    expect(reading.spec).toEqual(specOf(draft, '11').spec);
    expect(reading.phrase).toBe('Trước 30/5/2025');
    expect(reading.trace.at(-1)).toContain('nhiệm vụ 11');
  });

  it('takes the time that the content states where that was chosen', () => {
    const phrase = 'Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy';
    const answered = timesAsAnswered(draft, [{ option: 'USE_CONTENT_TIME', data: { rowNo: '11', phrase } }]);
    expect(specOf(answered, '11').spec).toMatchObject({ kind: 'after-event', immediate: true });
  });

  it('sets a stated date aside where the Office fixes another, and leaves one that it may fix anyway', () => {
    const fix = (rowNo: string) => ({ option: 'FIX_DATE', data: { rowNo } });
    const answered = timesAsAnswered(draft, [fix('11.3'), fix('11')]);
    expect(specOf(answered, '11.3').spec.kind).toBe('unreadable');
    expect(specOf(answered, '11').spec.kind).toBe('after-event');
  });

  it('leaves the draft alone for a kept time, an unknown row and an unknown option', () => {
    const answers = [
      { option: 'KEEP', data: {} },
      { option: 'USE_PARENT_TIME', data: { rowNo: '99', parentNo: '11' } },
      { option: 'TAKE_BODY_ITEM', data: { no: '8', bodyNo: 'II.7' } },
    ];
    expect(timesAsAnswered(draft, answers)).toBe(draft);
  });
});

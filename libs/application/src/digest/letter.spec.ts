import { VN_CALENDAR_2025_2027 as calendar } from '@don-doc/domain';
import type { LetterItem } from './letter-items.js';
import { writeLetter, type LetterInput } from './letter.js';
import { messageId } from './message-id.js';

const late: LetterItem = {
  rowId: 'row-3',
  rowNo: '3',
  content: 'Rà soát, thống kê <tài liệu>\n tồn đọng',
  unitName: 'Phòng 1',
  lastDay: '2025-05-29',
  rule: 'overdue',
  period: null,
  event: null,
  grave: 103,
  role: 'unit-head',
  note: null,
};

function letter(items: readonly LetterItem[], change: Partial<LetterInput> = {}) {
  return writeLetter({
    kind: 'digest',
    day: '2025-06-05',
    isRehearsal: false,
    planId: 'plan',
    planName: 'Kế hoạch số 15/KH-STP',
    planTitle: 'Kế hoạch triển khai thực hiện Chỉ thị số 02',
    personName: 'Trưởng phòng 1',
    items,
    calendar,
    publicUrl: 'https://don-doc.example',
    ...change,
  });
}

describe('a digest', () => {
  it('says in its subject how much of what, of which day and plan', () => {
    const opening = { ...late, rule: 'opening', rowNo: '5', lastDay: '2025-06-30' };
    expect(letter([late, opening]).subject).toBe(
      'Nhắc việc ngày 05/06/2025: 1 quá hạn, 1 bắt đầu – Kế hoạch số 15/KH-STP',
    );
  });

  it('says how late, what to do and where, the same in both parts', () => {
    const { text, html } = letter([late]);
    for (const part of [text, html]) {
      expect(part).toContain('Quá hạn 5 ngày làm việc; hạn 29/05/2025');
      expect(part).toContain('Đề nghị gửi kết quả, hoặc cho biết vướng mắc và thời điểm hoàn thành.');
      expect(part).toContain('https://don-doc.example/ke-hoach/plan/dong/row-3');
    }
  });

  it('quotes the plan’s words apart from ours, and lets none of them be markup', () => {
    const { html } = letter([late]);
    expect(html).toMatch(/font-style:italic[^>]*>“Rà soát, thống kê &lt;tài liệu&gt; tồn đọng”</);
  });

  it('reports to leaders and never reminds them', () => {
    const { subject, text } = letter([{ ...late, role: 'director' }]);
    expect(subject).toBe('Báo cáo nhiệm vụ quá hạn ngày 05/06/2025: 1 nhiệm vụ – Kế hoạch số 15/KH-STP');
    expect(`${subject}${text}`).not.toMatch(/nhắc|đôn đốc |đề nghị/i);
  });

  it('counts a month by its own last day', () => {
    const month = { ...late, period: '2025-05', lastDay: '2025-07-01' };
    expect(letter([month]).text).toContain('Quá hạn 4 ngày làm việc tháng 05/2025; hạn 31/05/2025');
  });

  it('is marked in subject and body where it belongs to a rehearsal', () => {
    const { subject, text, html } = letter([late], { isRehearsal: true });
    expect(subject).toMatch(/^\[DIỄN TẬP\] /);
    expect(text).toMatch(/^DIỄN TẬP: /);
    expect(html).toContain('DIỄN TẬP: ');
  });
});

describe('a manual reminder', () => {
  it('carries the note of who gave it', () => {
    const manual = { ...late, rule: 'manual', note: 'Đề nghị gửi trước 16 giờ hôm nay.' };
    const { subject, text } = letter([manual], { kind: 'manual' });
    expect(subject).toBe('Đôn đốc thực hiện nhiệm vụ 3 – Kế hoạch số 15/KH-STP');
    expect(text).toContain('Đề nghị gửi trước 16 giờ hôm nay.');
  });
});

describe('a Message-ID', () => {
  it('is the same for the same plan, person and day, and another for another', () => {
    const from = 'Đôn Đốc <don-doc@stp.example>';
    const id = messageId('plan', 'person', '2025-06-05', '', from);
    expect(id).toMatch(/^<[0-9a-f]{40}@stp\.example>$/);
    expect(messageId('plan', 'person', '2025-06-05', '', from)).toBe(id);
    expect(messageId('plan', 'person', '2025-06-06', '', from)).not.toBe(id);
    expect(messageId('plan', 'person', '2025-06-05', 'alarm', from)).not.toBe(id);
  });
});

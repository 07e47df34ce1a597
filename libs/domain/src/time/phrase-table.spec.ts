import { readPhraseInFull, type PhraseReading } from './phrase-reading.js';

const SETTING = { issuedOn: '2025-05-05' };
const PROCESS = 'sắp xếp tổ chức bộ máy';

const events: readonly (readonly [phrase: string, kind: string, anchor: string, offset: string])[] = [
  [`Ngay khi hoàn thành việc ${PROCESS}`, 'AFTER_EVENT_IMMEDIATE', 'REORG_DONE', '5 working-day'],
  [`Ngay sau khi hoàn thành công tác ${PROCESS}`, 'AFTER_EVENT_IMMEDIATE', 'REORG_DONE', '5 working-day'],
  [`Sau khi hoàn thành ${PROCESS}`, 'AFTER_EVENT', 'REORG_DONE', '-'],
  [`Sau ngày hoàn thành việc ${PROCESS}`, 'AFTER_EVENT', 'REORG_DONE', '-'],
  ['Sau khi có hướng dẫn', 'AFTER_EVENT', 'GUIDANCE_RECEIVED', '-'],
  ['Khi có hướng dẫn của Sở Nội vụ', 'AFTER_EVENT', 'GUIDANCE_RECEIVED', '-'],
  ['Ngay sau khi có văn bản hướng dẫn của Bộ Nội vụ', 'AFTER_EVENT_IMMEDIATE', 'GUIDANCE_RECEIVED', '5 working-day'],
  ['Sau khi nhận được hướng dẫn', 'AFTER_EVENT', 'GUIDANCE_RECEIVED', '-'],
  ['Ngay sau khi Quyết định có hiệu lực', 'AFTER_EVENT_IMMEDIATE', 'DECISION_EFFECTIVE', '5 working-day'],
  ['Sau khi Nghị quyết 202/2025/QH15 có hiệu lực thi hành', 'AFTER_EVENT', 'DECISION_EFFECTIVE', '-'],
  ['Sau khi Đề án được phê duyệt', 'AFTER_EVENT', 'DOCUMENT_APPROVED', '-'],
  ['Sau khi Kế hoạch chỉnh lý được Giám đốc phê duyệt', 'AFTER_EVENT', 'DOCUMENT_APPROVED', '-'],
  ['Ngay sau khi ban hành Kế hoạch', 'AFTER_EVENT_IMMEDIATE', 'PLAN_ISSUED', '5 working-day'],
  ['Ngay sau khi Kế hoạch được ban hành', 'AFTER_EVENT_IMMEDIATE', 'PLAN_ISSUED', '5 working-day'],
  ['Sau khi kết thúc hội nghị', 'AFTER_EVENT', 'MEETING_ENDED', '-'],
  ['Ngay sau khi bàn giao', 'AFTER_EVENT_IMMEDIATE', 'HANDOVER', '5 working-day'],
  ['Sau ngày bầu cử', 'AFTER_EVENT', 'ELECTION_DAY', '-'],
  ['Sau khi chấm dứt hoạt động', 'AFTER_EVENT', 'CLOSED', '-'],
  ['Trước ngày bầu cử', 'BEFORE_EVENT', 'ELECTION_DAY', '-'],
  ['Trước khi giải thể', 'BEFORE_EVENT', 'CLOSED', '-'],
  ['Trước khi nộp lưu tài liệu vào lưu trữ lịch sử', 'BEFORE_EVENT', 'ARCHIVE_DELIVERY', '-'],
  ['Trước khi bàn giao hồ sơ, tài liệu', 'BEFORE_EVENT', 'HANDOVER', '-'],
  ['Trước khi kết thúc hoạt động (nếu có)', 'BEFORE_EVENT', 'CLOSED', '-'],
  ['Kể từ ngày Quyết định có hiệu lực', 'OPEN_FROM_EVENT', 'DECISION_EFFECTIVE', '0 day'],
  ['Từ ngày chấm dứt hoạt động', 'OPEN_FROM_EVENT', 'CLOSED', '0 day'],
  [`Kể từ khi hoàn thành việc ${PROCESS}`, 'OPEN_FROM_EVENT', 'REORG_DONE', '0 day'],
  ['Kể từ ngày ban hành', 'OPEN_FROM', 'DOC_ISSUED', '0 day'],
  [`Từ tháng 6/2025 cho đến khi hoàn thành việc ${PROCESS}`, 'FROM_UNTIL_EVENT', 'REORG_DONE', '-'],
  ['Từ ngày 05/5/2025 đến khi bàn giao', 'FROM_UNTIL_EVENT', 'HANDOVER', '-'],
  ['Từ tháng 6/2025 đến ngày bầu cử', 'FROM_UNTIL_EVENT', 'ELECTION_DAY', '-'],
  ['Cho đến khi có hướng dẫn của Sở Nội vụ', 'ONGOING_UNTIL_EVENT', 'GUIDANCE_RECEIVED', '-'],
  [`Thường xuyên cho đến khi hoàn thành việc ${PROCESS}`, 'ONGOING_UNTIL_EVENT', 'REORG_DONE', '-'],
  [`Trong quá trình ${PROCESS}`, 'DURING_PROCESS', 'REORG_DONE', '-'],
  [`Trong quá trình thực hiện ${PROCESS}, đến khi hoàn thành`, 'ONGOING_UNTIL_EVENT', 'REORG_DONE', '-'],
  ['05 ngày làm việc kể từ ngày nhận được văn bản yêu cầu', 'OFFSET_AFTER_EVENT', 'REQUEST_RECEIVED', '5 working-day'],
  ['Trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ', 'OFFSET_AFTER_EVENT', 'DOSSIER_RECEIVED', '10 working-day'],
  ['Trong vòng 15 ngày sau khi có hướng dẫn của Sở Nội vụ', 'OFFSET_AFTER_EVENT', 'GUIDANCE_RECEIVED', '15 day'],
  ['Không quá 03 ngày làm việc kể từ khi kết thúc cuộc họp', 'OFFSET_AFTER_EVENT', 'MEETING_ENDED', '3 working-day'],
  ['Chậm nhất 02 tuần kể từ ngày bàn giao', 'OFFSET_AFTER_EVENT', 'HANDOVER', '2 week'],
  ['Trong thời hạn sáu tháng kể từ ngày Luật có hiệu lực', 'OFFSET_AFTER_EVENT', 'DECISION_EFFECTIVE', '6 month'],
  ['Trong thời hạn 01 năm, kể từ ngày công trình được quyết toán', 'OFFSET_AFTER_EVENT', 'SETTLED', '1 year'],
  ['Trong 24 giờ kể từ khi nhận được yêu cầu', 'OFFSET_AFTER_EVENT', 'REQUEST_RECEIVED', '24 hour'],
  ['15 (mười lăm) ngày kể từ ngày bầu cử', 'OFFSET_AFTER_EVENT', 'ELECTION_DAY', '15 day'],
  ['hai mươi mốt ngày kể từ ngày bầu cử', 'OFFSET_AFTER_EVENT', 'ELECTION_DAY', '21 day'],
  [`10 ngày làm việc sau khi hoàn thành việc ${PROCESS}`, 'OFFSET_AFTER_EVENT', 'REORG_DONE', '10 working-day'],
  ['Chậm nhất 10 ngày trước khi bàn giao', 'OFFSET_BEFORE_EVENT', 'HANDOVER', '-10 day'],
  ['Trước ngày bầu cử ít nhất 105 ngày', 'OFFSET_BEFORE_EVENT', 'ELECTION_DAY', '-105 day'],
  ['Trước khi bàn giao tối thiểu 05 ngày làm việc', 'OFFSET_BEFORE_EVENT', 'HANDOVER', '-5 working-day'],
];

const recurring: readonly (readonly [phrase: string, kind: string, recurrence: string, lastDay: string])[] = [
  ['Hằng tháng', 'RECURRING', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-05-31'],
  ['hàng quý', 'RECURRING', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-06-30'],
  ['Hằng ngày', 'RECURRING', 'FREQ=DAILY', '2025-05-05'],
  ['Hằng tuần', 'RECURRING', 'FREQ=WEEKLY', '-'],
  ['Mỗi quý', 'RECURRING', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-06-30'],
  ['mỗi quý một lần', 'RECURRING', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-06-30'],
  ['6 tháng/lần', 'RECURRING', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2025-06-30'],
  ['06 tháng một lần', 'RECURRING', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2025-06-30'],
  ['3 tháng/lần', 'RECURRING', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-06-30'],
  ['Định kỳ hằng tháng', 'RECURRING', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-05-31'],
  ['Định kỳ 6 tháng', 'RECURRING', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2025-06-30'],
  ['Thường xuyên hằng năm', 'RECURRING', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', '2025-12-31'],
  ['Mỗi 2 tuần', 'RECURRING', 'FREQ=WEEKLY;INTERVAL=2', '-'],
  ['1 lần/năm', 'RECURRING', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', '2025-12-31'],
  ['04 lần/năm', 'RECURRING', 'FREQ=YEARLY', '-'],
  ['mỗi năm 2 lần', 'RECURRING', 'FREQ=YEARLY', '-'],
  ['Thứ Hai hằng tuần', 'RECURRING', 'FREQ=WEEKLY;BYDAY=MO', '2025-05-05'],
  ['Chủ nhật hằng tuần', 'RECURRING', 'FREQ=WEEKLY;BYDAY=SU', '2025-05-11'],
  ['Hằng tuần, vào thứ Sáu', 'RECURRING', 'FREQ=WEEKLY;BYDAY=FR', '2025-05-09'],
  ['Hằng năm từ năm 2026', 'RECURRING', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', '2026-12-31'],
  ['Hằng quý đến hết năm 2026', 'RECURRING', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20261231', '2025-06-30'],
  ['Ngày 25 hằng tháng', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=25', '2025-05-25'],
  ['Chậm nhất ngày 20 hằng tháng', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=20', '2025-05-20'],
  ['Trước ngày 1 hằng tháng', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-05-31'],
  ['Hằng tháng, trước ngày 25', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=24', '2025-05-24'],
  ['Ngày cuối cùng hằng tháng', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-05-31'],
  ['Trước ngày 05 tháng sau', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=4', '2025-06-04'],
  ['Trước ngày 05 của tháng tiếp theo', 'RECURRING_DEADLINE', 'FREQ=MONTHLY;BYMONTHDAY=4', '2025-06-04'],
  [
    'Trước ngày 15 của tháng cuối quý',
    'RECURRING_DEADLINE',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14',
    '2025-06-14',
  ],
  [
    'Hằng quý, trước ngày 20 tháng cuối quý',
    'RECURRING_DEADLINE',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=19',
    '2025-06-19',
  ],
  [
    'Trước ngày 01 của tháng cuối quý',
    'RECURRING_DEADLINE',
    'FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=-1',
    '2025-05-31',
  ],
  ['Trước 15/12 hằng năm', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14', '2025-12-14'],
  ['Hằng năm, trước ngày 15/12', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14', '2025-12-14'],
  ['Trước 01/01 hằng năm', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', '2025-12-31'],
  ['Chậm nhất ngày 31/3 hằng năm', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31', '2026-03-31'],
  ['Trước ngày 15/6 và 15/12 hằng năm', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14', '2025-06-14'],
  [
    '2 lần/năm: trước ngày 15/6 và trước ngày 20/12',
    'RECURRING_DEADLINE',
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14',
    '2025-06-14',
  ],
  ['2 lần/năm (ngày 15/6 và ngày 15/12)', 'RECURRING_DEADLINE', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15', '2025-06-15'],
  [
    'Chậm nhất 10 ngày kể từ ngày kết thúc quý',
    'RECURRING_OFFSET',
    'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10',
    '2025-07-10',
  ],
  [
    '05 ngày kể từ ngày kết thúc tháng',
    'RECURRING_OFFSET',
    'FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=5',
    '2025-05-05',
  ],
  ['15 ngày kể từ ngày kết thúc năm', 'RECURRING_OFFSET', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15', '2026-01-15'],
  [
    'từ ngày 15 tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý thuộc kỳ báo cáo',
    'REPORT_WINDOW',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14',
    '-',
  ],
];

const undated: readonly (readonly [phrase: string, kind: string])[] = [
  ['Khi có yêu cầu của Sở Nội vụ', 'ON_DEMAND'],
  ['Theo yêu cầu', 'ON_DEMAND'],
  ['Theo yêu cầu của cấp có thẩm quyền', 'ON_DEMAND'],
  ['Khi có phát sinh', 'ON_DEMAND'],
  ['Khi cần thiết', 'ON_DEMAND'],
  ['Đột xuất', 'ON_DEMAND'],
  ['Khi được yêu cầu', 'ON_DEMAND'],
  ['Báo cáo khi có yêu cầu', 'ON_DEMAND'],
  ['Theo tiến độ', 'BY_REFERENCE'],
  ['Theo Kế hoạch của Ủy ban nhân dân tỉnh', 'BY_REFERENCE'],
  ['Thực hiện theo quy định', 'BY_REFERENCE'],
  ['Theo đúng tiến độ của Đề án', 'BY_REFERENCE'],
  ['Theo Quyết định số 458/QĐ-TTg', 'BY_REFERENCE'],
  ['Trong thời gian sớm nhất', 'VAGUE'],
  ['Sớm', 'VAGUE'],
  ['Kịp thời', 'VAGUE'],
  ['Khẩn trương', 'VAGUE'],
  ['Ngay', 'VAGUE'],
  ['Trong những năm tới', 'VAGUE'],
  ['Đúng thời hạn quy định', 'VAGUE'],
  ['-', 'EMPTY'],
  ['…', 'EMPTY'],
  ['...', 'EMPTY'],
  ['(để trống)', 'EMPTY'],
  ['', 'EMPTY'],
  ['Từ tháng 5/2025 đến khi', 'FRAGMENT'],
  ['Sau khi', 'FRAGMENT'],
  ['Chậm nhất là', 'FRAGMENT'],
  ['Trong suốt quá trình', 'FRAGMENT'],
  ['31/6/2025', 'INVALID'],
  ['Trước ngày 31/6/2025', 'INVALID'],
  ['29/02/2025', 'INVALID'],
  ['Tháng 13/2025', 'INVALID'],
  ['Quý V/2025', 'UNREADABLE'],
  ['Quý 5/2025', 'INVALID'],
  ['Trước 25h00 ngày 30/5/2025', 'INVALID'],
  ['Từ ngày 30/02/2025 đến ngày 15/3/2025', 'INVALID'],
  ['Trước ngày 31/6 hằng năm', 'INVALID'],
  ['Ngày 32 hằng tháng', 'INVALID'],
  ['Không trước 30/5/2025', 'UNREADABLE'],
  ['Khoảng tháng 6/2025', 'UNREADABLE'],
  ['30/5/2025 hoặc 30/6/2025', 'UNREADABLE'],
  ['Từ ngày 30/6/2025 đến ngày 01/6/2025', 'UNREADABLE'],
  ['15 (mười sáu) ngày kể từ ngày bầu cử', 'UNREADABLE'],
  ['3 lần/năm: trước ngày 15/6 và trước ngày 15/12', 'UNREADABLE'],
  ['trong năm học 2025-2026', 'UNREADABLE'],
  ['Trước 30/5/25', 'UNREADABLE'],
];

const several: readonly (readonly [phrase: string, kind: string, parts: readonly string[]])[] = [
  ['Tháng 6/2025 và thường xuyên', 'COMPOSITE', ['PERIOD', 'ONGOING']],
  ['Hằng quý và khi có yêu cầu', 'COMPOSITE', ['RECURRING', 'ON_DEMAND']],
  ['Hằng tháng, quý, năm', 'COMPOSITE', ['RECURRING', 'RECURRING', 'RECURRING']],
  ['Định kỳ tháng, quý, 6 tháng, năm', 'COMPOSITE', ['RECURRING', 'RECURRING', 'RECURRING', 'RECURRING']],
  ['Định kỳ 6 tháng, năm và đột xuất khi có yêu cầu', 'COMPOSITE', ['RECURRING', 'RECURRING', 'ON_DEMAND']],
  ['Thường xuyên; báo cáo hằng quý', 'COMPOSITE', ['ONGOING', 'RECURRING']],
  ['Đợt 1: trước 30/6/2025; Đợt 2: trước 30/9/2025', 'MILESTONES', ['DEADLINE_BEFORE', 'DEADLINE_BEFORE']],
  ['Dự thảo tháng 6/2025; trình phê duyệt tháng 8/2025', 'MILESTONES', ['PERIOD', 'PERIOD']],
  ['Quý III/2025: khảo sát; quý IV/2025: xây dựng đề án', 'UNREADABLE', []],
  ['50% năm 2025, 80% năm 2026, 100% năm 2027', 'MILESTONES', ['PERIOD', 'PERIOD', 'PERIOD']],
  ['Trước ngày 15/6/2025 và trước ngày 15/12/2025', 'MILESTONES', ['DEADLINE_BEFORE', 'DEADLINE_BEFORE']],
  ['Quý II/2025, hoàn thành quý IV/2025', 'MILESTONES', ['PERIOD', 'PERIOD']],
];

const read = (phrase: string): PhraseReading => readPhraseInFull(phrase, SETTING);

describe('phrases bound to events, that return, that state no day, and several in one cell', () => {
  it.each(events)('“%s” is %s on %s, %s', (phrase, kind, anchor, offset) => {
    const reading = read(phrase);
    const shown = reading.offset === null ? '-' : `${reading.offset.amount} ${reading.offset.unit}`;
    expect([reading.kind, reading.anchor, shown]).toEqual([kind, anchor, offset]);
  });
  it.each(recurring)('“%s” is %s by %s, first on %s', (phrase, kind, recurrence, lastDay) => {
    const reading = read(phrase);
    expect([reading.kind, reading.recurrence, reading.lastDay ?? '-']).toEqual([kind, recurrence, lastDay]);
  });
  it.each(undated)('“%s” is %s and states no day', (phrase, kind) => {
    const reading = read(phrase);
    expect([reading.kind, reading.opensOn, reading.lastDay, reading.lateFrom]).toEqual([kind, null, null, null]);
    // A person decides, except where each request is its own occasion.
    expect(reading.ask !== null).toBe(kind !== 'ON_DEMAND');
  });
  it.each(several)('“%s” is %s of %j', (phrase, kind, parts) => {
    const reading = read(phrase);
    expect([reading.kind, reading.parts.map((part) => part.kind)]).toEqual([kind, parts]);
  });
  it('is a table of a hundred phrases at least, each once', () => {
    const all = [...events, ...recurring, ...undated, ...several].map(([phrase]) => phrase);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(100);
  });
});

import fc from 'fast-check';
import { draftOf, itemOf, lexicon, type RowOf } from '../../spec/draft-of.js';
import type { PlanDraft } from '../draft/types.js';
import type { WorkCalendar } from '../time/calendar.js';
import { VN_CALENDAR_2025_2027 } from '../time/vn-calendar.js';
import { checkDraft } from './check-draft.js';
import { findingRules } from './rules/index.js';

/** 31/5/2025 is worked here, so that a row of that month says nothing of days off. */
const calendar: WorkCalendar = {
  ...VN_CALENDAR_2025_2027,
  days: {
    ...VN_CALENDAR_2025_2027.days,
    '2025-05-31': { date: '2025-05-31', kind: 'work', name: 'Làm bù', source: 'thử nghiệm' },
  },
};

const AFTER = 'Sau khi hoàn thành việc sắp xếp tổ chức bộ máy';
const AT_ONCE = `Ngay ${AFTER.toLowerCase()}`;
const UNTIL = 'Từ tháng 5/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy';

const seen = (draft: PlanDraft) =>
  checkDraft(draft, { lexicon, calendar }).map((finding) => `${finding.code} ${finding.rowNo ?? '-'}`);

describe('findings of a draft', () => {
  it('finds nothing in a plain plan', () => {
    expect(seen(draftOf([{ no: '1' }, { no: '2', time: 'Tháng 5/2025' }]))).toEqual([]);
  });

  it('has one code a rule, in upper snake, with a title', () => {
    const codes = findingRules.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const rule of findingRules)
      expect([rule.code, rule.title]).toEqual([
        expect.stringMatching(/^[A-Z]+(_[A-Z]+)*$/u),
        expect.stringMatching(/\S/u),
      ]);
  });

  it.each<[string, readonly RowOf[], readonly string[]]>([
    ['a gap among tasks', [{ no: '1' }, { no: '3' }], ['NUMBER_MISSING 2']],
    ['a gap among steps', [{ no: '1' }, { no: '1.1' }, { no: '1.3' }], ['NUMBER_MISSING 1.2']],
    ['a long jump, told once', [{ no: '1' }, { no: '90000000000' }], ['NUMBER_MISSING 2']],
    ['a plan that begins at 2', [{ no: '2' }], ['NUMBER_MISSING 1']],
    ['no gap between 9 and 10', Array.from({ length: 10 }, (_, i) => ({ no: String(i + 1) })), []],
    ['two of one number', [{ no: '1' }, { no: '1' }], ['NUMBER_DUPLICATE 1']],
    [
      'a step due before its task opens after an event',
      [{ no: '1', time: AT_ONCE }, { no: '1.1' }],
      ['DUE_BEFORE_PARENT_OPENS 1.1', 'EVENT_UNDEFINED -'],
    ],
    [
      'a step due before its task’s month',
      [{ no: '1', time: 'Tháng 6/2025' }, { no: '1.1' }],
      ['DUE_BEFORE_PARENT_OPENS 1.1'],
    ],
    ['a step due within its task’s month', [{ no: '1', time: 'Tháng 5/2025' }, { no: '1.1' }], []],
    [
      'a step due before its task begins',
      [{ no: '1', time: UNTIL.replace('5/2025', '6/2025') }, { no: '1.1' }],
      ['DUE_BEFORE_PARENT_OPENS 1.1', 'EVENT_UNDEFINED -'],
    ],
    [
      'a step after the event under a fixed date',
      [{ no: '1' }, { no: '1.1', time: AT_ONCE }],
      ['EVENT_UNDEFINED -', 'OPENS_AFTER_PARENT_DUE 1.1'],
    ],
    [
      'a step after the event that ends its task',
      [
        { no: '1', time: UNTIL },
        { no: '1.1', time: AT_ONCE },
      ],
      ['EVENT_UNDEFINED -', 'OPENS_AFTER_PARENT_END 1'],
    ],
    ['“sau khi” without a due', [{ no: '1', time: AFTER }], ['EVENT_UNDEFINED -', 'DUE_NOT_STATED 1']],
    [
      'a project at once',
      [{ no: '1', time: AT_ONCE, content: 'Xây dựng đề án' }],
      ['EVENT_UNDEFINED -', 'PROJECT_AT_ONCE 1'],
    ],
    ['a project with a date', [{ no: '1', content: 'Xây dựng đề án' }], []],
    [
      'content that says “ngay sau”',
      [{ no: '1', time: AFTER, content: `${AT_ONCE}, rà soát` }],
      ['EVENT_UNDEFINED -', 'CONTENT_CONTRADICTS_TIME 1', 'DUE_NOT_STATED 1'],
    ],
    ['content that says the same', [{ no: '1', time: AT_ONCE, content: `${AT_ONCE}, rà soát` }], ['EVENT_UNDEFINED -']],
    [
      'a duty that outlasts its date',
      [{ no: '1', content: 'Bảo quản cho đến khi bàn giao' }],
      ['CONTENT_OUTLASTS_DUE 1'],
    ],
    [
      'a row that must precede an earlier one',
      [
        { no: '1', time: 'Tháng 5/2025', content: 'Phân loại trước khi bàn giao' },
        { no: '2', content: 'Đóng gói tài liệu' },
      ],
      ['ORDER_WITHIN_CONTENT 1'],
    ],
    [
      'a row that precedes in time',
      [
        { no: '1', content: 'Phân loại trước khi bàn giao' },
        { no: '2', time: 'Tháng 5/2025', content: 'Bàn giao tài liệu' },
      ],
      [],
    ],
    [
      'a task of heads led by others',
      [{ no: '1', lead: 'Các phòng', content: 'Người đứng đầu các phòng chỉ đạo' }, { no: '1.1' }],
      ['PARENT_NAMES_OTHER_LEADERS 1'],
    ],
    ['no coordinator', [{ no: '1' }, { no: '2', coordinator: '' }], ['COORDINATOR_EMPTY 2']],
    ['a plan without coordinators', [{ no: '1', coordinator: '' }], []],
    [
      'one group on both sides',
      [{ no: '1', lead: 'Sở Tư pháp; Các phòng', coordinator: 'Các phòng' }],
      ['LEADS_AND_COORDINATES 1'],
    ],
    ['a task that only gathers its steps', [{ no: '1', lead: '', time: '' }, { no: '1.1' }], []],
    ['a doubled word', [{ no: '1', content: 'Hướng dẫn các các phòng' }], ['WORDING_SLIP 1']],
    ['two words doubled', [{ no: '1', content: 'Lập danh mục danh mục hồ sơ' }], ['WORDING_SLIP 1']],
    ['a phrase that is rightly doubled', [{ no: '1', content: 'Từng bước từng bước hoàn thiện' }], []],
    ['a word that is rightly doubled', [{ no: '1', content: 'Dần dần hoàn thiện' }], []],
    ['coordination without a verb', [{ no: '1', content: 'Phối hợp Sở Nội vụ danh mục hồ sơ' }], ['VERB_MISSING 1']],
    ['coordination with its verb', [{ no: '1', content: 'Phối hợp với Sở Nội vụ ban hành danh mục hồ sơ' }], []],
    [
      'a party left out',
      [{ no: '1', content: 'Phối hợp với Lưu trữ cơ quan, vận hành Hệ thống quản lý văn bản' }],
      ['PARTY_MISSING 1'],
    ],
    ['a name nothing explains', [{ no: '1', content: 'Cập nhật trên Hệ thống' }], ['TERM_UNDEFINED 1']],
    ['a system with its name', [{ no: '1', content: 'Cập nhật trên Hệ thống quản lý văn bản' }], []],
    ['two names of a unit', [{ no: '1' }, { no: '2', lead: 'Văn phòng Sở' }], ['UNIT_SEVERAL_NAMES -']],
  ])('%s', (_, rows, expected) => {
    expect(seen(draftOf(rows))).toEqual(expected);
  });

  it('asks for number and date while they are blank', () => {
    const { head } = draftOf([]);
    expect(seen(draftOf([{ no: '1' }], { head: { ...head, number: null, date: null } }))).toEqual([
      'HEAD_NUMBER_BLANK -',
      'HEAD_DATE_BLANK -',
    ]);
  });

  it('shows a body item without a row, and offers it for a missing number where it stands between the same rows', () => {
    const body = [
      itemOf('II', 'NỘI DUNG THỰC HIỆN'),
      itemOf('II.1', null, 'Số hóa tài liệu lưu trữ đã chỉnh lý hoàn chỉnh.'),
      itemOf('II.2', null, 'Khoanh vùng tài liệu chuyên môn của từng đơn vị hành chính.'),
      itemOf('II.3', null, 'Điều chỉnh mã định danh điện tử của các cơ quan.'),
    ];
    const rows = [
      { no: '1', content: 'Số hóa tài liệu lưu trữ đã chỉnh lý hoàn chỉnh theo quy định.' },
      { no: '3', content: 'Điều chỉnh mã định danh điện tử của các cơ quan, đơn vị.' },
    ];
    const findings = checkDraft(draftOf(rows, { body }), { lexicon, calendar });
    expect(findings.map((finding) => finding.code)).toEqual(['NUMBER_MISSING', 'BODY_DUTY_WITHOUT_ROW']);
    const row = { content: 'Khoanh vùng tài liệu chuyên môn của từng đơn vị hành chính.', leadText: '', timeText: '' };
    expect(findings[0]?.options.map((option) => option.data)).toEqual([{ no: '2', bodyNo: 'II.2', row }, { no: '2' }]);
  });

  it('puts the gravest first, then goes by number, and changes nothing', () => {
    const draft = draftOf([
      { no: '10', lead: 'Phòng Lạ' },
      { no: '9', coordinator: '' },
      { no: '2', lead: 'Phòng Lạ' },
    ]);
    const before = structuredClone(draft);
    const findings = checkDraft(draft, { lexicon, calendar });
    expect(draft).toEqual(before);
    expect(findings.map((finding) => `${finding.severity} ${finding.rowNo ?? '-'}`)).toEqual([
      'blocking 2',
      'blocking 10',
      ...['1', '3'].map((no) => `caution ${no}`),
      'notice 9',
    ]);
  });

  it('never throws, whatever the rows say', () => {
    const words = fc.array(
      fc.constantFrom(
        'Phối hợp với',
        'Sở Nội vụ',
        'danh mục',
        'Hệ thống',
        ',',
        'số 1/KH<A',
        '(',
        ')',
        'đến khi',
        'các các',
        'đề án',
      ),
    );
    const row = fc.record({
      no: fc.constantFrom('1', '2', '2.1', '10', 'x', '99999999999', '1.1.1'),
      content: words.map((picked) => picked.join(' ')),
      lead: fc.constantFrom('', 'Văn phòng', 'Các phòng', 'Lạ'),
      time: fc.constantFrom('', AFTER, AT_ONCE, UNTIL, 'Tháng 5/2025', 'Trước 31/6/2025'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        for (const finding of checkDraft(draftOf(rows), { lexicon, calendar })) expect(finding.message).toMatch(/\S/u);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { PhraseCursor } from './phrases/cursor.js';
import { phraseRules } from './phrases/read-meaning.js';
import { readPhrase } from './read-phrase.js';
import type { DeadlineSpec } from './reading.js';

const event = 'reorganization-completed';
const process = 'sắp xếp tổ chức bộ máy của hệ thống chính trị';

/** Every way the plan of Chỉ thị 02/CT-UBND writes time, and near forms of the same families. */
const table: readonly (readonly [string, DeadlineSpec])[] = [
  ['Trước 30/5/2025', { kind: 'before-date', date: '2025-05-30' }],
  ['Trước ngày 30/5/2025', { kind: 'before-date', date: '2025-05-30' }],
  ['trước ngày 15/11/2025', { kind: 'before-date', date: '2025-11-15' }],
  ['trước ngày 27 tháng 02 năm 2010', { kind: 'before-date', date: '2010-02-27' }],
  ['Trước 30.5.2025', { kind: 'before-date', date: '2025-05-30' }],
  ['Trước 30-5-2025.', { kind: 'before-date', date: '2025-05-30' }],
  ['Trước30/05/2025', { kind: 'before-date', date: '2025-05-30' }],
  ['Trước 29/02/2028', { kind: 'before-date', date: '2028-02-29' }],
  ['Chậm nhất ngày 20/5/2025', { kind: 'by-date', lastDay: '2025-05-20' }],
  ['Đến hết tháng 5/2025', { kind: 'by-date', lastDay: '2025-05-31' }],
  ['Tháng 5/2025', { kind: 'period', from: '2025-05-01', lastDay: '2025-05-31' }],
  ['THÁNG 02/2028', { kind: 'period', from: '2028-02-01', lastDay: '2028-02-29' }],
  ['trong tháng 3 năm 2010', { kind: 'period', from: '2010-03-01', lastDay: '2010-03-31' }],
  [
    'Từ tháng 5/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy',
    { kind: 'from-until-event', from: '2025-05-01', event },
  ],
  [`Từ ngày 05/5/2025 cho đến khi hoàn thành việc ${process}`, { kind: 'from-until-event', from: '2025-05-05', event }],
  [`Trong suốt quá trình ${process} cho đến khi hoàn thành`, { kind: 'during-process', event, endImplied: false }],
  [`Trong suốt quá trình ${process}`, { kind: 'during-process', event, endImplied: true }],
  ['Trong suốt quá trình sắp xếp tổ chức bộ máy', { kind: 'during-process', event, endImplied: true }],
  [
    'Thường xuyên, liên tục trong suốt quá trình sắp xếp tổ chức bộ máy',
    { kind: 'monthly-during-process', event, endImplied: true },
  ],
  [
    `Thường xuyên trong suốt quá trình ${process} cho đến khi hoàn thành`,
    { kind: 'monthly-during-process', event, endImplied: false },
  ],
  ['Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy', { kind: 'after-event', event, immediate: true }],
  ['Sau khi hoàn thành việc sắp xếp tổ chức bộ máy', { kind: 'after-event', event, immediate: false }],
  [`Sau khi hoàn thành việc ${process}.`, { kind: 'after-event', event, immediate: false }],
];

const stripMarks = (text: string) => text.replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFD').replace(/\p{M}/gu, '');

describe('reading a phrase of time', () => {
  it.each(table)('reads “%s”', (phrase, spec) => {
    const reading = readPhrase(phrase);
    expect(reading.spec).toEqual(spec);
    expect(reading.phrase).toBe(phrase);
    expect(reading.trace.length).toBeGreaterThan(0);
  });

  it.each(table)('reads “%s” without diacritics and says so', (phrase, spec) => {
    const reading = readPhrase(stripMarks(phrase));
    expect(reading.spec).toEqual(spec);
    expect(reading.trace[0]).toContain('thiếu dấu');
  });

  it('says nothing of diacritics when none is missing, wherever the tone mark stands', () => {
    expect(readPhrase('Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy').trace.join()).not.toContain('thiếu dấu');
    expect(readPhrase('Ngay sau khi hòan thành việc sắp xếp tổ chức bộ máy').trace.join()).not.toContain('thiếu dấu');
  });

  it.each(table)('“%s” belongs to one family only', (phrase) => {
    const families = phraseRules.filter((rule) => rule.read(new PhraseCursor(phrase), { year: 2025 }) !== null);
    expect(families).toHaveLength(1);
  });

  it.each([
    ['Trước 31/6/2025', '31/6/2025'],
    ['Trước ngày 30/02/2025', '30/02/2025'],
    ['Trước 29/02/2025', '29/02/2025'],
    ['Trước 0/5/2025', '0/5/2025'],
    ['Tháng 13/2025', '13/2025'],
    ['Từ tháng 13/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy', '13/2025'],
  ])('refuses “%s”, a day or month that no calendar has, and says which', (phrase, shown) => {
    const { spec } = readPhrase(phrase);
    expect(spec).toEqual({ kind: 'unreadable', ask: expect.stringContaining(`Lịch không có`) as string });
    expect(spec.kind === 'unreadable' && spec.ask).toContain(shown);
  });

  it.each([
    '',
    '   ',
    'Trong suốt quá',
    'Ngay sau khi hoàn thành việc',
    'Trước 30/5/20255',
    'Trước 30/5/25',
    'Trước 30/5/2025 hoặc 30/6/2025',
    'Trước khi bàn giao',
    'Tháng 5/2025 và thường xuyên',
    'Thường xuyên',
    'Sáu khi hoàn thành việc sắp xếp tổ chức bộ máy',
    'Sau khi hoàn thành việc sáp nhập xã',
    'Trong suốt quá trình sắp xếp tổ chức bộ máy cho đến khi hoàn thành đề án',
    'Khi có yêu cầu',
    '30 ngày kể từ ngày ban hành',
    'Trước 6.5',
    'Đầu tháng 6/2025',
    'Khoảng tháng 6/2025',
  ])('asks about “%s” rather than guess', (phrase) => {
    const { spec } = readPhrase(phrase, { year: 2025 });
    expect(spec).toEqual({ kind: 'unreadable', ask: expect.stringMatching(/Đề nghị Văn phòng/u) as string });
  });

  it('takes the plan’s year only where the phrase prints none, and says so', () => {
    expect(readPhrase('Trước 30/5').spec.kind).toBe('unreadable');
    expect(readPhrase('Trước 30/5', { year: 2025 })).toMatchObject({
      spec: { kind: 'before-date', date: '2025-05-30' },
      trace: [expect.stringContaining('năm của kế hoạch (2025)'), expect.anything(), expect.anything()],
    });
    expect(readPhrase('Trước 30/5/2024', { year: 2025 }).spec).toEqual({ kind: 'before-date', date: '2024-05-30' });
    expect(readPhrase('Tháng 6', { year: 2025 }).spec).toMatchObject({ kind: 'period', lastDay: '2025-06-30' });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.option(fc.integer()), (text, year) => {
        const reading = readPhrase(text, year === null ? {} : { year });
        expect(reading.phrase).toBe(text);
        expect(reading.trace.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never throws on broken forms of known phrases, and reads only whole ones', () => {
    const words = table.flatMap(([phrase]) => phrase.split(' '));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (picked) => {
        expect(typeof readPhrase(picked.join(' ')).spec.kind).toBe('string');
      }),
    );
    for (const [phrase, spec] of table) {
      const pieces = phrase.split(' ');
      for (let length = 1; length < pieces.length; length += 1) {
        const head = readPhrase(pieces.slice(0, length).join(' ')).spec;
        if (head.kind !== 'unreadable') expect(table.map(([, known]) => known)).toContainEqual(head);
      }
      expect(readPhrase(`${phrase} khác`).spec).not.toEqual(spec);
    }
  });

  it('means the same under any spacing, case and Unicode form', () => {
    const space = fc.constantFrom(' ', '  ', '\n', '\u00a0', '\t ', ' \u200b');
    const form = fc.constantFrom('NFC' as const, 'NFD' as const, 'NFKC' as const, 'NFKD' as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...table),
        fc.array(space, { minLength: 40, maxLength: 40 }),
        form,
        fc.boolean(),
        ([phrase, spec], spaces, unicodeForm, upper) => {
          const spaced = phrase.split(' ').reduce((left, right, i) => `${left}${spaces[i] ?? ' '}${right}`);
          const written = (upper ? spaced.toUpperCase() : spaced).normalize(unicodeForm);
          expect(readPhrase(written).spec).toEqual(spec);
          expect(readPhrase(written).trace).toEqual(readPhrase(phrase).trace);
        },
      ),
    );
  });

  it('reads every day of a century strictly, and no day that is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const real = new Date(Date.UTC(y, m - 1, d));
          const exists = real.getUTCMonth() === m - 1 && real.getUTCDate() === d;
          const { spec } = readPhrase(`Trước ${d}/${m}/${y}`);
          expect(spec).toEqual(
            exists
              ? { kind: 'before-date', date: real.toISOString().slice(0, 10) }
              : { kind: 'unreadable', ask: expect.stringContaining(`${d}/${m}/${y}`) as string },
          );
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { addDays, dayOfWeek } from './civil.js';
import { readPhraseInFull, type PhraseReading } from './phrase-reading.js';
import { wordsFor } from './phrases/print.js';
import { readMeaning } from './phrases/read-meaning.js';

const S = '2025-05-05';
const read = (phrase: string, more: object = {}): PhraseReading => readPhraseInFull(phrase, { issuedOn: S, ...more });

/** One of each family, for what must hold of all. */
const PHRASES = [
  'Trước 30/5/2025',
  'trước 20h00 ngày 25 tháng 5 năm 2025',
  'chậm nhất trước cuối giờ làm việc ngày 31 tháng 12',
  'Đến hết tháng 5/2025',
  'Đến tháng 6/2025',
  'Ngày 05/9/2024 (thứ Năm)',
  'Tháng 6-7/2025',
  'quý IV/2026',
  '6 tháng cuối năm 2025',
  '9 tháng đầu năm 2025',
  '2025-2026',
  'Cuối tháng 3 năm 2010',
  'đầu quý I năm 2010',
  'Trong tuần đầu tháng 6',
  'tuần thứ 2 của tháng 6/2025',
  'hạ tuần tháng 6/2025',
  'từ quý 2/2025 đến hết ngày 28/2/2027',
  'Từ năm 2013 đến năm 2020 và tiếp theo',
  'Từ tháng 11/2013 trở đi',
  'Thường xuyên, liên tục',
  'duy trì đến 2030',
  'Thường xuyên trong suốt quá trình sắp xếp tổ chức bộ máy cho đến khi hoàn thành',
  'Trong suốt quá trình sắp xếp tổ chức bộ máy',
  'Từ tháng 5/2025 đến khi hoàn thành việc sắp xếp tổ chức bộ máy',
  'Cho đến khi có hướng dẫn của Sở Nội vụ',
  'Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy',
  'Sau khi hoàn thành việc sáp nhập xã',
  'kể từ ngày quyết định hợp nhất hoặc kết thúc hoạt động có hiệu lực',
  'Trước khi sắp xếp tổ chức bộ máy (nếu có)',
  'Chậm nhất là mười lăm ngày, kể từ ngày chấm dứt hoạt động',
  'Chậm nhất là 105 ngày trước ngày bầu cử',
  '05 ngày làm việc kể từ ngày 01/7/2025',
  'chậm nhất là 15 ngày kể từ ngày kết thúc quý và 06 tháng',
  'Hằng năm',
  'xúc tiến hằng năm 2027 - 2030',
  'Thứ Sáu hằng tuần',
  'Mỗi 2 tuần',
  '04 lần/năm',
  'Trước ngày 25 hằng tháng',
  'Trước ngày 05 của tháng sau',
  'trước ngày 31 tháng 12 năm trước',
  '2 lần/năm: trước ngày 15/6 và trước ngày 15/12',
  'Chậm nhất ngày 06 (sáu) của tháng cuối quý',
  'từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo',
  '6 tháng, hằng năm và định kỳ',
  'Tháng 11, 12/2013 và kiện toàn thường xuyên',
  'được quyết định đầu tư năm 2029 (phấn đấu)',
  '80% doanh nghiệp kết nối năm 2028, 100% năm 2029',
  'Khi có yêu cầu',
  'Theo hướng dẫn của Sở Nội vụ',
  'Trong thời gian tới',
  '(ô trống)',
  'Trong suốt quá',
  '30/02/2025',
  'Không trước 30/5/2025',
] as const;

describe('what is known beside the phrase', () => {
  it('opens at the issue, where the phrase states no beginning, and nowhere while nothing is issued', () => {
    expect(read('Trước 30/5/2025').opensOn).toBe(S);
    expect(readPhraseInFull('Trước 30/5/2025').opensOn).toBeNull();
  });

  it('takes the year of the plan only where none is printed, says so, and asks where the plan has none', () => {
    expect(read('Trước 30/5')).toMatchObject({ lastDay: '2025-05-29', ask: null });
    expect(read('Trước 30/5').trace[0]).toContain('lấy năm của kế hoạch (2025)');
    expect(readPhraseInFull('Trước 30/5').ask).toContain('không ghi năm');
    expect(read('Trước 30/5', { year: 2026 }).lastDay).toBe('2026-05-29');
  });

  it('gives an event its day only when told', () => {
    const phrase = 'Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy';
    expect(read(phrase)).toMatchObject({ opensOn: null, lastDay: null });
    const told = { events: { 'reorganization-completed': '2025-07-01' } };
    // Five working days after Tuesday 01/7: 2, 3, 4, 7, 8 July.
    expect(read(phrase, told)).toMatchObject({ opensOn: '2025-07-02', lastDay: '2025-07-08' });
    expect(read(phrase, { events: { REORG_DONE: '2025-07-01' } }).lastDay).toBe('2025-07-08');
  });

  it('tells two events of one kind apart by the plan’s words', () => {
    const one = read('sau khi có hướng dẫn của Cục Văn thư và Lưu trữ nhà nước').anchors[0];
    const other = read('Sau khi có hướng dẫn của Sở Nội vụ').anchors[0];
    expect([one?.code, other?.code]).toEqual(['GUIDANCE_RECEIVED', 'GUIDANCE_RECEIVED']);
    expect(one?.event).not.toBe(other?.event);
    expect(one?.words).toBe('có hướng dẫn của Cục Văn thư và Lưu trữ nhà nước');
  });

  it('names the beginning of a process beside its end', () => {
    const { anchors } = read('Trong suốt quá trình sắp xếp tổ chức bộ máy');
    expect(anchors.map(({ code, role }) => [code, role])).toEqual([
      ['REORG_START', 'opens'],
      ['REORG_DONE', 'ends'],
    ]);
  });
});

describe('rolling to a working day (BLDS 2015 Đ.148.5)', () => {
  // 31/5/2025 is a Saturday; so is 07/6/2025, thirty-three days after the issue.
  it('is off for a written date, and a switch of the plan', () => {
    expect(read('Tháng 5/2025').lastDay).toBe('2025-05-31');
    expect(read('Tháng 5/2025', { policy: { rollWrittenDates: true } }).lastDay).toBe('2025-06-02');
  });

  it('is on for “N ngày kể từ”, and a switch of the plan', () => {
    expect(read('33 ngày kể từ ngày ban hành').lastDay).toBe('2025-06-09');
    expect(read('33 ngày kể từ ngày ban hành', { policy: { rollOffsets: false } }).lastDay).toBe('2025-06-07');
  });

  it('never moves a day counted back from an event', () => {
    const told = { events: { ELECTION_DAY: '2026-03-15' } };
    expect(read('Chậm nhất là 105 ngày trước ngày bầu cử', told).lastDay).toBe('2025-11-30');
  });

  it('ends months on the day that answers, or the last of a shorter month', () => {
    const told = { events: { SETTLED: '2025-11-30' }, policy: { rollOffsets: false } };
    expect(read('Trong thời hạn 03 tháng kể từ ngày công trình được quyết toán', told).lastDay).toBe('2026-02-28');
  });
});

describe('what a person must decide', () => {
  it('offers the lenient reading of “trước” and takes the strict one', () => {
    const reading = read('Trước 30/5/2025');
    expect(reading.ask).toBeNull();
    expect(reading.rivals).toMatchObject([{ lastDay: '2025-05-30', lateFrom: '2025-05-31T00:00:00+07:00' }]);
  });

  it('asks which week is meant and offers the other', () => {
    const reading = read('Trong tuần đầu tháng 6');
    expect([reading.opensOn, reading.lastDay]).toEqual(['2025-06-01', '2025-06-07']);
    expect(reading.ask).toContain('Đề nghị Văn phòng');
    expect(reading.rivals).toMatchObject([{ opensOn: '2025-06-02', lastDay: '2025-06-08' }]);
    const full = read('Trong tuần đầu tháng 6', { policy: { weekOfMonth: 'full-week' } });
    expect([full.opensOn, full.rivals[0]?.opensOn]).toEqual(['2025-06-02', '2025-06-01']);
  });

  it('asks where the weekday does not match its date, and says which it is', () => {
    expect(read('Ngày 05/9/2024 (thứ Năm)').ask).toBeNull();
    const wrong = read('Ngày 06/9/2024 (thứ Năm)');
    expect(wrong.ask).toContain('không khớp');
    expect(wrong.trace.join(' ')).toContain('là thứ Sáu, không phải thứ Năm');
  });

  it('offers each of two dates joined by “hoặc” and takes neither', () => {
    const { lastDay, rivals } = read('30/5/2025 hoặc 30/6/2025');
    expect(lastDay).toBeNull();
    expect(rivals.map((rival) => rival.lastDay)).toEqual(['2025-05-30', '2025-06-30']);
  });

  it('offers, and does not take, a time after words that may bend it', () => {
    expect(read('Xem ghi chú trước 30/5/2025')).toMatchObject({
      kind: 'UNREADABLE',
      lastDay: null,
      rivals: [{ lastDay: '2025-05-29' }],
    });
    expect(read('Không trước 30/5/2025')).toMatchObject({ kind: 'UNREADABLE', rivals: [] });
  });

  it('keeps the words of an event that is not known and asks which it is', () => {
    const reading = read('Sau khi hoàn thành việc sáp nhập xã');
    expect(reading).toMatchObject({ kind: 'AFTER_EVENT', anchor: 'OTHER', opensOn: null });
    expect(reading.ask).toContain('hoàn thành việc sáp nhập xã');
  });

  it('warns of a day before the issue, and keeps it', () => {
    const reading = readPhraseInFull('trước ngày 27 tháng 6 năm 2014', { issuedOn: '2014-06-28' });
    expect(reading).toMatchObject({ lastDay: '2014-06-26', opensOn: null });
    expect(reading.warnings).toHaveLength(1);
  });

  it('reads missing marks and usual slips, and says so', () => {
    expect(read('Cham nhat ngay 20/5/2025')).toMatchObject({ kind: 'DEADLINE_BY', lastDay: '2025-05-20' });
    expect(read('Cham nhat ngay 20/5/2025').trace[0]).toContain('thiếu dấu');
    expect(read('Quí II/2025').trace[0]).toBe('Chữ “quí” đọc là “quý”.');
    expect(read('Sau khi hoàn thành việc xắp xếp tổ chức bộ máy').trace[0]).toContain('“xắp” đọc là “sắp”');
    // "sau" without its mark is "next", never "six".
    expect(read('Trước ngày 05 tháng sau').recurrence).toBe('FREQ=MONTHLY;BYMONTHDAY=4');
  });

  it('keeps “phấn đấu” and “nếu có” apart from the time', () => {
    expect(read('Phấn đấu hoàn thành trước 30/6/2025')).toMatchObject({ soft: true, lastDay: '2025-06-29' });
    expect(read('Trước khi bàn giao (nếu có)')).toMatchObject({ conditional: true, anchor: 'HANDOVER' });
  });
});

describe('what holds of every phrase', () => {
  const anyPhrase = fc.constantFrom(...PHRASES);

  it('never throws, whatever the text', () => {
    const words = PHRASES.flatMap((phrase) => phrase.split(' '));
    const mixed = fc.array(fc.constantFrom(...words), { maxLength: 16 }).map((picked) => picked.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), mixed), (text) => {
        const reading = read(text);
        expect(reading.phrase).toBe(text);
        expect(reading.trace.length).toBeGreaterThan(0);
        if (reading.lastDay !== null) expect(reading.lastDay < (reading.lateFrom ?? '')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is late only after its last day has begun, and at its end where no hour is stated', () => {
    for (const phrase of PHRASES) {
      const { lastDay, lateFrom, kind } = read(phrase);
      if (lastDay === null) expect([phrase, lateFrom]).toEqual([phrase, null]);
      else if (kind.startsWith('DATETIME')) expect(lateFrom?.startsWith(lastDay)).toBe(true);
      else expect([phrase, lateFrom]).toEqual([phrase, `${addDays(lastDay, 1)}T00:00:00+07:00`]);
    }
  });

  it('means the same under any spacing and Unicode form', () => {
    const space = fc.constantFrom(' ', '  ', '\n', '\u00a0', '\t ');
    fc.assert(
      fc.property(anyPhrase, fc.array(space, { minLength: 30, maxLength: 30 }), fc.boolean(), (phrase, spaces, nfd) => {
        const spaced = phrase.split(' ').reduce((left, right, i) => `${left}${spaces[i] ?? ' '}${right}`);
        const { phrase: written, ...reading } = read(nfd ? spaced.normalize('NFD') : spaced.normalize('NFC'));
        const { phrase: plain, ...expected } = read(phrase);
        expect(reading).toEqual(expected);
        expect(written.normalize('NFC').replace(/\s+/gu, ' ')).toBe(plain);
      }),
    );
  });

  it.each(PHRASES)('“%s”, printed in words and read again, gives the same', (phrase) => {
    const { meaning } = readMeaning(phrase, { year: 2025 });
    const again = readMeaning(wordsFor(meaning), { year: 2025 });
    expect(again.meaning).toEqual(meaning);
  });

  it('prints and reads again any date, month, quarter, year, range, offset and recurrence', () => {
    const year = fc.integer({ min: 1990, max: 2100 });
    const month = fc.integer({ min: 1, max: 12 });
    const day = fc.integer({ min: 1, max: 28 });
    const date = fc.tuple(day, month, year).map(([d, m, y]) => `${d}/${m}/${y}`);
    const part = fc.constantFrom('đầu', 'giữa', 'cuối');
    const phrase = fc.oneof(
      fc
        .tuple(fc.constantFrom('Trước', 'Chậm nhất', 'Đến hết', 'Ngày', 'Từ ngày', 'Duy trì đến'), date)
        .map((p) => p.join(' ')),
      fc.tuple(date, date).map(([a, b]) => `Từ ${a} đến ${b}`),
      fc.tuple(part, month, year).map(([p, m, y]) => `${p} tháng ${m}/${y}`),
      fc.tuple(fc.constantFrom('I', 'II', 'III', 'IV'), year).map(([q, y]) => `Quý ${q}/${y}`),
      fc.tuple(part, fc.integer({ min: 1, max: 4 }), year).map(([p, q, y]) => `${p} quý ${q}/${y}`),
      fc.tuple(fc.constantFrom('đầu', 'cuối'), year).map(([h, y]) => `6 tháng ${h} năm ${y}`),
      fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([y, n]) => `${y}-${y + n}`),
      fc
        .tuple(fc.integer({ min: 1, max: 180 }), fc.constantFrom('ngày', 'ngày làm việc', 'tuần', 'tháng', 'năm'))
        .map(([n, u]) => `${n} ${u} kể từ ngày bầu cử`),
      fc.tuple(fc.constantFrom('Trước ngày', 'Chậm nhất ngày', 'Ngày'), day).map(([l, d]) => `${l} ${d} hằng tháng`),
      fc.tuple(fc.constantFrom('Trước', 'Chậm nhất'), day, month).map(([l, d, m]) => `${l} ${d}/${m} hằng năm`),
      fc.tuple(fc.constantFrom('Trước ngày', 'Ngày'), day).map(([l, d]) => `${l} ${d} của tháng cuối quý`),
      fc.tuple(day, date).map(([h, d]) => `Trước ${h % 24}h ngày ${d}`),
    );
    fc.assert(
      fc.property(phrase, (text) => {
        const { meaning } = readMeaning(text);
        if (meaning.core.form === 'unreadable') expect(text).toMatch(/^Từ .* đến /u);
        expect(readMeaning(wordsFor(meaning)).meaning).toEqual(meaning);
      }),
      { numRuns: 500 },
    );
  });

  it('says of every weekday whether it matches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 2, max: 7 }), (after, named) => {
        const date = addDays(S, after);
        const [y, m, d] = date.split('-').map(Number);
        const matches = dayOfWeek(date) === named - 1;
        expect(read(`Ngày ${d}/${m}/${y} (thứ ${named})`).ask === null).toBe(matches);
      }),
    );
  });
});

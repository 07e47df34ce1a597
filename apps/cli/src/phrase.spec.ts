import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PhraseReading } from '@don-doc/domain';
import { phraseCommand, phrasesCommand } from './phrase.js';

/** The customer's table of expressions, as given: expression, kind, meaning. */
const TABLE = resolve(import.meta.dirname, '../../../test/fixtures/time-expressions.tsv');
const ISSUED = '2025-05-05';
const FIELDS = [
  'opensOn',
  'lastDay',
  'lateFrom',
  'anchor',
  'offset',
  'recurrence',
  'openEnded',
  'onDemand',
  'reference',
  'soft',
  'ask',
  'trace',
];

async function run(command: () => number | Promise<number>): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  try {
    return { code: await command(), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const lines = readFileSync(TABLE, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [expression: string, kind: string, meaning: string]);

let readings: PhraseReading[] = [];
const readingOf = (expression: string): PhraseReading =>
  readings[lines.findIndex(([written]) => written === expression)]!;

beforeAll(async () => {
  const { code, out } = await run(() => phrasesCommand(TABLE, { issued: ISSUED, json: true }));
  expect(code).toBe(0);
  readings = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PhraseReading);
});

describe('don-doc phrases, on the customer’s table', () => {
  it('prints one reading a line, in the file’s order, the header left out', () => {
    expect(readings.map(({ phrase }) => phrase)).toEqual(lines.map(([expression]) => expression));
  });

  it.each(lines)('“%s” is %s: %s', (expression, kind, meaning) => {
    const reading = readingOf(expression);
    expect(Object.keys(reading)).toEqual(expect.arrayContaining(FIELDS));
    expect(reading.kind).toBe(kind);
    // What the table writes as name=value is checked as written; the rest stands in the tests below.
    const stated = new Map(
      [...meaning.matchAll(/(\w+)=([^;,\s]+)/gu)].map(([, name = '', value = '']) => [name, value]),
    );
    const day = (name: string) => (/^\d{4}-\d\d-\d\d/u.test(stated.get(name) ?? '') ? stated.get(name) : undefined);
    const on = day('on');
    if (on !== undefined) expect([reading.opensOn, reading.lastDay]).toEqual([on, on]);
    if (day('from') !== undefined) expect(reading.opensOn).toBe(day('from'));
    if (day('lastDay') !== undefined) expect(reading.lastDay).toBe(day('lastDay'));
    if (day('milestone') !== undefined) expect(reading.lastDay).toBe(day('milestone'));
    const late = day('dueEx');
    if (late !== undefined) expect(reading.lateFrom).toBe(late.includes('T') ? late : `${late}T00:00:00+07:00`);
    const anchor = stated.get('anchor');
    if (anchor !== undefined && /^[A-Z_]+$/u.test(anchor)) expect(reading.anchor).toBe(anchor);
    if (stated.get('to') === 'open') expect(reading.openEnded).toBe(true);
    if (meaning.includes('soft target=true')) expect(reading.soft).toBe(true);
    if (stated.get('conditional') === 'true') expect(reading.conditional).toBe(true);
    if (/\bASK\b/u.test(meaning)) expect(reading.ask).toMatch(/Đề nghị Văn phòng/u);
    if (/\bWARN\b/u.test(meaning)) expect(reading.warnings).toHaveLength(1);
  });

  it.each([
    ['30 ngày kể từ ngày ban hành Kế hoạch', 30, 'day'],
    ['trong thời hạn 10 ngày kể từ ngày kế hoạch triển khai được Thủ tướng Chính phủ ban hành', 10, 'day'],
    ['Chậm nhất là mười lăm ngày, kể từ ngày chấm dứt hoạt động', 15, 'day'],
    ['chậm nhất là 07 ngày sau ngày bầu cử', 7, 'day'],
    ['Trong thời hạn 03 tháng kể từ ngày công trình được quyết toán', 3, 'month'],
    ['chậm nhất là 15 ngày kể từ ngày kết thúc quý và 06 tháng', 15, 'day'],
    ['Chậm nhất là 105 ngày trước ngày bầu cử', -105, 'day'],
    ['Từ ngày ký ban hành', 0, 'day'],
    ['Ngay sau khi hoàn thành việc sắp xếp tổ chức bộ máy', 5, 'working-day'],
  ])('“%s” counts %i %s', (expression, amount, unit) => {
    expect(readingOf(expression).offset).toEqual({ amount, unit });
  });

  it.each([
    ['Hằng năm', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['bổ sung, sửa đổi hàng năm', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['Hằng quý', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['xúc tiến hằng năm 2027 - 2030', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20301231'],
    ['Thứ Sáu hằng tuần', 'FREQ=WEEKLY;BYDAY=FR'],
    ['Trước ngày 25 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=24'],
    ['Báo cáo gửi trước ngày 20 tháng 6 hằng năm', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19'],
    ['trước ngày 31 tháng 12 năm trước', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30'],
    ['2 lần/năm: trước ngày 15/6 và trước ngày 15/12', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14'],
    ['Chậm nhất ngày 06 (sáu) của tháng cuối quý', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=6'],
    ['từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo', 'FREQ=MONTHLY;BYMONTHDAY=14'],
  ])('“%s” recurs by %s: an occurrence is its last day', (expression, recurrence) => {
    expect(readingOf(expression).recurrence).toBe(recurrence);
  });

  it('reads the pieces of a cell that states several times', () => {
    const parts = (expression: string) =>
      readingOf(expression).parts.map((part) => `${part.kind} ${part.lastDay ?? '-'} ${part.recurrence ?? ''}`.trim());
    expect(parts('trước ngày 15 của tháng cuối quý, tháng 6 và tháng 12 của năm')).toEqual([
      'RECURRING_DEADLINE 2025-06-14 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14',
      'RECURRING_DEADLINE 2025-06-14 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14',
      'RECURRING_DEADLINE 2025-12-14 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14',
    ]);
    expect(parts('6 tháng, hằng năm và định kỳ')).toEqual([
      'RECURRING 2025-06-30 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1',
      'RECURRING 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
      'RECURRING -',
    ]);
    expect(parts('Tháng 11, 12/2013 và kiện toàn thường xuyên')).toEqual(['PERIOD 2013-12-31', 'ONGOING -']);
    expect(parts('năm 2013 và kiện toàn thường xuyên hàng năm')[1]).toContain('FREQ=YEARLY');
    expect(parts('80% doanh nghiệp kết nối năm 2028, 100% năm 2029')).toEqual([
      'PERIOD 2028-12-31',
      'PERIOD 2029-12-31',
    ]);
    const long = lines.find(([expression]) => expression.startsWith('Khởi động quý IV/2026'))?.[0] ?? '';
    expect(readingOf(long).opensOn).toBe('2026-10-01');
    expect(readingOf(long).parts.map(({ label }) => label?.slice(0, 8))).toEqual([
      'Khởi độn',
      'báo cáo ',
      'bộ tiêu ',
      'cập nhật',
    ]);
    expect(parts(long).slice(1)).toEqual([
      'PERIOD 2027-06-30',
      'PERIOD 2027-12-31',
      'RECURRING 2025-06-30 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20301231',
    ]);
  });

  it('names both ends of a process, and both periods of a report', () => {
    const codes = (expression: string) => readingOf(expression).anchors.map(({ code }) => code);
    expect(codes('Trong suốt quá trình sắp xếp tổ chức bộ máy')).toEqual(['REORG_START', 'REORG_DONE']);
    expect(codes('chậm nhất là 15 ngày kể từ ngày kết thúc quý và 06 tháng')).toEqual(['QUARTER_END', 'HALF_END']);
  });

  it('offers the rival readings that the table names', () => {
    expect(readingOf('Trước 30/5/2025').rivals).toMatchObject([{ lastDay: '2025-05-30' }]);
    expect(readingOf('Trước khi sắp xếp tổ chức bộ máy (nếu có)').rivals).toMatchObject([
      { anchor: 'MERGER_DECISION_EFFECTIVE' },
    ]);
  });

  it('gives no day to what states none', () => {
    const kinds = ['VAGUE', 'ON_DEMAND', 'BY_REFERENCE', 'EMPTY', 'FRAGMENT', 'INVALID', 'REPORT_WINDOW'];
    const none = readings.filter(({ kind }) => kinds.includes(kind));
    expect(none.length).toBeGreaterThan(9);
    for (const reading of none)
      expect([reading.opensOn, reading.lastDay, reading.lateFrom]).toEqual([null, null, null]);
    expect(readings.filter(({ onDemand }) => onDemand).map(({ kind }) => kind)).toEqual(['ON_DEMAND', 'ON_DEMAND']);
    expect(readings.filter(({ reference }) => reference !== null).every(({ kind }) => kind === 'BY_REFERENCE')).toBe(
      true,
    );
  });
});

describe('don-doc phrase', () => {
  it('prints one reading as JSON', async () => {
    const { code, out } = await run(() => phraseCommand('Trước 30/5/2025', { issued: ISSUED, json: true }));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      opensOn: ISSUED,
      lastDay: '2025-05-29',
      lateFrom: '2025-05-30T00:00:00+07:00',
      anchor: null,
      openEnded: false,
      ask: null,
    });
  });

  it('counts from an event that is told', async () => {
    const { out } = await run(() =>
      phraseCommand('chậm nhất là 07 ngày sau ngày bầu cử', { event: ['ELECTION_DAY=2026-03-15'], json: true }),
    );
    // 22/3/2026 is a Sunday: BLDS 2015 Đ.148.5.
    expect(JSON.parse(out)).toMatchObject({ opensOn: '2026-03-16', lastDay: '2026-03-23' });
  });

  it('says in Vietnamese what it understood and what a person must decide', async () => {
    const { out } = await run(() => phraseCommand('Đầu tháng 6/2025', { issued: ISSUED }));
    expect(out).toContain('Ngày cuối: 01/06/2025');
    expect(out).toContain('Cần người quyết định:');
    expect(out).toContain('Điều 146 Bộ luật Dân sự 2015');
  });

  it('refuses a date that is none, in Vietnamese', async () => {
    const { code, out, err } = await run(() => phraseCommand('Tháng 6', { issued: '2025-02-30' }));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('2025-02-30');
  });
});

describe('don-doc phrases, on other files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'don-doc-phrases-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (bytes: string | Uint8Array) => {
    const name = join(folder, 'a.tsv');
    writeFileSync(name, bytes);
    return name;
  };

  it('takes Windows line ends, a byte-order mark and an empty first cell', async () => {
    const name = file('\uFEFFcụm từ\tghi chú\r\nTháng 6/2025\tx\r\n\ty\r\n');
    const { out } = await run(() => phrasesCommand(name, { json: true }));
    const kinds = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as PhraseReading).kind);
    expect(kinds).toEqual(['PERIOD', 'EMPTY']);
  });

  it('prints a line a phrase for a person', async () => {
    const { out } = await run(() => phrasesCommand(file('cụm từ\nTháng 6/2025\n'), {}));
    expect(out).toBe('“Tháng 6/2025”: trong một kỳ; 01/06/2025 – 30/06/2025\n');
  });

  it('says what is wrong with a file', async () => {
    expect((await run(() => phrasesCommand(join(folder, 'khong-co.tsv'), {}))).err).toContain('không tìm thấy tệp');
    expect((await run(() => phrasesCommand(file('tiêu đề\n'), {}))).err).toContain('không có dòng nào');
    expect((await run(() => phrasesCommand(file(Buffer.from([0xff, 0xfe, 0x00])), {}))).err).toContain('UTF-8');
  });
});

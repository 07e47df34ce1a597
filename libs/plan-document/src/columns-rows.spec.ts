import { leftCells } from '@don-doc/domain';
import { cell, HEADER, paragraph, row, table, texts, word } from '../spec/word-file.js';
import { meaningOf } from './appendix/meanings.js';
import { readNumber } from './appendix/numbers.js';
import { splitParties } from './appendix/parties.js';
import { readPlan, soTuPhapLexicon } from './index.js';

const read = async (body: string) => readPlan(word(body), 'a.docx', soTuPhapLexicon);
const drafted = async (...rows: readonly string[]) => (await read(table(...rows))).draft;
const numbers = async (...printed: readonly string[]) =>
  (await drafted(texts(...HEADER), ...printed.map((no) => texts(no, 'Rà soát', 'Văn phòng', '', 'Tháng 5/2025')))).rows;

describe('columns by their meaning', () => {
  it.each([
    ['no', ['STT', 'TT', 'Số TT', 'Số thứ tự', 'stt.', 'S.T.T']],
    [
      'content',
      ['Nội dung', 'Nhiệm vụ', 'Nội dung công việc', 'Nội dung nhiệm vụ', 'Tên nhiệm vụ', 'NHIỆM VỤ, GIẢI PHÁP'],
    ],
    [
      'lead',
      [
        'Chủ trì',
        'Đơn vị thực hiện',
        'Cơ quan chủ trì',
        'Đơn vị chủ trì thực hiện',
        'Cơ quan, đơn vị thực hiện',
        'Đơn vị đầu mối',
        'Phân công thực hiện',
      ],
    ],
    ['coordinator', ['Phối hợp', 'Cơ quan phối hợp', 'Đơn vị phối hợp thực hiện']],
    ['parties', ['Cơ quan chủ trì, phối hợp', 'Đơn vị chủ trì/phối hợp']],
    [
      'time',
      [
        'Thời gian',
        'Thời hạn',
        'Tiến độ',
        'Thời gian hoàn thành',
        'Thời gian thực hiện nhiệm vụ',
        'Hạn hoàn thành',
        'thoi gian',
      ],
    ],
    ['result', ['Kết quả', 'Sản phẩm', 'Kết quả thực hiện', 'Sản phẩm dự kiến']],
    ['note', ['Ghi chú', 'Lưu ý']],
    [
      null,
      [
        'Họ tên',
        'Kinh phí',
        '',
        'Thời gian vừa qua, các phòng, đơn vị thuộc Sở đã tổ chức thực hiện nghiêm túc nhiệm vụ được giao.',
      ],
    ],
  ])('%s', (key, headers) => {
    for (const header of headers) expect([header, meaningOf(header)]).toEqual([header, key]);
  });

  it('takes the deadline, not the start, where both have a column', async () => {
    const draft = await drafted(
      texts('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian bắt đầu', 'Thời gian hoàn thành'),
      texts('1', 'Rà soát', 'Văn phòng', '01/5/2025', 'Trước 30/5/2025'),
    );
    expect(draft.rows[0]?.timeText.text).toBe('Trước 30/5/2025');
    expect(leftCells(draft.cells).map(({ text }) => text)).toEqual(['01/5/2025']);
  });

  it('keeps results and notes in fields of their own', async () => {
    const [only] = (
      await drafted(
        texts('TT', 'Sản phẩm', 'Nhiệm vụ', 'Ghi chú', 'Thời hạn', 'Đơn vị thực hiện'),
        texts('1', 'Báo cáo', 'Rà soát', 'Gửi bản giấy', 'Tháng 5/2025', 'Văn phòng'),
      )
    ).rows;
    expect([only?.resultText?.text, only?.noteText?.text]).toEqual(['Báo cáo', 'Gửi bản giấy']);
  });
});

describe('lead and coordinators in one cell', () => {
  it.each([
    ['Chủ trì: Văn phòng Sở; Phối hợp: Sở Nội vụ', 'Văn phòng Sở', 'Sở Nội vụ'],
    ['Đơn vị chủ trì: Văn phòng\nĐơn vị phối hợp: Sở Nội vụ; Sở KH&CN', 'Văn phòng', 'Sở Nội vụ; Sở KH&CN'],
    ['- Phối hợp thực hiện: Sở Nội vụ.\n- Chủ trì: Văn phòng', 'Văn phòng', 'Sở Nội vụ.'],
    ['Chủ trì: Lưu trữ cơ quan\nPhối hợp: Văn phòng', 'Lưu trữ cơ quan', 'Văn phòng'],
    ['Văn phòng chủ trì, phối hợp với Sở Nội vụ', 'Văn phòng', 'Sở Nội vụ'],
  ])('%j', (text, lead, coordinator) => {
    expect(splitParties(text)).toEqual({ lead, coordinator });
  });

  it('are not guessed where the cell says neither', async () => {
    expect(splitParties('Văn phòng Sở; Sở Nội vụ')).toBeNull();
    const [only] = (
      await drafted(
        texts('TT', 'Nhiệm vụ', 'Cơ quan chủ trì, phối hợp', 'Thời hạn'),
        texts('1', 'Rà soát', 'Chủ trì: Văn phòng\nPhối hợp: Sở Nội vụ', 'Tháng 5/2025'),
      )
    ).rows;
    expect(only?.leads.map((ref) => ref.text)).toEqual(['Văn phòng']);
    expect(only?.coordinators.map((ref) => ref.text)).toEqual(['Sở Nội vụ']);
  });
});

describe('numbers of rows', () => {
  it.each([
    ['1.', '1'],
    ['01', '1'],
    ['1.10.', '1.10'],
    ['(3)', '3'],
    ['2.1.a', '2.1.a'],
  ])('%s is %s', (printed, no) => {
    expect(readNumber(printed)).toEqual({ kind: 'full', no });
  });

  it('puts a letter under the number above it, and a dash at the next free place there', async () => {
    const rows = await numbers('1.', 'a)', 'b)', '02', '-', '-', '2.1');
    expect(rows.map(({ no, parentNo, printedNo }) => [no, parentNo, printedNo])).toEqual([
      ['1', null, undefined],
      ['1.a', '1', 'a)'],
      ['1.b', '1', 'b)'],
      ['2', null, undefined],
      ['2.2', '2', '-'],
      ['2.3', '2', '-'],
      ['2.1', '2', undefined],
    ]);
  });

  it('derives a position where no number is printed, and says so', async () => {
    const { draft, findings } = await read(
      table(
        texts('Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
        texts('A', 'Văn phòng', 'Tháng 5/2025'),
        texts('B', 'Văn phòng', 'Tháng 6/2025'),
      ),
    );
    expect(draft.rows.map(({ no, printedNo }) => [no, printedNo])).toEqual([
      ['1', ''],
      ['2', ''],
    ]);
    expect(findings.find(({ code }) => code === 'NUMBER_GIVEN')?.places).toHaveLength(2);
  });

  it('tells rows apart by their headings where numbering begins again, and blocks on nothing', async () => {
    const one = (no: string) => texts(no, 'Rà soát', 'Văn phòng', '', 'Tháng 5/2025');
    const { draft, findings } = await read(
      table(
        texts(...HEADER),
        row(cell('I. CHUNG', '<w:gridSpan w:val="5"/>')),
        one('1'),
        one('2'),
        texts('II', 'Riêng', '', '', ''),
        one('1'),
        one('1.1'),
      ),
    );
    expect(draft.rows.map(({ no, parentNo, section }) => [no, parentNo, section])).toEqual([
      ['I.1', null, 'I. CHUNG'],
      ['I.2', null, 'I. CHUNG'],
      ['II.1', null, 'II. Riêng'],
      ['II.1.1', 'II.1', 'II. Riêng'],
    ]);
    expect(findings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
  });

  it('tells rows of two appendices apart, and takes their titles', async () => {
    const one = table(texts(...HEADER), texts('1', 'Rà soát', 'Văn phòng', '', 'Tháng 5/2025'));
    const { draft } = await read(
      `${paragraph('Phụ lục I')}${one}${paragraph('Phụ lục II')}${paragraph('VIỆC RIÊNG')}${one}`,
    );
    expect(draft.rows.map(({ no }) => no)).toEqual(['PL1.1', 'PL2.1']);
    expect(draft.appendixTitle.map(({ text }) => text)).toEqual(['Phụ lục I', 'Phụ lục II', 'VIỆC RIÊNG']);
    expect(draft.otherText).toEqual([]);
  });

  it('never joins a full line without a number to the row above', async () => {
    const rows = await numbers('1', '', '2');
    expect(rows.map(({ no, stitched }) => [no, stitched])).toEqual([
      ['1', false],
      ['1.1', false],
      ['2', false],
    ]);
  });
});

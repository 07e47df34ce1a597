import { leftCells } from '@don-doc/domain';
import { cell, HEADER, row, table, texts, word } from '../spec/word-file.js';
import { readPlan, soTuPhapLexicon } from './index.js';

const read = async (...tables: readonly string[]) =>
  (await readPlan(word(tables.join('<w:p/>')), 'a.docx', soTuPhapLexicon)).draft;
const HEAD = texts(...HEADER);
const one = (no: string, content = 'Rà soát', lead = 'Văn phòng', coordinator = '') =>
  texts(no, content, lead, coordinator, 'Tháng 5/2025');
const piece = (content: string) => texts('', content, '', '', '');
const sections = ({ cells }: Awaited<ReturnType<typeof read>>) =>
  cells.filter(({ use, text }) => use === 'section' && text !== '').map(({ text }) => text);

describe('the foot of an appendix', () => {
  it.each(['Giám đốc', 'Phó Giám đốc', 'Chánh Văn phòng'])('is no row that “%s” leads or coordinates', async (name) => {
    const draft = await read(
      table(HEAD, one('1', 'A', name), one('', 'B', name), one('2', 'C', 'Văn phòng', name), one('3', 'D', name)),
    );
    expect(draft.rows.map(({ no, leadText }) => [no, leadText.text])).toEqual([
      ['1', name],
      ['1.1', name],
      ['2', 'Văn phòng'],
      ['3', name],
    ]);
    expect(leftCells(draft.cells)).toEqual([]);
  });

  it('is no rest of a row that a page break cut, where rows go on under it', async () => {
    const draft = await read(
      table(HEAD, one('1', 'A', 'Văn phòng;')),
      table(texts('', '', 'Giám đốc', '', ''), one('a)', 'B'), one('2', 'C')),
    );
    expect(draft.rows.map(({ no, leadText }) => [no, leadText.text])).toEqual([
      ['1', 'Văn phòng; Giám đốc'],
      ['1.a', 'Văn phòng'],
      ['2', 'Văn phòng'],
    ]);
  });

  it('is no rest of a row without numbers, where rows go on under it', async () => {
    const draft = await read(
      table(
        texts('Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
        texts('A', 'Văn phòng;', 'Tháng 5/2025'),
        texts('', 'Giám đốc', ''),
        texts('B', 'Văn phòng', 'Tháng 6/2025'),
      ),
    );
    expect(draft.rows.map(({ content, leadText }) => [content.text, leadText.text])).toEqual([
      ['A', 'Văn phòng; Giám đốc'],
      ['B', 'Văn phòng'],
    ]);
  });

  it('is no lower part of merged cells', async () => {
    const restart = (text: string) => cell(text, '<w:vMerge w:val="restart"/>');
    const merged = cell('', '<w:vMerge/>');
    const { rows } = await read(
      table(
        HEAD,
        row(restart('1'), restart('A'), restart('Văn phòng'), cell('Sở Nội vụ;'), restart('Tháng 5/2025')),
        row(merged, merged, merged, cell('Giám đốc'), merged),
      ),
    );
    expect(rows.map(({ coordinatorText }) => coordinatorText.text)).toEqual(['Sở Nội vụ; Giám đốc']);
  });

  it.each([
    ['recipients and a signer', ['Nơi nhận:', '', '', 'GIÁM ĐỐC', '']],
    ['a signer on several lines, under the time', ['Nơi nhận:\n- Lưu: VT.', '', '', '', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC']],
    ['a place and date under the time', ['Nơi nhận:', '', '', '', 'Kiên Giang, ngày 05 tháng 5 năm 2025']],
    ['a preparer and a signer', ['', 'NGƯỜI LẬP BIỂU', '', '', 'GIÁM ĐỐC']],
    ['a clerk and a signer', ['', 'CHUYÊN VIÊN', '', '', 'TL. GIÁM ĐỐC']],
    ['a signer alone', ['', '', '', 'CHÁNH VĂN PHÒNG', '']],
  ])('is %s', async (_, foot) => {
    const draft = await read(
      table(HEAD, one('1'), one('2'), texts(...foot), texts('- Sở Nội vụ;', '', '', 'Trần Văn Khái', '')),
    );
    expect(draft.rows.map(({ no, content, leadText }) => [no, content.text, leadText.text])).toEqual([
      ['1', 'Rà soát', 'Văn phòng'],
      ['2', 'Rà soát', 'Văn phòng'],
    ]);
    expect(leftCells(draft.cells).map(({ text }) => text)).toEqual([
      ...foot.filter((text) => text !== ''),
      '- Sở Nội vụ;',
      'Trần Văn Khái',
    ]);
  });

  it('is not a task that speaks of who makes a list', async () => {
    const { rows } = await read(table(HEAD, one('1'), piece('Người lập hồ sơ nộp lưu'), one('2')));
    expect(rows.map(({ content }) => content.text)).toEqual(['Rà soát Người lập hồ sơ nộp lưu', 'Rà soát']);
  });
});

describe('pieces of a row and headings', () => {
  it.each(['b) Lập danh mục hồ sơ', 'i) Lập danh mục', 'đ. Lập danh mục', 'c) BÁO CÁO'])(
    '“%s” alone goes on with the row above, in its table or after a page break',
    async (text) => {
      const broken = await read(table(HEAD, one('1', 'a) Rà soát;')), table(piece(text), one('2')));
      const within = await read(table(HEAD, one('1', 'a) Rà soát;'), piece(text), one('2')));
      for (const draft of [broken, within]) {
        expect(draft.rows.map(({ no, content }) => [no, content.text])).toEqual([
          ['1', `a) Rà soát; ${text}`],
          ['2', 'Rà soát'],
        ]);
        expect(sections(draft)).toEqual([]);
      }
    },
  );

  it('a letter alone goes on with the row above where no row has a number', async () => {
    const { rows } = await read(
      table(
        texts('Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
        texts('a) Rà soát;', 'Văn phòng', 'Tháng 5/2025'),
        texts('b) Lập danh mục', '', ''),
      ),
    );
    expect(rows.map(({ content }) => content.text)).toEqual(['a) Rà soát; b) Lập danh mục']);
  });

  it.each([
    ['Trình hồ sơ cho', 'UBND'],
    ['Trình HĐND,', 'UBND TỈNH'],
    ['Xin ý kiến của:', 'A. UBND tỉnh'],
  ])('“%s” goes on with “%s”', async (before, text) => {
    const draft = await read(table(HEAD, one('1', before), piece(text), one('2')));
    expect(draft.rows.map(({ content }) => content.text)).toEqual([`${before} ${text}`, 'Rà soát']);
    expect(sections(draft)).toEqual([]);
  });

  it('capitals after a page break go on with a sentence that has not ended', async () => {
    const draft = await read(table(HEAD, one('1', 'Trình HĐND và')), table(piece('UBND TỈNH'), one('2')));
    expect(draft.rows[0]?.content.text).toBe('Trình HĐND và UBND TỈNH');
  });

  it('capitals alone in a lead’s cell go on with the lead', async () => {
    const draft = await read(table(HEAD, one('1', 'A', 'Văn phòng')), table(texts('', '', 'UBND', '', ''), one('2')));
    expect(draft.rows[0]?.leadText.text).toBe('Văn phòng UBND');
    expect(sections(draft)).toEqual([]);
  });

  it.each(['NHIỆM VỤ CHUNG', 'I. Nhiệm vụ chung', 'B. NHIỆM VỤ', 'Phần II: Nhiệm vụ', 'MỤC A. NHIỆM VỤ'])(
    '“%s” heads the rows under it, wherever it stands',
    async (text) => {
      for (const heading of [piece(text), texts(text, '', '', '', ''), row(cell(text, '<w:gridSpan w:val="5"/>'))]) {
        const draft = await read(table(HEAD, one('1'), heading, one('2')));
        expect(draft.rows.map(({ content, section }) => [content.text, section])).toEqual([
          ['Rà soát', undefined],
          ['Rà soát', text],
        ]);
        expect(sections(draft)).toEqual([text]);
      }
    },
  );

  it('heads rows after a page break too, where it has a number or the row above has ended', async () => {
    for (const [before, text] of [
      ['Rà soát', 'II. NHIỆM VỤ'],
      ['Rà soát.', 'NHIỆM VỤ CHUNG'],
    ] as const) {
      const draft = await read(table(HEAD, one('1', before)), table(piece(text), one('2')));
      expect(draft.rows.map(({ section }) => section)).toEqual([undefined, text]);
    }
  });
});

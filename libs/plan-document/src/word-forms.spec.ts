import { leftCells } from '@don-doc/domain';
import { cell, documentXml, HEADER, paragraph, row, run, table, texts, word, zip } from '../spec/word-file.js';
import { readPlan, soTuPhapLexicon } from './index.js';

const read = async (body: string) => (await readPlan(word(body), 'a.docx', soTuPhapLexicon)).draft;
const rowsOf = async (...rows: readonly string[]) => (await read(table(texts(...HEADER), ...rows))).rows;
const one = (content: string) => row(cell('1'), content, cell('Văn phòng'), cell(''), cell('Tháng 5/2025'));
const RESTART = '<w:vMerge w:val="restart"/>';
const MERGED = '<w:vMerge/>';

describe('forms of Word tables', () => {
  it('reads tracked changes as accepted and leaves hidden text out', async () => {
    const content = `<w:tc><w:p>${run('Rà soát ')}<w:del><w:r><w:delText>cũ </w:delText></w:r></w:del><w:ins>${run('mới')}</w:ins><w:moveFrom>${run(' đi')}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> hiện</w:t></w:r></w:p></w:tc>`;
    expect((await rowsOf(one(content)))[0]?.content.text).toBe('Rà soát mới hiện');
  });

  it('leaves out what a style hides, by its paragraph or its letters, but shows what both hide', async () => {
    const style = (type: string, id: string, inner: string) =>
      `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
    const vanish = '<w:rPr><w:vanish/></w:rPr>';
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('paragraph', 'P', vanish)}${style('paragraph', 'P2', '<w:basedOn w:val="P"/>')}${style('character', 'C', vanish)}</w:styles>`;
    const styled = (text: string, rStyle: string) =>
      `<w:r><w:rPr>${rStyle}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const content = `<w:tc><w:p>${run('Rà soát')}${styled(' ẩn', '<w:rStyle w:val="C"/>')}</w:p><w:p><w:pPr><w:pStyle w:val="P2"/></w:pPr>${run('ẩn')}${styled('hồ sơ', '<w:rStyle w:val="C"/>')}${styled(' mới', '<w:vanish w:val="0"/>')}</w:p></w:tc>`;
    const bytes = zip([
      { name: 'word/document.xml', content: documentXml(table(texts(...HEADER), one(content))) },
      { name: 'word/styles.xml', content: styles },
    ]);
    const { draft } = await readPlan(bytes, 'a.docx', soTuPhapLexicon);
    expect(draft.rows[0]?.content.text).toBe('Rà soát\nhồ sơ mới');
  });

  it('prints the numbers that Word counts by itself, begun anew where the list says so', async () => {
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`;
    const counted = (numId: number, level: number) =>
      row(
        `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr></w:p></w:tc>`,
        ...['A', 'Văn phòng', '', 'Tháng 5/2025'].map((text) => cell(text)),
      );
    const rows = [counted(1, 0), counted(1, 1), counted(1, 1), counted(1, 0), counted(1, 1), counted(2, 0)];
    const bytes = zip([
      { name: 'word/document.xml', content: documentXml(table(texts(...HEADER), ...rows)) },
      { name: 'word/numbering.xml', content: numbering },
    ]);
    const { draft } = await readPlan(bytes, 'a.docx', soTuPhapLexicon);
    expect(draft.rows.map(({ no }) => no)).toEqual(['1', '1.1', '1.2', '2', '2.1', '7']);
  });

  it('leaves a deleted row out, and joins paragraphs whose mark was deleted', async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('2')}${cell('B')}${cell('Văn phòng')}${cell('')}${cell('Tháng 5/2025')}</w:tr>`;
    const content = `<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Rà ')}</w:p><w:p>${run('soát')}</w:p></w:tc>`;
    const rows = await rowsOf(one(content), deleted);
    expect(rows.map((printed) => [printed.no, printed.content.text])).toEqual([['1', 'Rà soát']]);
  });

  it('lets a vertically merged cell speak for each row beside it', async () => {
    const rows = await rowsOf(
      row(cell('1'), cell('A'), cell('Văn phòng', RESTART), cell(''), cell('Tháng 5/2025', RESTART)),
      row(cell('2'), cell('B'), cell('', MERGED), cell(''), cell('', MERGED)),
    );
    expect(rows.map((printed) => [printed.leadText.text, printed.timeText.text, printed.stitched])).toEqual([
      ['Văn phòng', 'Tháng 5/2025', false],
      ['Văn phòng', 'Tháng 5/2025', false],
    ]);
    expect(rows[1]?.leadText.places[0]?.tableRow).toBe(2);
  });

  it('reads a header over two rows, a row of column numbers, sections and a column of notes', async () => {
    const draft = await read(
      table(
        row(
          cell('STT', RESTART),
          cell('Nhiệm vụ', RESTART),
          cell('Đơn vị thực hiện', '<w:gridSpan w:val="2"/>'),
          cell('Thời hạn hoàn thành', RESTART),
          cell('Ghi chú', RESTART),
        ),
        row(cell('', MERGED), cell('', MERGED), cell('Chủ trì'), cell('Phối hợp'), cell('', MERGED), cell('', MERGED)),
        texts('1', '2', '3', '4', '5', '6'),
        row(cell('I. NHIỆM VỤ CHUNG', '<w:gridSpan w:val="6"/>')),
        texts('1.', 'Rà soát', 'Văn phòng', 'Sở Nội vụ', 'Tháng 5/2025', 'hằng tuần'),
        texts('II', 'Nhiệm vụ khác', '', '', '', ''),
        texts('2', 'Báo cáo', 'Văn phòng', '', 'Trước 30/5/2025', ''),
      ),
    );
    expect(draft.rows.map((printed) => [printed.no, printed.content.text, printed.leadText.text])).toEqual([
      ['1', 'Rà soát', 'Văn phòng'],
      ['2', 'Báo cáo', 'Văn phòng'],
    ]);
    expect(draft.rows.map((printed) => [printed.noteText?.text, printed.section])).toEqual([
      ['hằng tuần', 'I. NHIỆM VỤ CHUNG'],
      ['', 'II. Nhiệm vụ khác'],
    ]);
    expect(leftCells(draft.cells)).toEqual([]);
    expect(draft.cells.filter((account) => account.use === 'section')).toHaveLength(7);
    expect(draft.cells.filter((account) => account.use === 'header')).toHaveLength(17);
  });

  it('goes on into a table without header after a page break', async () => {
    const draft = await read(
      `${table(texts(...HEADER), texts('1', 'Rà', 'Văn phòng', '', 'Tháng'))}<w:p/>${table(texts('', 'soát', '', '', '5/2025'), texts('2', 'B', 'Văn phòng', '', 'Tháng 6/2025'))}`,
    );
    expect(draft.rows.map((printed) => [printed.content.text, printed.timeText.text, printed.stitched])).toEqual([
      ['Rà soát', 'Tháng 5/2025', true],
      ['B', 'Tháng 6/2025', false],
    ]);
  });

  it('reads a head and a signature laid out in tables and text boxes', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('Số: 15/KH-STP')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Số: 15/KH-STP')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const { head, otherText, appendixTitle } = await read(
      [
        table(
          row(
            cell('UBND TỈNH KIÊN GIANG\nSỞ TƯ PHÁP'),
            cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
          ),
          row(cell(''), cell('Kiên Giang, ngày 05 tháng 5 năm 2025')),
        ),
        box,
        paragraph('KẾ HOẠCH'),
        paragraph('Thực hiện công tác văn thư'),
        paragraph('I. MỤC ĐÍCH'),
        paragraph('Bảo đảm an toàn tài liệu.'),
        table(row(cell('Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.'), cell('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn An'))),
        paragraph('PHỤ LỤC'),
        table(texts(...HEADER), texts('1', 'A', 'Văn phòng', '', 'Tháng 5/2025')),
      ].join(''),
    );
    expect(head).toMatchObject({
      issuer: { text: 'SỞ TƯ PHÁP' },
      code: { text: '15/KH-STP' },
      number: '15',
      date: '2025-05-05',
      placeOfIssue: 'Kiên Giang',
      title: { text: 'Thực hiện công tác văn thư' },
      signerTitle: { text: 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC' },
      signer: { text: 'Nguyễn Văn An' },
    });
    expect(head.recipients.map((recipient) => recipient.text)).toEqual(['Sở Nội vụ', 'Lưu: VT']);
    expect(appendixTitle.map((line) => line.text)).toEqual(['PHỤ LỤC']);
    expect(otherText).toEqual([]);
  });

  it('keeps text around the appendix, and says that no row took it', async () => {
    const body = `${table(texts(...HEADER), texts('1', 'A', 'Văn phòng', '', 'Tháng 5/2025'))}${paragraph('Ghi chú: xem Công văn số 1.')}`;
    const { draft, findings } = await readPlan(word(body), 'a.docx', soTuPhapLexicon);
    expect(draft.otherText.map((line) => line.text)).toEqual(['Ghi chú: xem Công văn số 1.']);
    expect(findings.filter((finding) => finding.code === 'TEXT_LEFT')).toHaveLength(1);
  });

  it('finds columns by meaning in any order', async () => {
    const [printed] = (
      await read(
        table(
          texts(
            'TT',
            'Thời gian thực hiện nhiệm vụ',
            'Đơn vị phối hợp thực hiện',
            'Nội dung công việc',
            'Đơn vị chủ trì thực hiện',
          ),
          texts('1', 'Tháng 5/2025', 'Sở Nội vụ', 'Rà soát', 'Văn phòng'),
        ),
      )
    ).rows;
    expect(printed).toMatchObject({
      content: { text: 'Rà soát' },
      leadText: { text: 'Văn phòng' },
      coordinatorText: { text: 'Sở Nội vụ' },
      timeText: { text: 'Tháng 5/2025' },
    });
  });
});

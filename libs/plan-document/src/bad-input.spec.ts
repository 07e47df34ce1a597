import type { Finding } from '@don-doc/domain';
import { appendix, documentXml, HEADER, paragraph, table, texts, word, zip } from '../spec/word-file.js';
import { MAX_PLAN_BYTES, PlanDocumentError, readPlan, soTuPhapLexicon, type PlanDocumentErrorCode } from './index.js';

const OK = ['1', 'Tổ chức tuyên truyền.', 'Văn phòng Sở', 'Sở Nội vụ', 'Trước 30/5/2025'] as const;
const read = (bytes: Uint8Array, name = 'ke-hoach.docx') => readPlan(bytes, name, soTuPhapLexicon);
const text = (content: string) => Buffer.from(content, 'utf8');

async function refusal(bytes: Uint8Array, name?: string): Promise<PlanDocumentError> {
  const outcome = await read(bytes, name).catch((error: unknown) => error);
  if (outcome instanceof PlanDocumentError) return outcome;
  throw new Error(`not refused: ${String(outcome)}`);
}

const good = appendix(OK);
const flipped = (at: number) => {
  const copy = Buffer.from(good);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
const external = (type: string, target: string) =>
  zip([
    { name: 'word/document.xml', content: documentXml(table(texts(...HEADER), texts(...OK))) },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    },
  ]);
/** A page with a picture and no word; the table of its objects is left for the reader to find. */
const SCAN = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >> endobj
4 0 obj << /Length 16 >> stream
0 0 595 842 re f
endstream endobj
trailer << /Root 1 0 R /Size 5 >>
%%EOF`;
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

const REFUSED: readonly (readonly [string, PlanDocumentErrorCode, Uint8Array, string])[] = [
  ['an empty file', 'EMPTY_FILE', Buffer.alloc(0), 'a.docx'],
  ['a file over the limit', 'TOO_LARGE', Buffer.alloc(MAX_PLAN_BYTES + 1), 'a.docx'],
  ['a Word file cut short', 'BROKEN_ZIP', good.subarray(0, good.length / 2), 'a.docx'],
  ['a Word file with a damaged part', 'BROKEN_ZIP', flipped(90), 'a.docx'],
  ['a Word file with a damaged beginning', 'BROKEN_ZIP', flipped(0), 'a.docx'],
  [
    'a false checksum',
    'BROKEN_ZIP',
    zip([{ name: 'word/document.xml', content: documentXml(''), checksum: 1 }]),
    'a.docx',
  ],
  [
    'a part larger than it tells',
    'BROKEN_ZIP',
    zip([{ name: 'word/document.xml', content: documentXml(paragraph('x'.repeat(500))), declared: 100 }]),
    'a.docx',
  ],
  ['a zip bomb', 'ZIP_BOMB', zip([{ name: 'word/document.xml', content: Buffer.alloc(30_000_000) }]), 'a.docx'],
  [
    'a bomb in another part',
    'ZIP_BOMB',
    zip([
      { name: 'word/document.xml', content: documentXml('') },
      { name: 'x', content: Buffer.alloc(30_000_000) },
    ]),
    'a.docx',
  ],
  [
    'a zip that holds no Word document',
    'NOT_A_WORD_FILE',
    zip([{ name: 'ppt/presentation.xml', content: '<presentation/>' }]),
    'a.docx',
  ],
  [
    'another document in the place of Word’s',
    'NOT_A_WORD_FILE',
    zip([{ name: 'word/document.xml', content: '<html/>' }]),
    'a.docx',
  ],
  ['an image renamed', 'NOT_A_WORD_FILE', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.docx'],
  ['a JPEG renamed', 'NOT_A_WORD_FILE', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.docx'],
  ['a text renamed', 'NOT_A_WORD_FILE', text('Kế hoạch'), 'a.docx'],
  ['a zip that holds no workbook', 'NOT_A_WORKBOOK', good, 'a.xlsx'],
  ['a text renamed to a workbook', 'NOT_A_WORKBOOK', text('Kế hoạch'), 'a.xlsx'],
  ['a workbook of nothing', 'NOT_A_WORKBOOK', zip([{ name: 'xl/workbook.xml', content: '<html/>' }]), 'a.xlsx'],
  ['a PDF with nothing in it', 'BROKEN_PDF', text('%PDF-1.7'), 'a.pdf'],
  ['a scanned PDF', 'SCANNED_PDF', text(SCAN), 'a.pdf'],
  ['a text renamed to a PDF', 'BROKEN_PDF', text('Kế hoạch'), 'a.pdf'],
  ['a spreadsheet in text without columns', 'NO_APPENDIX_COLUMNS', text('a,b'), 'a.csv'],
  ['a quotation never closed', 'BROKEN_CSV', text('STT,"Nội dung\n1,2'), 'a.csv'],
  ['a film', 'UNKNOWN_FORMAT', Buffer.from('00000018667479706d703432', 'hex'), 'a.mp4'],
  ['an old Excel file', 'OLD_EXCEL_FILE', ole, 'a.xls'],
  ['an old Word file', 'OLD_WORD_FILE', ole, 'a.doc'],
  [
    'a Word file with a password',
    'ENCRYPTED_FILE',
    Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    'a.docx',
  ],
  [
    'broken XML',
    'BROKEN_XML',
    zip([{ name: 'word/document.xml', content: documentXml('<w:p>').slice(0, -20) }]),
    'a.docx',
  ],
  [
    'a document type with entities',
    'UNSAFE_XML',
    zip([
      {
        name: 'word/document.xml',
        content: `<!DOCTYPE d [<!ENTITY a "b">]>${documentXml('').replace(/<\?xml[^>]*>/u, '')}`,
      },
    ]),
    'a.docx',
  ],
  ['nesting without end', 'UNSAFE_XML', word(`${'<w:sdt>'.repeat(500)}${'</w:sdt>'.repeat(500)}`), 'a.docx'],
  [
    'a template on the network',
    'EXTERNAL_REFERENCE',
    external('attachedTemplate', 'https://example.org/mau.dotm'),
    'a.docx',
  ],
  ['a picture on a file server', 'EXTERNAL_REFERENCE', external('image', '\\\\may-chu\\anh.png'), 'a.docx'],
  ['a Word file without a table', 'NO_TABLE', word(paragraph('KẾ HOẠCH')), 'a.docx'],
  ['a text without a table', 'NO_TABLE', text('KẾ HOẠCH\nkhông có bảng'), 'a.txt'],
  [
    'a table that is no appendix',
    'NO_APPENDIX_COLUMNS',
    word(table(texts('STT', 'Họ tên'), texts('1', 'A'))),
    'a.docx',
  ],
  ['a header without rows', 'NO_ROWS', appendix(), 'a.docx'],
  [
    'windows-1258',
    'WRONG_ENCODING',
    Buffer.from([0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68]),
    'a.txt',
  ],
  ['TCVN3', 'WRONG_ENCODING', Buffer.from('K\xd5 ho\xb9ch tri\xd3n khai thùc hi\xd6n', 'latin1'), 'a.txt'],
  ['UTF-16 without its mark', 'WRONG_ENCODING', Buffer.from('Kế hoạch', 'utf16le'), 'a.txt'],
  [
    'TCVN3 letters saved as UTF-8',
    'WRONG_ENCODING',
    text('KÕ ho¹ch triÓn khai thùc hiÖn ChØ thÞ sè 02 vÒ viÖc t¨ng c­êng qu¶n lý c«ng t¸c v¨n th­ l­u tr÷'),
    'a.txt',
  ],
  [
    'VNI letters in a Word file',
    'WRONG_ENCODING',
    word(paragraph('Keá hoaïch trieån khai thöïc hieän Chæ thò veà vieäc taêng cöôøng quaûn lyù coâng taùc vaên thö')),
    'a.docx',
  ],
];

describe('bad input', () => {
  it.each(REFUSED)('refuses %s (%s)', async (_, code, bytes, name) => {
    const error = await refusal(bytes, name);
    expect(error.code).toBe(code);
    expect(error.data['fileName']).toBe(name);
  });

  it('opens a document with a link to click, and one that remembers a template on its own disk', async () => {
    await expect(read(external('hyperlink', 'https://example.org'))).resolves.toBeDefined();
    await expect(read(external('attachedTemplate', 'file:///C:/mau.dotm'))).resolves.toBeDefined();
  });

  it('says what an image is, which line is wrongly encoded, and which columns are missing', async () => {
    expect((await refusal(Buffer.from('ffd8ffe0', 'hex'))).data['kind']).toBe('ảnh JPEG');
    expect((await refusal(Buffer.concat([text('Một\nHai\n'), Buffer.from([0xe1, 0x20])]), 'a.txt')).data['line']).toBe(
      3,
    );
    const columns = (await refusal(word(table(texts('STT', 'Nội dung', 'Ghi chú'), texts('1', 'A', ''))))).data;
    expect(columns['missing']).toEqual(['Cơ quan chủ trì', 'Thời gian thực hiện']);
    expect(columns['place']).toMatchObject({ table: 1, tableRow: 1 });
  });

  it.each<[string, Finding['code'], readonly (readonly [string, string, string, string, string])[], readonly number[]]>(
    [
      ['an unknown unit', 'UNIT_UNKNOWN', [['1', 'A', 'Phòng Hành chính', 'Sở Nội vụ', 'Trước 30/5/2025']], [2]],
      ['two rows with one number', 'NUMBER_DUPLICATE', [OK, ['1', 'B', 'Văn phòng', '', 'Tháng 5/2025']], [2, 3]],
      ['time that cannot be read', 'TIME_UNREADABLE', [['1', 'A', 'Văn phòng', '', 'Trước 31/6/2025']], [2]],
      ['an empty time', 'TIME_UNREADABLE', [['1', 'A', 'Văn phòng', '', '']], [2]],
      ['no lead', 'LEAD_EMPTY', [['1', 'A', '', 'Sở Nội vụ', 'Tháng 5/2025']], [2]],
      ['a number that is none', 'NUMBER_UNREADABLE', [['1a', 'A', 'Văn phòng', '', 'Tháng 5/2025']], [2]],
      ['a step without its task', 'PARENT_MISSING', [OK, ['2.1', 'A', 'Văn phòng', '', 'Tháng 5/2025']], [3]],
    ],
  )('blocks on %s and says where', async (_, code, rows, tableRows) => {
    const { draft, findings } = await read(appendix(...rows));
    const found = findings.find((finding) => finding.code === code);
    expect(found?.severity).toBe('blocking');
    expect((found?.places ?? [found?.place]).map((place) => place?.tableRow)).toEqual(tableRows);
    expect(draft.rows).toHaveLength(rows.length);
  });
});

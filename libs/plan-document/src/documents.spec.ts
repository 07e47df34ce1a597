import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { leftCells, summarizeCells, type DraftRow, type PlanDraft } from '@don-doc/domain';
import { readPlan, soTuPhapLexicon } from './index.js';

jest.setTimeout(60_000);

const FOLDER = resolve(import.meta.dirname, '../../../test/fixtures/documents');
/** Number, content, lead, coordinator, time of each row, as the script that made the documents wrote them. */
const EXPECTED = JSON.parse(readFileSync(resolve(FOLDER, 'rows.json'), 'utf8')) as Record<string, string[][]>;

const read = new Map<string, Promise<PlanDraft>>();
/** Each document is read once. */
function load(name: string): Promise<PlanDraft> {
  const reading =
    read.get(name) ?? readPlan(readFileSync(resolve(FOLDER, name)), name, soTuPhapLexicon).then(({ draft }) => draft);
  read.set(name, reading);
  return reading;
}

const fields = (row: DraftRow) =>
  [row.no, row.content.text, row.leadText.text, row.coordinatorText.text, row.timeText.text].map((text) =>
    text.replace(/\s+/gu, ' '),
  );

/** Cells by their use, as counted by hand from the script; what is left, word for word. */
const ACCOUNTS: readonly (readonly [string, string, object, readonly string[]])[] = [
  [
    'tieu-de-gop.docx',
    'header over two lines, headings, letters, times merged downwards',
    { total: 302, header: 15, section: 2, left: 0 },
    [],
  ],
  ['tieu-de-gop.pdf', 'the same printed on landscape pages', { section: 2, left: 0 }, []],
  ['khong-ke-bang.pdf', 'a printed table without lines', { total: 95, header: 5, section: 0, left: 0 }, []],
  [
    'bang-long.docx',
    'an appendix within a layout table, with tracked changes and hidden text',
    { total: 67, header: 5, left: 0 },
    [],
  ],
  ['nhieu-phu-luc.docx', 'three appendices', { header: 19, section: 0, left: 1 }, ['12 triệu đồng']],
  [
    'bang-tinh.xlsx',
    'a workbook of 150 rows',
    { header: 8, section: 12, left: 4 },
    ['Nơi nhận:', 'GIÁM ĐỐC', '- Lưu: VT.', 'Trần Văn Khái'],
  ],
  ['bang-tinh.csv', 'semicolons, columns in another order', { total: 105, header: 5, section: 0, left: 0 }, []],
  ['bang.md', 'a Markdown table', { total: 55, header: 5, section: 0, left: 0 }, []],
];

describe('plan documents of every shape', () => {
  it.each(ACCOUNTS)('%s: gives each row as it was written (%s)', async (name) => {
    const { rows } = await load(name);
    const expected = EXPECTED[name] ?? [];
    expect(expected.length).toBeGreaterThanOrEqual(10);
    expect(rows.map(fields)).toEqual(expected);
  });

  it.each(ACCOUNTS)('%s: accounts for every cell, and loses none (%s)', async (name, _, counts, left) => {
    const { cells } = await load(name);
    const { total, ...parts } = summarizeCells(cells);
    expect({ total, ...parts }).toMatchObject(counts);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(leftCells(cells).map(({ text }) => text)).toEqual(left);
    for (const cell of cells) expect(cell.place.label).toMatch(/dòng \d+/u);
  });

  it.each(ACCOUNTS)('%s: gives each piece of a row a place of its own (%s)', async (name) => {
    const { rows, source } = await load(name);
    for (const row of rows) {
      for (const place of [row.place, ...row.content.places, ...row.timeText.places]) {
        expect(place.source).toBe(source.format);
        expect(place.tableRow).toBeGreaterThan(0);
      }
    }
  });

  it('finds number, date and title over the header of a sheet, as over a table', async () => {
    for (const name of ['bang-tinh.xlsx', 'tieu-de-gop.docx', 'tieu-de-gop.pdf', 'khong-ke-bang.pdf']) {
      const { head } = await load(name);
      expect([name, head.number, head.date?.slice(0, 7), head.title?.text]).toEqual([
        name,
        expect.stringMatching(/^4[56]$/u),
        '2025-05',
        expect.stringMatching(/ năm 2025$/u),
      ]);
    }
  });

  it('keeps a footnote, and leaves out what the document deletes or hides', async () => {
    const draft = await load('bang-long.docx');
    expect(draft.otherText.map(({ text }) => text)).toContain('Theo Công văn số 12/VP.');
    const everything = JSON.stringify(draft);
    for (const unseen of ['Đề nghị', 'ghi chú nội bộ']) expect(everything).not.toContain(unseen);
  });

  it('leaves out a sheet that is hidden', async () => {
    expect(JSON.stringify(await load('bang-tinh.xlsx'))).not.toContain('Không in ra');
  });

  it('keeps results, notes, headings and the titles of all appendices', async () => {
    const merged = (await load('tieu-de-gop.docx')).rows;
    expect(merged[3]).toMatchObject({
      resultText: { text: 'Báo cáo' },
      noteText: { text: 'Gửi bản giấy' },
      section: 'I. NHIỆM VỤ CHUNG',
    });
    const { appendixTitle } = await load('nhieu-phu-luc.docx');
    expect(appendixTitle.map(({ text }) => text)).toEqual([
      'PHỤ LỤC I',
      'NHIỆM VỤ CỦA SỞ',
      'PHỤ LỤC II',
      'NHIỆM VỤ PHỐI HỢP',
      'PHỤ LỤC III',
    ]);
  });
});

describe('a plan in prose', () => {
  it('is offered sentence by sentence, with its times and units marked, and no row is made of it', async () => {
    const { rows, sentences, head } = await load('van-xuoi.docx');
    expect(rows).toEqual([]);
    expect(head.title?.text).toBe('Rà soát văn bản quy phạm pháp luật năm 2025');
    const marked = (sentences ?? [])
      .filter(({ bodyNo }) => bodyNo.startsWith('II.'))
      .map(({ bodyNo, text, times, units }) => [
        bodyNo,
        times.map(({ from, to }) => text.slice(from, to)),
        units.map(({ ref }) => (ref.kind === 'unknown' ? '' : ref.code)),
      ]);
    expect(marked).toEqual([
      ['II.1', [], ['VAN_PHONG', 'SO_NOI_VU']],
      ['II.1', ['trước 30/5/2025'], []],
      ['II.2', ['trong tháng 6/2025'], ['SO_KHCN', 'VAN_PHONG']],
      ['II.3', [], ['CAC_PHONG_DON_VI']],
    ]);
  });

  it('is refused where no sentence names a time or a unit, and where a table tries to be an appendix', async () => {
    const refused = async (text: string) =>
      readPlan(Buffer.from(text), 'a.txt', soTuPhapLexicon).then(
        () => 'read',
        (error: { code: string }) => error.code,
      );
    expect(await refused('KẾ HOẠCH\nNăm 2025\nTrân trọng kính gửi.')).toBe('NO_TABLE');
    expect(await refused('KẾ HOẠCH\nNăm 2025\nVăn phòng báo cáo.')).toBe('read');
    expect(await refused('KẾ HOẠCH\nNăm 2025\nVăn phòng báo cáo.\nSTT\tNội dung\tGhi chú\n1\tA\t')).toBe(
      'NO_APPENDIX_COLUMNS',
    );
  });

  it('reads past a sentence that no person wrote, in no time', async () => {
    const since = process.cpuUsage();
    const text = `KẾ HOẠCH\nNăm 2025\nVăn phòng Sở${'9'.repeat(20_000)} trước 30/5/2025.`;
    const { draft } = await readPlan(Buffer.from(text), 'a.txt', soTuPhapLexicon);
    expect(draft.sentences?.[0]?.units).toHaveLength(1);
    expect(process.cpuUsage(since).user / 1_000).toBeLessThan(5_000);
  });
});

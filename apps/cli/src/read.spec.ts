import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { planDocumentMessages } from '@don-doc/i18n';
import { PLAN_DOCUMENT_ERROR_CODES } from '@don-doc/plan-document';
import { readCommand } from './read.js';

const PLAN = resolve(import.meta.dirname, '../../../test/fixtures/documents/ke-hoach-chi-thi-02.docx');

async function run(file: string, json = false): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  try {
    return { code: await readCommand(file, { json }), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

describe('don-doc read', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'don-doc-read-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints exactly head, rows and findings as JSON', async () => {
    await run(PLAN, true).then(({ code, out }) => {
      expect(code).toBe(0);
      const reading = JSON.parse(out) as { rows: object[]; findings: object[]; cells: object; left: object[] };
      expect(Object.keys(reading)).toEqual(['head', 'rows', 'findings', 'cells', 'left']);
      expect(reading.rows).toHaveLength(30);
      expect(reading.cells).toEqual({ total: 155, empty: 1, taken: 149, header: 5, section: 0, left: 0 });
      expect(reading.left).toEqual([]);
      for (const row of reading.rows) {
        expect(Object.keys(row)).toEqual(['no', 'content', 'leads', 'coordinators', 'timeText', 'deadline', 'place']);
      }
      for (const finding of reading.findings) {
        expect(Object.keys(finding)).toEqual(['code', 'severity', 'rowNo', 'place', 'message']);
      }
      expect(reading.rows[8]).toMatchObject({
        no: '3',
        timeText: 'Trước 30/5/2025',
        deadline: {
          kind: 'before-date',
          date: '2025-05-30',
          trace: [expect.stringContaining('29/05/2025'), expect.anything()],
        },
      });
    });
  });

  it('prints a table in Vietnamese for a person', async () => {
    const { out } = await run(PLAN);
    expect(out).toContain('Cơ quan ban hành: Sở Tư pháp');
    expect(out).toMatch(/^11\.3 .*Tiếp nhận tài liệu/mu);
    expect(out).toContain('[chặn] Dòng 11.3 ghi “Trước 30/5/2025”');
  });

  it('prints a plan in prose sentence by sentence, its times and units marked', async () => {
    const prose = resolve(PLAN, '../van-xuoi.docx');
    const { code, out } = await run(prose, true);
    expect(code).toBe(0);
    const { rows, sentences } = JSON.parse(out) as { rows: object[]; sentences: { text: string; times: object[] }[] };
    expect(rows).toEqual([]);
    expect(sentences.find(({ text }) => text.startsWith('Hoàn thành'))?.times).toMatchObject([
      { text: 'trước 30/5/2025', deadline: { kind: 'before-date', date: '2025-05-30' } },
    ]);
    expect((await run(prose)).out).toContain('- Hoàn thành «trước 30/5/2025».');
  });

  it('refuses a file of 300 MB by its size, without reading it', async () => {
    const file = join(folder, 'lon.docx');
    writeFileSync(file, '');
    truncateSync(file, 300 * 1024 * 1024);
    expect(await run(file)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('300 MB, vượt mức 50 MB') as string,
    });
  });

  it('says in Vietnamese what is wrong with a file, and exits with 1', async () => {
    const file = join(folder, 'anh.docx');
    writeFileSync(file, Buffer.from('89504e470d0a1a0a', 'hex'));
    expect(await run(file)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Tệp “anh.docx” mang tên tệp Word nhưng bên trong là ảnh PNG') as string,
    });
  });

  it('has a message for every code, that ends with what to do', () => {
    expect(Object.keys(planDocumentMessages).sort()).toEqual([...PLAN_DOCUMENT_ERROR_CODES].sort());
    for (const message of Object.values(planDocumentMessages)) {
      expect(message({ fileName: 'a.docx', missing: ['STT'], seen: [] })).toMatch(/(?:Tệp|tệp) “a\.docx” .*Đề nghị /u);
    }
  });

  it('says of a missing file and of a folder what to do', async () => {
    const missing = await run(join(folder, 'khong-co.docx'));
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.err).toContain('không tìm thấy tệp');
    const directory = await run(folder);
    expect(directory).toMatchObject({ code: 1 });
    expect(directory.err).toContain('là thư mục');
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding, PlanDraft, UnitRef } from '@don-doc/domain';
import { readPlan, soTuPhapLexicon } from './index.js';

const FOLDER = resolve(import.meta.dirname, '../../../test/fixtures/documents');
const TEXT = 'ke-hoach-chi-thi-02.txt';
const WORD = 'ke-hoach-chi-thi-02.docx';
const BROKEN_PAGES = 'ke-hoach-chi-thi-02-ngat-trang.docx';

const load = (name: string) => readPlan(readFileSync(resolve(FOLDER, name)), name, soTuPhapLexicon);

/** All but what rightly differs from source to source. */
function alike(value: unknown): unknown {
  const apart = new Set(['place', 'places', 'stitched', 'source', 'cells']);
  if (Array.isArray(value)) return value.map(alike);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !apart.has(key))
      .map(([key, inner]) => [key, alike(inner)]),
  );
}

const codes = (refs: readonly UnitRef[]) =>
  refs.map((ref) => (ref.kind === 'unknown' ? `?${ref.text}` : ref.code)).join(' ');

/** The rows as the text file prints them, joined by hand over its page breaks: the reader's own way is not used. */
function printedRows(): string[][] {
  const rows: string[][] = [];
  for (const line of readFileSync(resolve(FOLDER, TEXT), 'utf8').split('\n')) {
    const cells = line.split('\t');
    if (cells.length !== 5 || cells[0] === 'STT') continue;
    const last = rows[rows.length - 1];
    if (cells[0] !== '' || last === undefined) rows.push([...cells]);
    else cells.forEach((text, i) => (last[i] = [last[i] ?? '', text].filter((piece) => piece !== '').join(' ')));
  }
  return rows;
}

const P = 'CAC_PHONG_DON_VI';
/** Number, leads, coordinators, what the time means: read off the appendix by eye. */
const APPENDIX: readonly (readonly [string, string, string, string])[] = [
  ['1', 'VAN_PHONG', `${P} SO_NOI_VU LUU_TRU_LICH_SU`, 'monthly-during-process'],
  ['2', 'VAN_PHONG', P, 'from-until-event 2025-05-01'],
  ['2.1', 'VAN_PHONG', P, 'period 2025-05-01 2025-05-31'],
  ['2.2', 'VAN_PHONG', `${P} SO_NOI_VU`, 'after-event at once'],
  ['2.3', 'VAN_PHONG', P, 'after-event at once'],
  ['2.4', 'VAN_PHONG', `${P} SO_NOI_VU`, 'after-event at once'],
  ['2.5', 'VAN_PHONG', `${P} SO_NOI_VU`, 'during-process end implied'],
  ['2.6', 'VAN_PHONG', `${P} SO_NOI_VU`, 'after-event'],
  ['3', 'VAN_PHONG', P, 'before-date 2025-05-30'],
  ['4', `SO_TU_PHAP ${P}`, P, 'during-process'],
  ['4.1', 'VAN_PHONG', P, 'before-date 2025-05-30'],
  ['4.2', 'VAN_PHONG', P, 'before-date 2025-05-30'],
  ['4.3', 'VAN_PHONG', `${P} SO_NOI_VU`, 'before-date 2025-05-30'],
  ['4.4', 'VAN_PHONG', P, 'before-date 2025-05-30'],
  ['4.5', 'VAN_PHONG', `${P} SO_NOI_VU`, 'before-date 2025-05-30'],
  ['5', 'VAN_PHONG', P, 'before-date 2025-05-30'],
  ['5.1', `SO_TU_PHAP ${P}`, '', 'before-date 2025-05-30'],
  ['5.2', `SO_TU_PHAP ${P}`, `${P} SO_NOI_VU`, 'before-date 2025-05-30'],
  ['5.3', `SO_TU_PHAP ${P}`, P, 'before-date 2025-05-30'],
  ['5.4', P, `${P} SO_NOI_VU`, 'after-event at once'],
  ['6', `SO_TU_PHAP ${P}`, `${P} SO_NOI_VU`, 'during-process'],
  ['7', `SO_TU_PHAP ${P}`, `${P} LUU_TRU_LICH_SU SO_NOI_VU`, 'before-date 2025-05-30'],
  ['9', 'VAN_PHONG', `${P} SO_KHCN`, 'during-process'],
  ['10', 'VAN_PHONG', `${P} SO_KHCN`, 'after-event'],
  ['11', `SO_TU_PHAP ${P}`, `${P} SO_KHCN`, 'after-event'],
  ['11.1', 'VAN_PHONG', `${P} SO_KHCN`, 'after-event'],
  ['11.2', 'VAN_PHONG', `${P} SO_KHCN`, 'after-event'],
  ['11.3', 'VAN_PHONG', `${P} SO_KHCN`, 'before-date 2025-05-30'],
  ['12', 'VAN_PHONG', P, 'period 2025-05-01 2025-05-31'],
  ['13', 'VAN_PHONG', `${P} SO_KHCN`, 'from-until-event 2025-05-01'],
];

function meaning(spec: PlanDraft['rows'][number]['reading']['spec']): string {
  const parts: string[] = [spec.kind];
  if ('date' in spec) parts.push(spec.date);
  if ('from' in spec) parts.push(spec.from);
  if ('lastDay' in spec) parts.push(spec.lastDay);
  if ('immediate' in spec && spec.immediate) parts.push('at once');
  if ('endImplied' in spec && spec.endImplied) parts.push('end implied');
  return parts.join(' ');
}

/** What domain.md lists as odd, as far as a machine sees it: number in its list, code, rows. */
const ODDITIES: readonly (readonly [string, Finding['severity'], string, readonly (string | null)[]])[] = [
  ['1', 'caution', 'NUMBER_MISSING', ['8']],
  ['2', 'blocking', 'DUE_BEFORE_PARENT_OPENS', ['11.3']],
  ['3', 'caution', 'CONTENT_CONTRADICTS_TIME', ['11']],
  ['4', 'caution', 'PARENT_NAMES_OTHER_LEADERS', ['11']],
  ['5', 'caution', 'OPENS_AFTER_PARENT_DUE', ['5.4']],
  ['6', 'caution', 'OPENS_AFTER_PARENT_END', ['2']],
  ['7', 'caution', 'CONTENT_OUTLASTS_DUE', ['4.2']],
  ['8', 'caution', 'ORDER_WITHIN_CONTENT', ['12']],
  ['9', 'caution', 'GUIDANCE_SHARES_DUE', ['4.1']],
  ['10', 'notice', 'COORDINATOR_EMPTY', ['5.1']],
  ['11', 'notice', 'LEADS_AND_COORDINATES', ['4', '5.2', '5.3', '5.4', '6', '7', '11']],
  ['12', 'caution', 'HEAD_NUMBER_BLANK', [null]],
  ['12', 'caution', 'HEAD_DATE_BLANK', [null]],
  ['12', 'notice', 'ROW_IS_THIS_PLAN', ['2.1']],
  ['13', 'notice', 'CITED_ISSUER_VARIES', [null]],
  ['14', 'notice', 'CITED_ISSUER_GARBLED', [null, null]],
  ['15', 'notice', 'CITED_SYMBOL_GARBLED', ['6']],
  ['16', 'notice', 'WORDING_SLIP', [null, '5', '12']],
  ['17', 'notice', 'VERB_MISSING', ['2.2']],
  ['18', 'notice', 'PARTY_MISSING', ['5.4']],
  ['19', 'notice', 'BODY_DUTY_WITHOUT_ROW', Array<null>(10).fill(null)],
  ['20', 'notice', 'TERM_UNDEFINED', ['4.3']],
  ['21', 'notice', 'UNIT_SEVERAL_NAMES', [null, null]],
  ['22', 'caution', 'EVENT_UNDEFINED', [null]],
  ['22', 'notice', 'PROCESS_START_UNDEFINED', ['1']],
  ['time', 'notice', 'PROCESS_END_IMPLIED', ['2.5']],
  // 31/5/2025, the last day of 2.1 and 12, is a Saturday.
  ['time', 'notice', 'DUE_ON_DAY_OFF', ['2.1']],
  ['time', 'caution', 'PROJECT_AT_ONCE', ['2.4']],
  ['time', 'caution', 'DUE_NOT_STATED', ['2.6', '10', '11', '11.1', '11.2']],
];

describe('reading the plan of Chỉ thị 02/CT-UBND', () => {
  it('gives the same draft and findings from the text and both Word files', async () => {
    const text = await load(TEXT);
    for (const name of [WORD, BROKEN_PAGES]) expect(alike(await load(name))).toEqual(alike(text));
  });

  it.each([
    [TEXT, ['2.2', '3', '4.4', '5.3', '9']],
    [BROKEN_PAGES, ['2.2', '3', '4.4', '5.3', '9']],
    [WORD, []],
  ])('%s: joins exactly the rows that a page break cut', async (name, stitched) => {
    const { draft } = await load(name);
    expect(draft.rows.filter((row) => row.stitched).map((row) => row.no)).toEqual(stitched);
    for (const row of draft.rows) {
      const pieces = [row.content, row.leadText, row.coordinatorText, row.timeText].map(
        (quoted) => quoted.places.length,
      );
      expect(Math.max(...pieces)).toBe(row.stitched ? 2 : 1);
    }
  });

  it.each([TEXT, WORD, BROKEN_PAGES])('%s: keeps every cell of every row word for word', async (name) => {
    const { draft } = await load(name);
    const rows = draft.rows.map((row) => [
      row.no,
      row.content.text,
      row.leadText.text,
      row.coordinatorText.text,
      row.timeText.text,
    ]);
    expect(rows).toEqual(printedRows());
  });

  it('has 12 tasks and 18 steps, each with its leads, coordinators and time', async () => {
    const { draft } = await load(TEXT);
    const rows = draft.rows.map((row) => [
      row.no,
      codes(row.leads),
      codes(row.coordinators),
      meaning(row.reading.spec),
    ]);
    expect(rows).toEqual(APPENDIX);
    expect(draft.rows.filter((row) => row.parentNo === null)).toHaveLength(12);
    expect(
      draft.rows.filter((row) => row.leads.some((ref) => ref.kind === 'unit' && ref.code === 'VAN_PHONG')),
    ).toHaveLength(22);
  });

  it('reads head and foot, and leaves blanks blank', async () => {
    const { head } = (await load(WORD)).draft;
    expect(head).toMatchObject({
      issuer: { text: 'Sở Tư pháp' },
      code: { text: '/KH-STP' },
      number: null,
      placeOfIssue: 'Kiên Giang',
      dateText: { text: 'ngày tháng năm 2025' },
      date: null,
      year: 2025,
      kind: { text: 'KẾ HOẠCH' },
      signerTitle: { text: 'GIÁM ĐỐC' },
      signer: { text: 'Trần Văn Khái' },
    });
    expect(head.title?.text).toMatch(/^Triển khai thực hiện Chỉ thị số 02\/CT-UBND .* tỉnh Kiên Giang$/u);
    const recipients = ['Sở Nội vụ', 'Ban Giám đốc Sở', 'Lãnh đạo các phòng, đơn vị thuộc Sở', 'Lưu: VT'];
    expect(head.recipients.map((recipient) => recipient.text)).toEqual(recipients);
  });

  it('numbers the items of the body, and joins what the page break cut in II.3', async () => {
    const { body } = (await load(TEXT)).draft;
    const items = [
      '',
      'I',
      'I.1',
      'I.2',
      'II',
      'II.1',
      'II.2',
      'II.3',
      'II.4',
      'II.5',
      'II.6',
      'II.7',
      'II.8',
      'III',
      'III.1',
      'III.2',
    ];
    expect(body.map((item) => item.no)).toEqual(items);
    const joined = body.find((item) => item.no === 'II.3')?.paragraphs[0];
    expect(joined?.text).toContain('bảo quản tại chỗ hoặc tạm thời tập trung');
    expect(joined?.places).toHaveLength(2);
  });

  it.each([
    [TEXT, { header: 35, taken: 175 }],
    [WORD, { header: 5, taken: 150 }],
    [BROKEN_PAGES, { header: 35, taken: 175 }],
  ])('%s: accounts every cell, and drops no line', async (name, expected) => {
    const { draft } = await load(name);
    const uses: Record<string, number> = {};
    for (const cell of draft.cells) uses[cell.use] = (uses[cell.use] ?? 0) + 1;
    expect(uses).toEqual(expected);
    expect(draft.otherText).toEqual([]);
  });

  it('says where each piece stands', async () => {
    const row = (await load(TEXT)).draft.rows.find(({ no }) => no === '2.2');
    expect(
      row?.timeText.places.map((place) => [place.line, place.table, place.tableRow, place.column, place.label]),
    ).toEqual([
      [86, 1, 5, 5, 'Phụ lục, bảng 1, dòng 5, cột Thời gian thực hiện (dòng 86 của tệp)'],
      [89, 2, 2, 5, 'Phụ lục, bảng 2, dòng 2, cột Thời gian thực hiện (dòng 89 của tệp)'],
    ]);
    const inWord = (await load(WORD)).draft.rows.find(({ no }) => no === '11.3');
    expect(inWord?.place).toEqual({ source: 'docx', table: 1, tableRow: 29, label: 'Phụ lục, bảng 1, dòng 29' });
  });

  it.each(ODDITIES)('shows oddity %s (%s %s)', async (_, severity, code, rows) => {
    const found = (await load(BROKEN_PAGES)).findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.rowNo)).toEqual(rows);
    for (const finding of found) {
      expect(finding.severity).toBe(severity);
      expect(finding.place?.label).toMatch(/^(?:Phụ lục, bảng \d+|đoạn \d+)/u);
      expect(finding.options.length).toBeGreaterThan(0);
    }
  });

  it('finds nothing beyond those, and blocks on one thing only', async () => {
    const { findings } = await load(TEXT);
    expect(findings.length).toBe(ODDITIES.reduce((sum, [, , , rows]) => sum + rows.length, 0));
    expect(findings.filter((finding) => finding.severity === 'blocking')).toHaveLength(1);
  });

  it('offers II.7, II.8 and nothing for the missing 8, prefilled from the body, and prefers none', async () => {
    const prefilled = (opening: string) => ({
      content: expect.stringMatching(new RegExp(`^${opening}`, 'u')) as string,
      leadText: '',
      timeText: '',
    });
    const missing = (await load(TEXT)).findings.find((finding) => finding.code === 'NUMBER_MISSING');
    expect(missing?.options.map(({ code, data }) => [code, data])).toEqual([
      ['TAKE_BODY_ITEM_II_7', { no: '8', bodyNo: 'II.7', row: prefilled('Xác định phạm vi, khoanh vùng') }],
      ['TAKE_BODY_ITEM_II_8', { no: '8', bodyNo: 'II.8', row: prefilled('Trích xuất và đóng gói') }],
      ['NONE', { no: '8' }],
    ]);
  });

  it('names the body items of which no row, or only a part, speaks', async () => {
    const { findings } = await load(TEXT);
    const items = findings
      .filter((finding) => finding.code === 'BODY_DUTY_WITHOUT_ROW')
      .map(({ message }) => /^Mục (\S+)/u.exec(message)?.[1]);
    expect(items).toEqual(['II.2', 'II.3', 'II.4', 'II.5', 'II.7', 'II.8', 'I.2', 'III', 'III.1', 'III.2']);
  });

  it('keeps the garbled symbol as it is and only suggests', async () => {
    const { draft, findings } = await load(WORD);
    expect(draft.rows.find((row) => row.no === '6')?.content.text).toContain('851/BNV-CVT<NN');
    const message = findings.find((finding) => finding.code === 'CITED_SYMBOL_GARBLED')?.message;
    expect(message).toContain('851/BNV-CVT&LTNN');
  });
});

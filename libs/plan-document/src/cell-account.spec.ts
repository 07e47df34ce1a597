import { leftCells, summarizeCells, type CellAccount } from '@don-doc/domain';
import fc from 'fast-check';
import { cell, HEADER, paragraph, row, table, texts, word } from '../spec/word-file.js';
import { PlanDocumentError, readPlan, soTuPhapLexicon } from './index.js';

jest.setTimeout(60_000);

const read = async (body: string) => (await readPlan(word(body), 'a.docx', soTuPhapLexicon)).draft;
const shown = (cells: readonly CellAccount[]) =>
  cells.filter(({ text }) => text !== '').map(({ text }) => text.replace(/\s+/gu, ' '));

const HEADERS = [
  ['STT', 'TT', 'Số TT'],
  ['Nội dung', 'Nhiệm vụ', 'Nội dung công việc'],
  ['Chủ trì', 'Đơn vị thực hiện', 'Cơ quan chủ trì'],
  ['Phối hợp', 'Đơn vị phối hợp'],
  ['Thời gian', 'Thời hạn', 'Tiến độ', 'Thời gian hoàn thành'],
  ['Kết quả', 'Sản phẩm'],
  ['Ghi chú', 'Kinh phí (triệu đồng)', 'Nguồn'],
] as const;
const WORDS = [
  '',
  '',
  '1',
  '1.',
  '01',
  '2.1',
  'a)',
  '-',
  'I',
  'I. CHUNG',
  'Rà soát hồ sơ',
  'và báo cáo',
  'Văn phòng',
  'Tháng 5/2025',
];

const header = fc
  .tuple(...HEADERS.map((names) => fc.constantFrom(...names)))
  .chain((names) => fc.shuffledSubarray(names, { minLength: names.length }));
/** A row of the grid: pieces of one to three columns, some of them the lower part of a cell merged downwards. */
const gridRow = fc
  .array(fc.record({ text: fc.constantFrom(...WORDS), span: fc.integer({ min: 1, max: 3 }), merged: fc.boolean() }), {
    minLength: 7,
    maxLength: 7,
  })
  .map((pieces) => {
    let room = 7;
    return pieces.flatMap(({ text, span, merged }) => {
      if (room === 0) return [];
      const taken = Math.min(span, room);
      room -= taken;
      return [
        {
          text: merged ? '' : text,
          xml: `${taken > 1 ? `<w:gridSpan w:val="${taken}"/>` : ''}${merged ? '<w:vMerge/>' : ''}`,
        },
      ];
    });
  });

describe('the account of cells', () => {
  it('names every cell of every table exactly once, word for word, whatever the table looks like', async () => {
    await fc.assert(
      fc.asyncProperty(
        header,
        fc.array(gridRow, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (names, rows, twice) => {
          const other = [
            ['Họ tên', 'Chức vụ'],
            ['Nguyễn Văn An', ''],
          ];
          const body = rows.map((cells) => row(...cells.map(({ text, xml }) => cell(text, xml))));
          const xml = `${table(texts(...names), ...body, ...(twice ? [texts(...names), texts('9', 'X', 'Y', 'Z', 'T', 'K', 'G')] : []))}<w:p/>${table(...other.map((values) => texts(...values)))}`;
          const again = twice ? [...names, '9', 'X', 'Y', 'Z', 'T', 'K', 'G'] : [];
          const source = [...names, ...rows.flat().map(({ text }) => text), ...again, ...other.flat()];
          const draft = await read(xml).catch((error: unknown) => {
            if (error instanceof PlanDocumentError && error.code === 'NO_ROWS') return null;
            throw error;
          });
          if (draft === null) return;
          expect(shown(draft.cells).sort()).toEqual(source.filter((text) => text !== '').sort());
          const { total, ...parts } = summarizeCells(draft.cells);
          expect(total).toBe(source.length);
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
          const labels = draft.cells.map(({ place }) => `${place.table} ${place.tableRow} ${place.column}`);
          expect(new Set(labels).size).toBe(total);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives each taken cell its row and field, and each one left its reason', async () => {
    const draft = await read(
      `${table(
        texts(...HEADER, 'Kinh phí'),
        texts('', 'Không số', '', '', '', ''),
        texts('1', 'Rà soát', 'Văn phòng', '', 'Tháng 5/2025', '20 triệu'),
      )}${paragraph('Ghi chú')}${table(texts('Họ tên', 'Chức vụ'))}`,
    );
    expect(draft.cells.filter(({ use }) => use === 'taken').map(({ rowNo, field }) => `${rowNo} ${field}`)).toEqual([
      '1 no',
      '1 content',
      '1 lead',
      '1 coordinator',
      '1 time',
    ]);
    expect(leftCells(draft.cells).map(({ text, reason, rowNo }) => [text, reason, rowNo])).toEqual([
      ['Không số', 'no-row', undefined],
      ['20 triệu', 'unknown-column', '1'],
      ['Họ tên', 'other-table', undefined],
      ['Chức vụ', 'other-table', undefined],
    ]);
  });
});

import ExcelJS from 'exceljs';
import type { CivilDate } from '@don-doc/domain';

export interface StatusTableRow {
  readonly no: string;
  readonly isTask: boolean;
  readonly content: string;
  readonly leadText: string;
  readonly coordinatorText: string;
  readonly timeText: string;
  readonly opensOn: CivilDate | null;
  readonly lastDay: CivilDate | null;
  readonly byPolicy: boolean;
  readonly status: string;
  readonly isLate: boolean;
  readonly progress: string;
  readonly units: string;
}

export interface StatusTable {
  readonly issuer: string;
  readonly title: string;
  readonly code: string | null;
  readonly rehearsal: boolean;
  /** The day the table speaks of, and the instant in words. */
  readonly asOf: CivilDate;
  readonly asOfText: string;
  readonly rows: readonly StatusTableRow[];
  /** Rows by status, in order. */
  readonly totals: readonly { readonly status: string; readonly count: number }[];
}

const FONT = 'Times New Roman';
const LACQUER = 'FF9B1C1C';
const HEADER_FILL = 'FFF0F0F0';

const COLUMNS = [
  { header: 'STT', width: 6 },
  { header: 'Nội dung thực hiện', width: 48 },
  { header: 'Cơ quan chủ trì', width: 20 },
  { header: 'Cơ quan phối hợp', width: 20 },
  { header: 'Thời gian thực hiện', width: 22 },
  { header: 'Từ ngày', width: 11.5 },
  { header: 'Ngày cuối', width: 11.5 },
  { header: 'Tình trạng', width: 18 },
  { header: 'Hoàn thành', width: 10 },
  { header: 'Các đơn vị', width: 34 },
] as const;

/**
 * The appendix table with its status: A4 landscape, Times New Roman, the header on every page. The plan's words stand as
 * they were issued; dates are dates. Every text is written as text, so that none is taken for a formula.
 */
export async function statusTableXlsx(table: StatusTable): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Đôn Đốc';
  workbook.created = asDate(table.asOf);
  const sheet = workbook.addWorksheet('Tình trạng', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      // Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm; in inches.
      margins: { left: 1.18, right: 0.59, top: 0.79, bottom: 0.79, header: 0.3, footer: 0.3 },
    },
    headerFooter: { differentFirst: true, oddHeader: '&C&"Times New Roman,Regular"&13&P' },
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  const headerRow = writeHead(sheet, table);
  for (const row of table.rows) writeRow(sheet, row);
  writeTotals(sheet, table);
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  sheet.views = [{ state: 'frozen', ySplit: headerRow, xSplit: 1 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeHead(sheet: ExcelJS.Worksheet, table: StatusTable): number {
  if (table.rehearsal) line(sheet, 'DIỄN TẬP', { bold: true, size: 13, color: { argb: LACQUER } });
  line(sheet, table.issuer.toUpperCase(), { bold: true, size: 13 });
  line(sheet, 'TÌNH TRẠNG THỰC HIỆN CÁC NHIỆM VỤ', { bold: true, size: 14 });
  const number = table.code === null ? '' : ` (Kế hoạch số ${table.code})`;
  const title = line(sheet, `${table.title}${number}`, { bold: true, size: 13 });
  title.height = 36;
  line(sheet, `Tính đến ${table.asOfText}`, { italic: true, size: 13 });
  const header = sheet.addRow(COLUMNS.map((column) => column.header));
  header.height = 34;
  header.eachCell((cell) => {
    cell.font = { name: FONT, size: 12, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
    cell.border = BOX;
  });
  return header.number;
}

function line(sheet: ExcelJS.Worksheet, text: string, font: Partial<ExcelJS.Font>): ExcelJS.Row {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, COLUMNS.length);
  const cell = row.getCell(1);
  cell.font = { name: FONT, ...font };
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  return row;
}

function writeRow(sheet: ExcelJS.Worksheet, row: StatusTableRow): void {
  const written = sheet.addRow([
    row.no,
    row.content,
    row.leadText,
    row.coordinatorText,
    row.timeText,
    row.opensOn === null ? null : asDate(row.opensOn),
    row.lastDay === null ? null : asDate(row.lastDay),
    row.byPolicy ? `${row.status}\n(Văn phòng quy ước thời hạn)` : row.status,
    row.progress,
    row.units,
  ]);
  written.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.font = { name: FONT, size: 12, bold: row.isTask && column <= 2 };
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: CENTRED.has(column) ? 'center' : 'left' };
    cell.border = BOX;
    // '@' keeps "2.1" a number of the plan, and a text that begins with = or + a text.
    cell.numFmt = column === FROM || column === TO ? 'dd/mm/yyyy' : '@';
  });
  written.height = heightOf(written);
  if (row.isLate) written.getCell(STATUS).font = { name: FONT, size: 12, bold: true, color: { argb: LACQUER } };
}

function writeTotals(sheet: ExcelJS.Worksheet, table: StatusTable): void {
  sheet.addRow([]);
  for (const { status, count } of table.totals) {
    const row = sheet.addRow([null, status, count]);
    row.eachCell((cell) => {
      cell.font = { name: FONT, size: 12 };
    });
    row.getCell(3).alignment = { horizontal: 'right' };
  }
}

/** Points a line of 12-point type takes; Excel's own limit for a row. */
const LINE_PT = 16;
const MOST_PT = 409;
/** Words end before the line does, and bold letters are wider: so much of a line is filled. */
const FILLED = 0.86;

/** No reader fits the rows of a file that is merely opened: written here, so that no word lies over another or is cut. */
function heightOf(row: ExcelJS.Row): number {
  let lines = 1;
  row.eachCell((cell, column) => {
    if (typeof cell.value !== 'string') return;
    const room = (COLUMNS[column - 1]?.width ?? 10) * FILLED;
    const needed = cell.value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / room)), 0);
    lines = Math.max(lines, needed);
  });
  return Math.min(MOST_PT, lines * LINE_PT + 4);
}

const FROM = 6;
const TO = 7;
const STATUS = 8;
const CENTRED = new Set([1, FROM, TO, STATUS, 9]);
const THIN = { style: 'thin' } as const;
const BOX: Partial<ExcelJS.Borders> = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** A civil date has no zone; a sheet's dates are read as UTC, so that no reader's zone moves the day. */
function asDate(date: CivilDate): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** "tinh-trang-2025-05-26.xlsx", safe in a header. */
export function statusTableFileName(asOf: CivilDate, rehearsal: boolean): string {
  return `tinh-trang-${asOf}${rehearsal ? '-dien-tap' : ''}.xlsx`;
}

import ExcelJS from 'exceljs';
import { statusTableXlsx, type StatusTable, type StatusTableRow } from './index.js';

const row = (over: Partial<StatusTableRow> = {}): StatusTableRow => ({
  no: '2.1',
  isTask: false,
  content: 'Ban hành Kế hoạch triển khai',
  leadText: 'Văn phòng Sở',
  coordinatorText: '',
  timeText: 'Tháng 5/2025',
  opensOn: '2025-05-01',
  lastDay: '2025-05-31',
  byPolicy: false,
  status: 'Đang thực hiện trong hạn',
  isLate: false,
  progress: '0/1',
  units: 'Văn phòng Sở: đang thực hiện',
  ...over,
});
const table = (rows: StatusTableRow[]): StatusTable => ({
  issuer: 'Sở Tư pháp',
  title: 'Triển khai thực hiện Chỉ thị số 02/CT-UBND',
  code: '15/KH-STP',
  rehearsal: true,
  asOf: '2025-05-26',
  asOfText: '07:55 ngày 26/05/2025',
  rows,
  totals: [{ status: 'Đang thực hiện trong hạn', count: 1 }],
});

async function read(rows: StatusTableRow[]): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await statusTableXlsx(table(rows));
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = workbook.getWorksheet('Tình trạng');
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('the table with its status', () => {
  it('gives a row the height its longest cell needs', async () => {
    const sheet = await read([row(), row({ no: '2.2', content: 'Tham mưu văn bản chỉ đạo. '.repeat(20) })]);
    const heightAt = (no: string): number => {
      let height = 0;
      sheet.eachRow((each) => {
        if (each.getCell(1).value === no) height = each.height;
      });
      return height;
    };
    expect(heightAt('2.1')).toBeLessThan(60);
    // 520 letters in a column of 48.
    expect(heightAt('2.2')).toBeGreaterThanOrEqual(11 * 16);
  });

  it('prints on A4 landscape with the header row on every page', async () => {
    const sheet = await read([row()]);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '6:6' });
    expect(sheet.getRow(6).values).toEqual(expect.arrayContaining(['STT', 'Nội dung thực hiện', 'Ngày cuối']));
    expect(sheet.getCell('A1').text).toBe('DIỄN TẬP');
  });

  it('keeps the plan’s words and numbers as text and its days as dates', async () => {
    const sheet = await read([row({ no: '11.2' })]);
    expect(sheet.getCell('A7').value).toBe('11.2');
    expect(sheet.getCell('E7').value).toBe('Tháng 5/2025');
    expect(sheet.getCell('G7').value).toEqual(new Date('2025-05-31T00:00:00.000Z'));
    expect(sheet.getCell('G7').numFmt).toBe('dd/mm/yyyy');
    expect(sheet.getCell('B7').font.name).toBe('Times New Roman');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1'])('never lets %j become a formula', async (text) => {
    const cell = (await read([row({ content: text })])).getCell('B7');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe(text);
    expect(cell.numFmt).toBe('@');
  });
});

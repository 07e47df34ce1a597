import type { XmlElement, XmlHandler } from '../package/xml.js';

/** What a number format makes of a number that stands for a day: a date, a month, or no day at all. */
type DateShape = 'day' | 'month' | null;

/** Formats that are built in and not written in the file (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, DateShape> = new Map([
  [14, 'day'],
  [15, 'day'],
  [16, 'day'],
  [17, 'month'],
  [22, 'day'],
]);
const DAY_MS = 86_400_000;

function shapeOf(code: string): DateShape {
  const bare = code
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[[^\]]*\]/gu, '')
    .toLowerCase();
  if (/d/u.test(bare) && /[my]/u.test(bare)) return 'day';
  return /m/u.test(bare) && /y/u.test(bare) ? 'month' : null;
}

/** xl/styles.xml: how a cell's style shows its number. */
export class CellFormats implements XmlHandler {
  private readonly codes = new Map<number, DateShape>(BUILT_IN);
  private readonly styles: number[] = [];
  private readonly path: string[] = [];

  open(element: XmlElement): void {
    this.path.push(element.local);
    if (element.local === 'numFmt')
      this.codes.set(Number(element.attribute('numFmtId')), shapeOf(element.attribute('formatCode') ?? ''));
    else if (element.local === 'xf' && this.path.at(-2) === 'cellXfs')
      this.styles.push(Number(element.attribute('numFmtId') ?? 0));
  }

  text(): void {}

  close(): void {
    this.path.pop();
  }

  /** A number as the sheet shows it: a day as dd/mm/yyyy, a month as mm/yyyy, else its digits without the noise of binary. */
  show(value: string, style: number, epoch1904: boolean): string {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    const shape = this.codes.get(this.styles[style] ?? 0) ?? null;
    if (shape === null || number < 1 || number > 2_958_465) return String(Number(number.toPrecision(12)));
    const instant = new Date(Date.UTC(1899, 11, 30) + (Math.floor(number) + (epoch1904 ? 1_462 : 0)) * DAY_MS);
    const [year, month, day] = instant.toISOString().slice(0, 10).split('-');
    return shape === 'day' ? `${day}/${month}/${year}` : `${month}/${year}`;
  }
}

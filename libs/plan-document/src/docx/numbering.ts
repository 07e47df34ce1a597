import type { XmlElement, XmlHandler } from '../package/xml.js';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
}

const LEVELS = 9;
const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = Math.min(value, 999);
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** As Word prints it: "aa" after "z". */
const letters = (value: number) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 10));

function print(value: number, format: string): string {
  if (value < 1) return String(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperLetter') return letters(value).toUpperCase();
  if (format === 'lowerLetter') return letters(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** word/numbering.xml, and the counters as the document runs: what Word prints before a paragraph it numbers by itself. */
export class Numbering implements XmlHandler {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private abstract: Map<number, Level> | null = null;
  private level: Level | null = null;
  private list: List | null = null;
  private override = 0;
  private numId: string | null = null;

  open(element: XmlElement): void {
    const value = element.attribute('val');
    if (element.local === 'abstractNum') {
      this.abstract = new Map();
      this.abstracts.set(element.attribute('abstractNumId') ?? '', this.abstract);
    } else if (element.local === 'lvl' && this.abstract) {
      this.level = { start: 1, format: 'decimal', text: '' };
      this.abstract.set(Number(element.attribute('ilvl') ?? 0), this.level);
    } else if (element.local === 'num') {
      this.abstract = null;
      this.level = null;
      this.numId = element.attribute('numId') ?? '';
    } else if (element.local === 'abstractNumId' && this.numId !== null) {
      this.list = { abstractId: value ?? '', starts: new Map() };
      this.lists.set(this.numId, this.list);
    } else if (element.local === 'lvlOverride') this.override = Number(element.attribute('ilvl') ?? 0);
    else if (element.local === 'startOverride') this.list?.starts.set(this.override, Number(value ?? 1));
    else if (element.local === 'start' && this.level) this.level.start = Number(value ?? 1);
    else if (element.local === 'numFmt' && this.level) this.level.format = value ?? 'decimal';
    else if (element.local === 'lvlText' && this.level) this.level.text = value ?? '';
  }

  text(): void {}
  close(): void {}

  /** The next number of a list at a level, as it prints: "1.", "a)", "-" for a bullet; null for a list not defined. */
  next(numId: string, level: number): string | null {
    const list = this.lists.get(numId);
    const levels = list && this.abstracts.get(list.abstractId);
    const own = levels?.get(level);
    if (!list || !levels || !own || !(level >= 0 && level < LEVELS)) return null;
    if (own.format === 'bullet') return '-';
    if (own.format === 'none') return '';
    // Lists of one definition count on together, but where one is told to begin anew.
    const key = list.starts.size > 0 ? `num ${numId}` : `abstract ${list.abstractId}`;
    const counters = this.counters.get(key) ?? [];
    this.counters.set(key, counters);
    const start = (at: number) => list.starts.get(at) ?? levels.get(at)?.start ?? 1;
    counters[level] = (counters[level] ?? start(level) - 1) + 1;
    counters.length = level + 1;
    return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      return print(counters[at] ?? start(at), levels.get(at)?.format ?? 'decimal');
    });
  }
}

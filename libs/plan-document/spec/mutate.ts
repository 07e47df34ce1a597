import { appendix, cell, documentXml, HEADER, paragraph, row, table, texts, zip, type ZipPart } from './word-file.js';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What may stand in any cell. */
const WORDS: readonly [string, ...string[]] = [
  '',
  '-',
  '1.',
  'II',
  'a)',
  '9.9.9',
  'STT',
  'Thời gian',
  'PHỤ LỤC II',
  'Nơi nhận:',
  'GIÁM ĐỐC',
  '45807',
  '1e300',
  'Đơn vị chủ trì, phối hợp',
  'Chủ trì: A; Phối hợp: B',
  'Trước ngày 15 của tháng cuối quý',
  'ngày 99 tháng 99 năm 9999',
  'hướng dẫn '.repeat(300),
  '\u0301\u0323\u202e',
];

type Random = () => number;
const int = (random: Random, below: number) => Math.floor(random() * below);
const pick = <T>(random: Random, list: readonly [T, ...T[]]): T => list[int(random, list.length)] ?? list[0];

/** What tends to break readers: of XML, of numbers, of tables, of text. */
const NASTY = [
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '&a;',
  '&#0;',
  '&lt;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\u0000',
  '\ufffe',
  '"',
  '|---|',
  '\t\t\t',
  '%PDF-1.7',
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:gridSpan w:val="999999999"/>',
  '<w:vMerge/>',
  '<w:del><w:r>',
  '<mergeCell ref="A1:XFD1048576"/>',
  'r="ZZZ9999999"',
  '999999999999999999999',
  '-1',
  'NaN',
  '1.1.1.1.1.1.1.1.1',
  'I. ',
  'Trước 31/6/2025',
  'Chủ trì: ; Phối hợp: ',
] as const;

const ELEMENT = /<(w:tc|w:tr|w:tbl|w:p|w:r|w:tcPr|c|row|mergeCell|xf|w:lvl|w:style)\b[^>]*?(?:\/>|>.*?<\/\1>)/gsu;
const SAID = /(?<=>)[^<>]+(?=<)/gu;

/** Damage that leaves the XML whole, so that it reaches the reader: elements gone, doubled or moved; other words. */
function damageElements(xml: string, random: Random): string {
  const words = random() < 0.4;
  const found = [...xml.matchAll(words ? SAID : ELEMENT)];
  const one = found[int(random, found.length)];
  if (one === undefined) return xml;
  const [before, after] = [xml.slice(0, one.index), xml.slice(one.index + one[0].length)];
  if (words) return before + pick(random, WORDS) + after;
  const other = found[int(random, found.length)]?.[0] ?? '';
  return before + pick(random, ['', one[0].repeat(2 + int(random, 40)), other, one[0] + other]) + after;
}

function damageText(text: string, random: Random): string {
  if (text.includes('</') && random() < 0.7) return damageElements(text, random);
  const [a, b] = [int(random, text.length + 1), int(random, text.length + 1)];
  const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 400)];
  const slice = text.slice(from, to);
  switch (int(random, 7)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + slice.repeat(1 + int(random, 30)) + text.slice(to);
    case 2:
      return text.slice(0, from) + pick(random, NASTY) + text.slice(from);
    case 3:
      return text.slice(0, from) + pick(random, NASTY).repeat(1 + int(random, 600)) + text.slice(from);
    case 4:
      return text.replace(/\d+/gu, (digits) =>
        random() < 0.05 ? pick(random, ['0', '-1', '4294967296', '65', '1e99']) : digits,
      );
    case 5:
      return text.slice(0, from) + [...slice].reverse().join('') + text.slice(to);
    default: {
      const other = int(random, text.length + 1);
      return text.slice(0, other) + slice + text.slice(other);
    }
  }
}

function damageBytes(bytes: Uint8Array, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = int(random, copy.length + 1);
  switch (int(random, 5)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.min(copy.length, at + 1 + int(random, 200)))]);
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(int(random, copy.length + 1))]);
    case 3:
      return Buffer.concat([copy.subarray(0, at), Buffer.from(pick(random, NASTY)), copy.subarray(at)]);
    default:
      for (let n = 0; n <= int(random, 24); n += 1) copy[int(random, copy.length)] = int(random, 256);
      return copy;
  }
}

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const LIST = ['1', 'Rà soát hồ sơ, tài liệu', 'Văn phòng Sở', 'Sở Nội vụ', 'Trước 30/5/2025'] as const;
const sheetRow = (n: number, values: readonly string[]) =>
  `<row r="${n}">${values.map((value, i) => `<c r="${'ABCDE'[i] ?? 'F'}${n}" t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`;

/** A small workbook by its parts. */
export const workbookParts = (): ZipPart[] => [
  {
    name: 'xl/workbook.xml',
    content: `<workbook ${MAIN}><sheets><sheet name="Phụ lục" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  {
    name: 'xl/styles.xml',
    content: `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet ${MAIN}><sheetData>${sheetRow(1, ['KẾ HOẠCH'])}${sheetRow(2, HEADER)}${sheetRow(3, LIST)}<row r="4"><c r="A4"><v>2</v></c><c r="B4" t="inlineStr"><is><t>Báo cáo</t></is></c><c r="E4" s="1"><v>45807</v></c></row></sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="C3:C4"/></mergeCells></worksheet>`,
  },
];

const NUMBERED =
  '<w:p><w:pPr><w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A small Word file by its parts: a nested table, merged cells, numbering, styles, a footnote. */
const wordParts = (): ZipPart[] => [
  {
    name: 'word/document.xml',
    content: documentXml(
      [
        paragraph('KẾ HOẠCH'),
        paragraph('I. MỤC ĐÍCH'),
        table(
          row(
            `<w:tc>${table(texts(...HEADER), row(`<w:tc>${NUMBERED}</w:tc>`, ...LIST.slice(1).map((value) => cell(value))))}</w:tc>`,
          ),
        ),
        table(
          texts(...HEADER),
          row(cell('I. CHUNG', '<w:gridSpan w:val="5"/>')),
          texts(...LIST),
          row(cell('a)'), cell('B'), cell('', '<w:vMerge/>'), cell(''), cell('Tháng 6/2025')),
        ),
      ].join(''),
    ),
  },
  {
    name: 'word/styles.xml',
    content: `<w:styles ${W}><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="L"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
  },
  {
    name: 'word/numbering.xml',
    content: `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  },
  {
    name: 'word/footnotes.xml',
    content: `<w:footnotes ${W}><w:footnote w:id="1">${paragraph('Chú thích')}</w:footnote></w:footnotes>`,
  },
];

const lines = (delimiter: string) =>
  [HEADER, LIST, ['2', 'Báo cáo', 'Văn phòng', '', 'Tháng 6/2025']].map((values) => values.join(delimiter)).join('\n');
const TEXTS: readonly (readonly [string, string])[] = [
  ['a.txt', `KẾ HOẠCH\nTriển khai\n\n${lines('\t')}\n`],
  ['a.csv', lines(';')],
  ['a.md', `# KẾ HOẠCH\n\n| ${HEADER.join(' | ')} |\n|---|---|---|---|---|\n| ${LIST.join(' | ')} |\n`],
  [
    'b.txt',
    'KẾ HOẠCH\nII. NHIỆM VỤ\n1. Văn phòng Sở rà soát hồ sơ trước 30/5/2025. Sở Nội vụ báo cáo trong tháng 6/2025.\n',
  ],
];

export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The n-th broken file of a seed; `whole` are sound files to be damaged as they are (PDFs). */
export function brokenInput(seed: number, n: number, whole: readonly Input[]): Input {
  const random = randomFrom(Math.imul(seed, 1_000_003) + n);
  const times = 1 + int(random, 4);
  const repeat = <T>(value: T, damage: (value: T, random: Random) => T) => {
    let damaged = value;
    for (let i = 0; i < times; i += 1) damaged = damage(damaged, random);
    return damaged;
  };
  const kind = random();
  if (kind < 0.08 && whole.length > 0) {
    const { name, bytes } = whole[int(random, whole.length)] ?? { name: 'a.pdf', bytes: new Uint8Array() };
    return { name, bytes: repeat<Uint8Array>(bytes, damageBytes) };
  }
  if (kind < 0.3) {
    const [name, text] = TEXTS[int(random, TEXTS.length)] ?? ['a.txt', ''];
    const damaged = Buffer.from(repeat(text, damageText), 'utf8');
    return { name, bytes: random() < 0.2 ? damageBytes(damaged, random) : damaged };
  }
  const office = pick(random, [wordParts, wordParts, workbookParts]);
  const name = office === wordParts ? 'a.docx' : 'a.xlsx';
  if (kind < 0.45)
    return { name, bytes: repeat<Uint8Array>(random() < 0.3 ? appendix(LIST) : zip(office()), damageBytes) };
  const parts = office();
  const victim = int(random, parts.length);
  const damaged = parts.map((part, i) =>
    i === victim || random() < 0.1 ? { ...part, content: repeat(String(part.content), damageText) } : part,
  );
  return { name, bytes: zip(damaged) };
}

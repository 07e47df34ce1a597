import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** Tells another size in the directory than the content has. */
  readonly declared?: number;
  /** Tells another checksum. */
  readonly checksum?: number;
}

/** A zip of deflated parts, written by hand so that a spec can also write a false one. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, checksum } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum ?? crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? raw.length, 18);
    common.writeUInt16LE(label.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, packed);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 12);
    const central = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
    directory.push(central, common, entry.subarray(2, 16), label);
    offset += 4 + common.length + label.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const escape = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
export const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
/** A cell of a paragraph a line; `properties` go into its <w:tcPr>. */
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
export const texts = (...values: readonly string[]): string => row(...values.map((value) => cell(value)));

export const HEADER = [
  'STT',
  'Nội dung thực hiện',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời gian thực hiện',
] as const;

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACE} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;

/** A Word file with this body. */
export const word = (body: string): Buffer => zip([{ name: 'word/document.xml', content: documentXml(body) }]);

/** A Word file whose appendix has these rows, under the usual header. */
export const appendix = (...rows: readonly (readonly [string, string, string, string, string])[]): Buffer =>
  word(table(texts(...HEADER), ...rows.map((values) => texts(...values))));

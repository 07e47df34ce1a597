import { PlanDocumentError, type PlanDocumentErrorCode } from './errors.js';

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes, in words for the person who chose it; null where they say nothing. */
function knownKind(bytes: Uint8Array): string | null {
  const head = ascii(bytes, 0, 12);
  if (head.startsWith('\x89PNG')) return 'ảnh PNG';
  if (head.startsWith('\xff\xd8\xff')) return 'ảnh JPEG';
  if (head.startsWith('GIF8')) return 'ảnh GIF';
  if (head.startsWith('BM') && bytes.length > 26 && bytes[14] === 40) return 'ảnh BMP';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'ảnh TIFF';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'ảnh WebP';
  if (head.slice(4, 8) === 'ftyp') return 'ảnh hoặc phim';
  if (head.startsWith('{\\rtf')) return 'tệp RTF';
  if (head.startsWith('Rar!')) return 'tệp nén RAR';
  if (head.startsWith('7z\xbc\xaf')) return 'tệp nén 7z';
  if (head.startsWith('\x1f\x8b')) return 'tệp nén gzip';
  return null;
}

/** What a file is refused as whose name says Word or Excel and whose bytes do not. */
const MISTAKEN: Readonly<Record<string, PlanDocumentErrorCode>> = {
  docx: 'NOT_A_WORD_FILE',
  docm: 'NOT_A_WORD_FILE',
  xlsx: 'NOT_A_WORKBOOK',
  xlsm: 'NOT_A_WORKBOOK',
};
const OLE2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** A zip's closing record, within the last 64 KiB: a Word file whose beginning was damaged still has it. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-65_557);
  return tail.includes('PK\x05\x06', 0, 'latin1');
}

/** How a file is to be opened; an Office package shows only from inside whether it is Word's or Excel's. */
export type FileKind = 'package' | 'pdf' | 'csv' | 'text';

/** Chooses the reader by what the bytes are, never by the name alone. Throws where no reader can take them. */
export function kindOf(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new PlanDocumentError('EMPTY_FILE', { fileName });
  const head = ascii(bytes, 0, 8);
  if (head.startsWith('PK')) return 'package';
  if (head.startsWith('%PDF-')) return 'pdf';
  const extension = /\.([\p{L}\d]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (head === OLE2) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      'EncryptedPackage',
      0,
      'utf16le',
    );
    throw new PlanDocumentError(
      encrypted ? 'ENCRYPTED_FILE' : extension === 'xls' ? 'OLD_EXCEL_FILE' : 'OLD_WORD_FILE',
      { fileName },
    );
  }
  const kind = knownKind(bytes);
  const mistaken = MISTAKEN[extension];
  if (kind !== null) throw new PlanDocumentError(mistaken ?? 'UNKNOWN_FORMAT', { fileName, kind });
  if (mistaken !== undefined)
    throw new PlanDocumentError(endsAsZip(bytes) ? 'BROKEN_ZIP' : mistaken, { fileName, kind: null });
  if (extension === 'pdf') throw new PlanDocumentError('BROKEN_PDF', { fileName });
  if (extension === 'csv' || extension === 'tsv') return 'csv';
  if (extension === 'doc') throw new PlanDocumentError('OLD_WORD_FILE', { fileName });
  if (!['txt', 'text', 'md', 'markdown', ''].includes(extension))
    throw new PlanDocumentError('UNKNOWN_FORMAT', { fileName, kind: null });
  return 'text';
}

import { PlanDocumentError } from './errors.js';

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
  if (head.startsWith('%PDF')) return 'tệp PDF';
  if (head.startsWith('{\\rtf')) return 'tệp RTF';
  if (head.startsWith('Rar!')) return 'tệp nén RAR';
  if (head.startsWith('7z\xbc\xaf')) return 'tệp nén 7z';
  if (head.startsWith('\x1f\x8b')) return 'tệp nén gzip';
  return null;
}

const OLE2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** A zip's closing record, within the last 64 KiB: a Word file whose beginning was damaged still has it. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-65_557);
  return tail.includes('PK\x05\x06', 0, 'latin1');
}

/** Chooses the reader by what the bytes are, never by the name alone. Throws where neither reader can take them. */
export function formatOf(bytes: Uint8Array, fileName: string): 'docx' | 'text' {
  if (bytes.length === 0) throw new PlanDocumentError('EMPTY_FILE', { fileName });
  const head = ascii(bytes, 0, 8);
  if (head.startsWith('PK')) return 'docx';
  const extension = /\.([\p{L}\d]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (head === OLE2) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      'EncryptedPackage',
      0,
      'utf16le',
    );
    throw new PlanDocumentError(encrypted ? 'ENCRYPTED_FILE' : 'OLD_WORD_FILE', { fileName });
  }
  const kind = knownKind(bytes);
  const wordName = extension === 'docx' || extension === 'docm';
  if (kind !== null) throw new PlanDocumentError(wordName ? 'NOT_A_WORD_FILE' : 'UNKNOWN_FORMAT', { fileName, kind });
  if (wordName)
    throw new PlanDocumentError(endsAsZip(bytes) ? 'BROKEN_ZIP' : 'NOT_A_WORD_FILE', { fileName, kind: null });
  if (extension === 'doc') throw new PlanDocumentError('OLD_WORD_FILE', { fileName });
  if (!['txt', 'text', ''].includes(extension)) throw new PlanDocumentError('UNKNOWN_FORMAT', { fileName, kind: null });
  return 'text';
}

import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { PlanDocumentError } from '../errors.js';
import {
  MAX_DOCUMENT_XML_BYTES,
  MAX_RATIO,
  MAX_UNZIPPED_BYTES,
  MAX_ZIP_ENTRIES,
  RATIO_MATTERS_FROM,
} from '../limits.js';

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

function bomb(entry: Entry, total: number): boolean {
  const heavy =
    entry.uncompressedSize > RATIO_MATTERS_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
  return heavy || total > MAX_UNZIPPED_BYTES;
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let total = 0;
    let seen = 0;
    zip.on('entry', (entry: Entry) => {
      seen += 1;
      total += entry.uncompressedSize;
      if (seen > MAX_ZIP_ENTRIES || bomb(entry, total)) {
        reject(new PlanDocumentError('ZIP_BOMB', { entry: entry.fileName, bytes: entry.uncompressedSize }));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) {
      reject(new PlanDocumentError('ENCRYPTED_FILE', {}));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        // yauzl checks sizes and the deflate stream, not the checksum: a flipped bit in a stored part would pass.
        if (crc32(content) === entry.crc32) resolve(content);
        else reject(new Error('checksum'));
      });
    });
  });
}

/** An opened Office package (Word, Excel): the names of its parts, and their content one at a time. */
export interface OfficePackage {
  readonly names: ReadonlySet<string>;
  read(name: string): Promise<Buffer>;
}

/**
 * Opens a zip with bounds on entries, total size and ratio, all checked by the directory before anything is unpacked;
 * yauzl then holds every part to the size it declares.
 */
export async function openPackage(bytes: Uint8Array, fileName: string): Promise<OfficePackage> {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof PlanDocumentError) throw new PlanDocumentError(error.code, { ...error.data, fileName });
      throw new PlanDocumentError('BROKEN_ZIP', { fileName });
    }
  };
  const zip = await guard(open(bytes));
  const entries = await guard(listEntries(zip));
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new PlanDocumentError('NOT_A_WORD_FILE', { fileName, kind: null });
      if (entry.uncompressedSize > MAX_DOCUMENT_XML_BYTES) {
        throw new PlanDocumentError('TOO_LARGE', {
          fileName,
          bytes: entry.uncompressedSize,
          max: MAX_DOCUMENT_XML_BYTES,
        });
      }
      return guard(readEntry(zip, entry));
    },
  };
}

import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PlanDocumentError } from '../errors.js';
import { MAX_PDF_CPU_MS, MAX_PDF_PAGES, MAX_PDF_PIECES } from '../limits.js';
import { apply, multiply, type Matrix, type Page, type Piece } from './page.js';
import { rulingsOf, type OperatorNumbers, type Operators } from './rulings.js';

/** pdf.js is heavy: only a PDF loads it. Its worker runs in this thread, found by the name it leaves in the global scope. */
async function loadPdfJs(): Promise<typeof PdfJs> {
  const worker = 'pdfjs-dist/legacy/build/pdf.worker.mjs';
  await import(worker);
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function pieceOf(item: TextItem, viewport: Matrix): Piece | null {
  const text = item.str.normalize('NFC');
  const matrix = multiply(viewport, item.transform as unknown as Matrix);
  const [left, y] = apply(matrix, 0, 0);
  const size = Math.hypot(matrix[2], matrix[3]);
  // Text that runs up or down the page is a stamp or a watermark.
  const level = Math.abs(matrix[1]) <= Math.abs(matrix[0]) * 0.2 && matrix[0] > 0;
  if (text.trim() === '' || !level || ![left, y, size, item.width].every(Number.isFinite)) return null;
  return { text, left, right: left + item.width, y, size };
}

/** The pages of a PDF: pieces of text with their places, and the lines drawn. Nothing outside the file is ever fetched. */
export async function loadPages(bytes: Uint8Array, fileName: string): Promise<Page[]> {
  const pdfjs = await loadPdfJs();
  const since = process.cpuUsage();
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    stopAtErrors: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // No picture is looked at, so none is unpacked.
    maxImageSize: 1,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PDF_PAGES)
      throw new PlanDocumentError('TOO_LARGE', { fileName, pages: document.numPages, max: MAX_PDF_PAGES });
    const pages: Page[] = [];
    let count = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { transform, width, height } = page.getViewport({ scale: 1 });
      const viewport = transform as unknown as Matrix;
      const content = await page.getTextContent();
      count += content.items.length;
      if (count > MAX_PDF_PIECES || process.cpuUsage(since).user > MAX_PDF_CPU_MS * 1_000)
        throw new PlanDocumentError('TOO_LARGE', { fileName, pages: number, max: MAX_PDF_PAGES });
      const pieces = content.items.flatMap((item) => ('str' in item ? (pieceOf(item, viewport) ?? []) : []));
      const operators = (await page.getOperatorList()) as Operators;
      pages.push({
        number,
        width,
        height,
        pieces,
        ...rulingsOf(operators, pdfjs.OPS as unknown as OperatorNumbers, viewport),
      });
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof PlanDocumentError) throw error;
    const name = error instanceof Error ? error.name : '';
    throw new PlanDocumentError(name === 'PasswordException' ? 'ENCRYPTED_FILE' : 'BROKEN_PDF', { fileName });
  } finally {
    await task.destroy();
  }
}

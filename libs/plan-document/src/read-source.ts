import type { SourceFormat } from '@don-doc/domain';
import { readCsv } from './csv/read-csv.js';
import { readDocx } from './docx/read-docx.js';
import { PlanDocumentError } from './errors.js';
import { openPackage } from './package/zip.js';
import { readPdf } from './pdf/read-pdf.js';
import { kindOf } from './sniff.js';
import type { SourceBlock } from './source.js';
import { findMojibake } from './text/decode.js';
import { readText } from './text/read-text.js';
import { readXlsx, WORKBOOK } from './xlsx/read-xlsx.js';

export interface Source {
  readonly format: SourceFormat;
  /** Paragraphs and tables in the order of the document. */
  readonly blocks: readonly SourceBlock[];
}

/** Text typed in an old Vietnamese font reads as nonsense: refused, not stored. */
function refuseMojibake(blocks: readonly SourceBlock[], fileName: string): void {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  );
  const mojibake = findMojibake(lines.join('\n'));
  if (mojibake === null) return;
  const { sample } = mojibake;
  throw new PlanDocumentError('WRONG_ENCODING', {
    fileName,
    line: null,
    sample,
    suspect: 'phông TCVN3 (.VnTime), VNI',
  });
}

async function readPackage(bytes: Uint8Array, fileName: string): Promise<Source> {
  const pack = await openPackage(bytes, fileName);
  const workbook = pack.names.has(WORKBOOK);
  if (!workbook && /\.xls[xm]$/iu.test(fileName))
    throw new PlanDocumentError('NOT_A_WORKBOOK', { fileName, kind: null });
  return workbook
    ? { format: 'xlsx', blocks: await readXlsx(pack, fileName) }
    : { format: 'docx', blocks: await readDocx(pack, fileName) };
}

/** Opens a file by what its bytes are. @throws PlanDocumentError */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<Source> {
  const kind = kindOf(bytes, fileName);
  if (kind === 'text') return { format: kind, blocks: readText(bytes, fileName) };
  if (kind === 'csv') return { format: kind, blocks: readCsv(bytes, fileName) };
  const source: Source =
    kind === 'pdf' ? { format: kind, blocks: await readPdf(bytes, fileName) } : await readPackage(bytes, fileName);
  refuseMojibake(source.blocks, fileName);
  return source;
}

import { PlanDocumentError } from '../errors.js';
import type { SourceBlock } from '../source.js';
import { findMojibake } from '../text/decode.js';
import { DocumentWalker } from './walker.js';
import { walkXml } from './xml.js';
import { openPackage, type WordPackage } from './zip.js';

/** The main part as the package's relationships name it (OPC, ECMA-376 part 2); Word's own is word/document.xml. */
async function mainPart(pack: WordPackage, fileName: string): Promise<string> {
  if (pack.names.has('word/document.xml')) return 'word/document.xml';
  let target: string | undefined;
  walkXml(await pack.read('_rels/.rels'), fileName, {
    open(element) {
      if (element.attribute('Type')?.endsWith('/officeDocument')) target ??= element.attribute('Target');
    },
    text: () => undefined,
    close: () => undefined,
  });
  return (target ?? '').replace(/^\/+/u, '');
}

/** Reads a .docx into paragraphs and tables, in the order of the document. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<SourceBlock[]> {
  const pack = await openPackage(bytes, fileName);
  const xml = await pack.read(await mainPart(pack, fileName));
  const walker = new DocumentWalker(fileName);
  walkXml(xml, fileName, walker);
  if (!walker.rootSeen) throw new PlanDocumentError('NOT_A_WORD_FILE', { fileName, kind: null });
  const lines = walker.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  );
  const mojibake = findMojibake(lines.join('\n'));
  if (mojibake !== null) {
    const { sample } = mojibake;
    throw new PlanDocumentError('WRONG_ENCODING', {
      fileName,
      line: null,
      sample,
      suspect: 'phông TCVN3 (.VnTime), VNI',
    });
  }
  return walker.blocks;
}

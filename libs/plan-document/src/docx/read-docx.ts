import { PlanDocumentError } from '../errors.js';
import { readRelationships, refuseExternal } from '../package/relationships.js';
import { walkXml, type XmlHandler } from '../package/xml.js';
import type { OfficePackage } from '../package/zip.js';
import type { SourceBlock } from '../source.js';
import { Numbering } from './numbering.js';
import { StyleSheet } from './styles.js';
import { DocumentWalker, type WalkerParts } from './walker.js';

/** The main part as the package's relationships name it (OPC, ECMA-376 part 2); Word's own is word/document.xml. */
async function mainPart(pack: OfficePackage, fileName: string): Promise<string> {
  if (pack.names.has('word/document.xml')) return 'word/document.xml';
  const roots = await readRelationships(pack, '_rels/.rels', fileName);
  const target = roots.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  return (target ?? '').replace(/^\/+/u, '');
}

/** Reads a .docx into paragraphs and tables, in the order of the document; its notes come last. */
export async function readDocx(pack: OfficePackage, fileName: string): Promise<SourceBlock[]> {
  const main = await mainPart(pack, fileName);
  const xml = await pack.read(main);
  await refuseExternal(pack, fileName);

  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const walkPart = async (name: string, handler: XmlHandler) => {
    if (pack.names.has(`${folder}${name}`)) walkXml(await pack.read(`${folder}${name}`), fileName, handler);
  };
  const styles = new StyleSheet();
  const numbering = new Numbering();
  await walkPart('styles.xml', styles);
  await walkPart('numbering.xml', numbering);

  const walkerFor = (root: WalkerParts['root']) => new DocumentWalker(fileName, { styles, numbering, root });
  const walker = walkerFor('document');
  walkXml(xml, fileName, walker);
  if (!walker.rootSeen) throw new PlanDocumentError('NOT_A_WORD_FILE', { fileName, kind: null });
  const notes = [walkerFor('footnotes'), walkerFor('endnotes')] as const;
  await walkPart('footnotes.xml', notes[0]);
  await walkPart('endnotes.xml', notes[1]);
  return [walker, ...notes].flatMap((part) => part.blocks);
}

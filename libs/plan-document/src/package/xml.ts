import { SaxesParser } from 'saxes';
import { PlanDocumentError } from '../errors.js';
import { MAX_DEPTH } from '../limits.js';

export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  attribute(local: string): string | undefined;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  text(text: string): void;
  close(): void;
}

/**
 * Walks an XML part. No document type is accepted, so no entity can be declared, let alone expanded or fetched; nesting
 * is bounded.
 */
export function walkXml(xml: Buffer, fileName: string, handler: XmlHandler): void {
  let decoded: string;
  try {
    const encoding =
      xml[0] === 0xff && xml[1] === 0xfe ? 'utf-16le' : xml[0] === 0xfe && xml[1] === 0xff ? 'utf-16be' : 'utf-8';
    decoded = new TextDecoder(encoding, { fatal: true }).decode(xml);
  } catch {
    throw new PlanDocumentError('BROKEN_XML', { fileName });
  }
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new PlanDocumentError('UNSAFE_XML', { fileName });
  });
  parser.on('error', () => {
    throw new PlanDocumentError('BROKEN_XML', { fileName });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new PlanDocumentError('UNSAFE_XML', { fileName });
    handler.open({
      uri: tag.uri,
      local: tag.local,
      attribute: (local) => Object.values(tag.attributes).find((attribute) => attribute.local === local)?.value,
    });
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', () => {
    depth -= 1;
    handler.close();
  });
  parser.write(decoded).close();
}

import { PlanDocumentError } from '../errors.js';
import { walkXml } from './xml.js';
import type { OfficePackage } from './zip.js';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of one part file (`_rels/.rels`, `word/_rels/document.xml.rels`), none where it is missing. */
export async function readRelationships(pack: OfficePackage, name: string, fileName: string): Promise<Relationship[]> {
  if (!pack.names.has(name)) return [];
  const found: Relationship[] = [];
  walkXml(await pack.read(name), fileName, {
    open(element) {
      if (element.local !== 'Relationship') return;
      found.push({
        id: element.attribute('Id') ?? '',
        type: element.attribute('Type') ?? '',
        target: element.attribute('Target') ?? '',
        external: element.attribute('TargetMode') === 'External',
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

/** A path a document keeps of its own template or source is never opened; an address on the network is refused. */
const NETWORK = /^(?:[a-z][a-z0-9+.-]+:(?!\/\/\/)\/\/|\\\\|\/\/)/iu;

/**
 * Refuses a document that would have its reader fetch something: a template, a picture, an object or a table from the
 * network. Nothing is ever fetched here; a file that asks for it is not passed on either. Links to click are no such thing.
 * @throws PlanDocumentError EXTERNAL_REFERENCE
 */
export async function refuseExternal(pack: OfficePackage, fileName: string): Promise<void> {
  for (const name of pack.names) {
    if (!name.endsWith('.rels')) continue;
    for (const { type, target, external } of await readRelationships(pack, name, fileName)) {
      if (external && !type.endsWith('/hyperlink') && NETWORK.test(target))
        throw new PlanDocumentError('EXTERNAL_REFERENCE', { fileName, target: target.slice(0, 120) });
    }
  }
}

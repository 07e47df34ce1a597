import { PlanDocumentError } from '../errors.js';
import { readRelationships, refuseExternal } from '../package/relationships.js';
import { walkXml, type XmlHandler } from '../package/xml.js';
import type { OfficePackage } from '../package/zip.js';
import type { SourceBlock } from '../source.js';
import { CellFormats } from './cell-formats.js';
import { SharedStrings } from './shared-strings.js';
import { SheetWalker } from './sheet.js';

export const WORKBOOK = 'xl/workbook.xml';

interface Workbook {
  readonly sheets: readonly { name: string; id: string }[];
  readonly epoch1904: boolean;
}

async function readWorkbook(pack: OfficePackage, fileName: string): Promise<Workbook> {
  const sheets: { name: string; id: string }[] = [];
  let epoch1904 = false;
  let isWorkbook = false;
  walkXml(await pack.read(WORKBOOK), fileName, {
    open(element) {
      if (element.local === 'workbook') isWorkbook = true;
      else if (element.local === 'workbookPr') epoch1904 = /^(?:1|true)$/u.test(element.attribute('date1904') ?? '');
      // A sheet that is hidden holds lists for the others; nobody who reads the plan sees it.
      else if (element.local === 'sheet' && !/idden/u.test(element.attribute('state') ?? ''))
        sheets.push({ name: element.attribute('name') ?? '', id: element.attribute('id') ?? '' });
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (!isWorkbook) throw new PlanDocumentError('NOT_A_WORKBOOK', { fileName, kind: null });
  return { sheets, epoch1904 };
}

/** Reads a .xlsx: every sheet that shows is a table, its values as the sheet shows them. Rows hidden by a filter are read. */
export async function readXlsx(pack: OfficePackage, fileName: string): Promise<SourceBlock[]> {
  await refuseExternal(pack, fileName);
  const { sheets, epoch1904 } = await readWorkbook(pack, fileName);
  const relationships = await readRelationships(pack, 'xl/_rels/workbook.xml.rels', fileName);
  const walkPart = async (name: string, handler: XmlHandler) => {
    if (pack.names.has(name)) walkXml(await pack.read(name), fileName, handler);
  };
  const strings = new SharedStrings();
  const formats = new CellFormats();
  await walkPart('xl/sharedStrings.xml', strings);
  await walkPart('xl/styles.xml', formats);

  const blocks: SourceBlock[] = [];
  for (const { name, id } of sheets) {
    const target = relationships.find((relationship) => relationship.id === id)?.target ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (!pack.names.has(part)) continue;
    const table = blocks.length + 1;
    const walker = new SheetWalker({ fileName, sheet: name, table, strings: strings.texts, formats, epoch1904 });
    walkXml(await pack.read(part), fileName, walker);
    const rows = walker.finish();
    if (rows.length > 0) blocks.push({ kind: 'table', index: table, sheet: name, rows });
  }
  return blocks;
}

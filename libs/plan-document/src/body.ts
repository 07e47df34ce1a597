import type { BodyItem, Quoted } from '@don-doc/domain';
import { continues, quote } from './head.js';
import type { SourceParagraph } from './source.js';

interface OpenItem {
  readonly no: string;
  heading: string | null;
  readonly paragraphs: Quoted[];
}

const SECTION = /^(?<no>[IVXLC]+)\s*[.)]\s+(?<text>.+)$/u;
const ITEM = /^(?<no>\d+(?:\.\d+)*)\s*[.)]\s+(?<text>.+)$/u;

/** Lines cut within a sentence, as one, with a place each. */
function mendBreaks(lines: readonly SourceParagraph[]): Quoted[] {
  const whole: Quoted[] = [];
  for (const line of lines) {
    const last = whole[whole.length - 1];
    if (last !== undefined && continues(last.text, line.text)) {
      whole[whole.length - 1] = { text: `${last.text} ${line.text}`, places: [...last.places, line.place] };
    } else whole.push(quote(line));
  }
  return whole;
}

/** A short line without an end is a heading ("1. Mục đích"); anything else is the item's own words. */
const isHeading = (text: string) => text.length <= 80 && !/[.;:,]$/u.test(text);

/**
 * The body's items by their numbers: sections "I", items "II.7". A note in parentheses and the closing "Trên đây là …"
 * belong to the section, not to the item above them.
 */
export function readBody(lines: readonly SourceParagraph[]): BodyItem[] {
  const items: OpenItem[] = [];
  let section: OpenItem | null = null;
  let current: OpenItem = { no: '', heading: null, paragraphs: [] };
  items.push(current);
  for (const paragraph of mendBreaks(lines)) {
    const asSection = SECTION.exec(paragraph.text)?.groups;
    const asItem = asSection ? undefined : ITEM.exec(paragraph.text)?.groups;
    const groups = asSection ?? asItem;
    if (groups) {
      const text = (groups['text'] ?? '').trim();
      const no: string = asSection || section === null ? (groups['no'] ?? '') : `${section.no}.${groups['no'] ?? ''}`;
      const heading = asSection !== undefined || isHeading(text);
      current = { no, heading: heading ? text : null, paragraphs: heading ? [] : [{ ...paragraph, text }] };
      items.push(current);
      if (asSection) section = current;
    } else if (section !== null && /^(?:\(.*\)|Trên đây .*)$/su.test(paragraph.text))
      section.paragraphs.push(paragraph);
    else current.paragraphs.push(paragraph);
  }
  return items.filter((item) => item.no !== '' || item.paragraphs.length > 0);
}

import { PlanDocumentError } from '../errors.js';

/** Letters that Unicode gives to Vietnamese alone, or nearly: every Vietnamese text is full of them. */
const VIETNAMESE = /[\u1ea0-\u1ef9đĐăĂơƠưƯ]/gu;
const BEYOND_ASCII = /[^\p{ASCII}\s–—‘’“”…•·]/gu;
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function decodeWith(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The 1-based line of the first byte sequence that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    if (decodeWith('utf-8', bytes.subarray(start, i)) === null) return line;
    line += 1;
    start = i + 1;
  }
  return line;
}

/**
 * Where a text first shows letters of an old Vietnamese font (TCVN3, VNI) or of a wrong decoding: stored, it would be
 * nonsense. Such a text has many letters beyond ASCII and hardly any that is Vietnamese. Null for a sound text.
 */
export function findMojibake(text: string): { readonly line: number; readonly sample: string } | null {
  const composed = text.normalize('NFC');
  const broken = count(composed, /\ufffd/gu);
  const foreign = count(composed, BEYOND_ASCII);
  if (broken === 0 && (foreign < 20 || count(composed, VIETNAMESE) >= foreign * 0.15)) return null;
  const bad = broken > 0 ? /\ufffd/u : new RegExp(BEYOND_ASCII.source, 'u');
  const lines = composed.split('\n');
  const at = lines.findIndex((line) => bad.test(line));
  return { line: at + 1, sample: (lines[at] ?? '').trim().slice(0, 40) };
}

/** UTF-8 (with or without BOM) or UTF-16 with BOM, strictly; anything else is refused and never guessed. */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const text = decodeWith(utf16 ?? 'utf-8', bytes);
  if (utf16 === null && bytes.includes(0)) {
    throw new PlanDocumentError('WRONG_ENCODING', { fileName, line: null, suspect: 'UTF-16 thiếu dấu nhận dạng' });
  }
  if (text === null) {
    const line = utf16 === null ? firstBadLine(bytes) : null;
    throw new PlanDocumentError('WRONG_ENCODING', { fileName, line, suspect: 'TCVN3 (ABC), VNI hoặc Windows-1258' });
  }
  const mojibake = findMojibake(text);
  if (mojibake !== null)
    throw new PlanDocumentError('WRONG_ENCODING', { fileName, ...mojibake, suspect: 'TCVN3 (ABC), VNI' });
  return text;
}

/** A number as an appendix prints it before a row. */
export type PrintedNumber =
  | { readonly kind: 'none' }
  /** "1", "1.", "01", "1.1", "2.1.a" */
  | { readonly kind: 'full'; readonly no: string }
  /** "a)" under the row above that has a full number */
  | { readonly kind: 'letter'; readonly no: string }
  /** "I", "A": of a heading, or of a task where lead and time stand beside it */
  | { readonly kind: 'roman' | 'capital'; readonly no: string }
  /** "-", "+": a row without a number of its own */
  | { readonly kind: 'bullet' }
  | { readonly kind: 'other'; readonly no: string };

export function readNumber(text: string): PrintedNumber {
  const bare = text
    .replace(/\s+/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/[.)/:]+$/u, '');
  if (bare === '') return text.trim() === '' ? { kind: 'none' } : { kind: 'bullet' };
  if (/^[-–—+*•]+$/u.test(bare)) return { kind: 'bullet' };
  if (/^\d{1,6}(?:\.(?:\d{1,6}|[a-zđ]))*$/u.test(bare))
    return { kind: 'full', no: bare.replace(/\d+/gu, (digits) => String(Number(digits))) };
  if (/^[a-zđ]$/u.test(bare)) return { kind: 'letter', no: bare };
  // C, D, L stand for letters: no appendix has a hundred headings.
  if (/^[IVX]+$/u.test(bare)) return { kind: 'roman', no: bare };
  if (/^[A-ZĐ]$/u.test(bare)) return { kind: 'capital', no: bare };
  return { kind: 'other', no: bare };
}

/** "1", "a)", "II": not a bullet, nor words that happen to stand under "STT". */
export const isLabel = ({ kind }: PrintedNumber): boolean =>
  kind === 'full' || kind === 'letter' || kind === 'roman' || kind === 'capital';

/** "I. NHIỆM VỤ CHUNG", "a) Rà soát": the number a text carries itself. A small letter is none of a heading's. */
export function headingNumber(text: string): PrintedNumber {
  const bare = text.replace(/^(?:phần|mục) /iu, '');
  const label = /^(?:(?<head>[IVX]+|[A-ZĐ]|\d{1,3})\s*[.):–-]|(?<letter>[a-zđ])\s*[.)])\s*\S/u.exec(bare)?.groups;
  return readNumber(label?.['head'] ?? label?.['letter'] ?? '');
}

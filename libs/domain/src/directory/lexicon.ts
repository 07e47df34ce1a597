import { foldCase, foldMarks } from '../draft/fold.js';
import type { UnitLexicon, UnitRef } from '../draft/types.js';

type Entry = UnitLexicon['entries'][number];

/** Words that may trail a unit's name without naming another one. */
const QUALIFIERS = [/\s+theo quy định(?: hiện hành)?$/u, /\s*\(nếu có\)$/u, /\s+có liên quan$/u, /\s+liên quan$/u];
const OUTER_AND_INNER = /^(?<outer>[^()]+)\((?<inner>[^()]+)\)[.;,\s]*$/u;

function strip(text: string): string {
  let name = foldCase(text)
    .replace(/\s+([.,;:)])/gu, '$1')
    .replace(/([(])\s+/gu, '$1');
  name = name.replace(/^(?:[-–•+*]\s*)+/u, '').replace(/[.,;:\s]+$/u, '');
  return name.replace(/\s*\(/gu, ' (').trim();
}

/** The name as written, then with trailing qualifiers taken off, one after another. */
function candidates(text: string): string[] {
  const names = [strip(text)];
  for (let changed = true; changed;) {
    const last = names[names.length - 1] ?? '';
    const shorter = QUALIFIERS.map((pattern) => strip(last.replace(pattern, ''))).find((name) => name !== last);
    changed = shorter !== undefined && shorter !== '';
    if (changed && shorter !== undefined) names.push(shorter);
  }
  return names;
}

interface Index {
  readonly byName: ReadonlyMap<string, Entry>;
  /** Without diacritics; null where two entries would share the name. */
  readonly byLetters: ReadonlyMap<string, Entry | null>;
}

const indexes = new WeakMap<UnitLexicon, Index>();

/** Built once a directory: a plan of a thousand rows asks for it thousands of times. */
function indexOf(lexicon: UnitLexicon): Index {
  const known = indexes.get(lexicon);
  if (known !== undefined) return known;
  const byName = new Map<string, Entry>();
  const byLetters = new Map<string, Entry | null>();
  for (const entry of lexicon.entries) {
    for (const name of [entry.name, ...entry.aliases]) {
      const key = strip(name);
      if (!byName.has(key)) byName.set(key, entry);
      const letters = foldMarks(key);
      const known = byLetters.get(letters);
      byLetters.set(letters, known === undefined || known?.code === entry.code ? entry : null);
    }
  }
  const index = { byName, byLetters };
  indexes.set(lexicon, index);
  return index;
}

function lookUp(text: string, index: Index): Entry | null {
  for (const name of candidates(text)) {
    const entry = index.byName.get(name) ?? index.byLetters.get(foldMarks(name));
    if (entry) return entry;
  }
  return null;
}

const refOf = (entry: Entry, text: string): UnitRef => ({ kind: entry.kind, code: entry.code, text });

/**
 * "X (Y)" where both are known: within the agency itself the part in parentheses is who is meant ("Sở Tư pháp (Văn
 * phòng Sở)"); of another body both are ("Sở Nội vụ (Trung tâm Lưu trữ lịch sử)"), so that neither is left out.
 */
function resolveOne(text: string, index: Index): UnitRef[] {
  const whole = lookUp(text, index);
  if (whole) return [refOf(whole, text)];
  const parts = OUTER_AND_INNER.exec(text)?.groups;
  if (!parts) return [];
  const [outerText, innerText] = [parts['outer']?.trim() ?? '', parts['inner']?.trim() ?? ''];
  const outer = lookUp(outerText, index);
  const inner = lookUp(innerText, index);
  if (!outer || !inner) return [];
  return outer.kind === 'agency' ? [refOf(inner, text)] : [refOf(outer, outerText), refOf(inner, innerText)];
}

/** Splits at a separator that is not inside parentheses. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part]
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter((piece) => /[\p{L}\d]/u.test(piece));
}

function resolvePart(part: string, index: Index): UnitRef[] {
  const refs = resolveOne(part, index);
  if (refs.length > 0) return refs;
  // A comma or "và" stands inside many names ("Các phòng, đơn vị thuộc Sở"), so it separates only where every piece is
  // known; the comma alone is tried first ("Văn phòng Sở, Sở Khoa học và Công nghệ").
  for (const text of [part, part.replace(/\s+và\s+/gu, ' , ')]) {
    const pieces = splitOutside(text, /,/u).map((piece) => resolveOne(piece, index));
    if (pieces.length > 1 && pieces.every((found) => found.length > 0)) return pieces.flat();
  }
  return [{ kind: 'unknown', text: part }];
}

/**
 * The units that a cell names, in its order, each once. Case, spacing and missing diacritics are folded; what the
 * lexicon does not know comes back as `unknown` with the words as written, never as a near match.
 */
export function resolveUnits(text: string, lexicon: UnitLexicon): UnitRef[] {
  const index = indexOf(lexicon);
  // The cell of a page-broken table may hold its lines apart, so a line break separates only where every line is known.
  const lines = text.split('\n');
  const wholeLines =
    lines.length > 1 && lines.every((line) => splitOutside(line, /;/u).every((p) => resolveOne(p, index).length > 0));
  const joined = wholeLines ? lines.join(';') : lines.join(' ');
  const seen = new Set<string>();
  return splitOutside(joined.normalize('NFC'), /;/u)
    .flatMap((part) => resolvePart(part, index))
    .filter((ref) => {
      const key = ref.kind === 'unknown' ? `?${foldCase(ref.text)}` : ref.code;
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
}

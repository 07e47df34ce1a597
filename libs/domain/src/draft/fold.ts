/** Marks of Vietnamese writing, as Unicode decomposes them. */
const TONES = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** NFC, no invisible characters, every run of white space (no-break spaces too) as one space, trimmed. */
export function foldSpaces(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** foldSpaces, and lower case: equal for two spellings that differ in nothing a reader hears. */
export function foldCase(text: string): string {
  return foldSpaces(text).toLowerCase();
}

/** foldCase without any diacritic, "đ" as "d": for finding, never for deciding between two readings. */
export function foldMarks(text: string): string {
  return foldCase(text).replace(/đ/gu, 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of a text, folded in case and spacing, punctuation dropped. */
export function wordsOf(text: string): string[] {
  return foldCase(text).match(/[\p{L}\d]+/gu) ?? [];
}

interface Spelling {
  readonly letters: string;
  readonly vowelMarks: readonly string[];
  readonly tone: string;
}

function spell(word: string): Spelling {
  let letters = '';
  let tone = '';
  const vowelMarks: string[] = [];
  for (const char of word.toLowerCase().normalize('NFD')) {
    if (TONES.has(char)) tone = char;
    else if (/\p{M}/u.test(char) && vowelMarks.length > 0) vowelMarks[vowelMarks.length - 1] += char;
    else {
      letters += char === 'đ' ? 'd' : char;
      vowelMarks.push(char === 'đ' ? 'đ' : '');
    }
  }
  return { letters, vowelMarks, tone };
}

/**
 * Compares a written word with an expected one. The place of the tone ("hoà", "hòa") does not matter; missing marks
 * ("truoc", "trươc" for "trước") are told; a mark that contradicts ("ngày" for "ngay") is another word.
 */
export function compareWord(written: string, expected: string): 'same' | 'fewer-marks' | 'other' {
  const a = spell(written);
  const b = spell(expected);
  if (a.letters !== b.letters) return 'other';
  const sameTone = a.tone === b.tone;
  const sameVowels = a.vowelMarks.every((mark, i) => mark === b.vowelMarks[i]);
  if (sameTone && sameVowels) return 'same';
  const fewerTone = sameTone || a.tone === '';
  const fewerVowels = a.vowelMarks.every((mark, i) => mark === '' || mark === b.vowelMarks[i]);
  return fewerTone && fewerVowels ? 'fewer-marks' : 'other';
}

import type { Piece } from './page.js';

/** Words on one baseline, as far as no wide gap parts them. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Something else stands beside it on the baseline. */
  readonly beside: boolean;
}

/** Between words there is less; a wider gap parts two columns. */
const GAP = 2;

function toLine(pieces: readonly Piece[], beside: boolean): Line {
  let text = '';
  let end = Infinity;
  for (const piece of pieces) {
    const apart = piece.left - end > piece.size * 0.12 && !/\s$/u.test(text) && !/^\s/u.test(piece.text);
    text += `${apart ? ' ' : ''}${piece.text}`;
    end = piece.right;
  }
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const size = Math.max(...pieces.map((piece) => piece.size));
  return { text: text.replace(/\s+/gu, ' ').trim(), left, right, y: pieces[0]?.y ?? 0, size, beside };
}

/** Pieces as lines, from top to bottom and left to right; `gap` in letter heights parts a line. */
export function linesOf(pieces: readonly Piece[], gap = GAP): Line[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.left - b.left);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows[rows.length - 1];
    if (row && Math.abs(piece.y - (row[0]?.y ?? 0)) <= piece.size * 0.4) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const parts: Piece[][] = [];
    for (const piece of row.sort((a, b) => a.left - b.left)) {
      const part = parts[parts.length - 1];
      const last = part?.[part.length - 1];
      if (part && last && piece.left - last.right <= piece.size * gap) part.push(piece);
      else parts.push([piece]);
    }
    return parts.map((part) => toLine(part, parts.length > 1));
  });
}

/** What a line may fill: text centred in it leaves room on both sides. */
export interface Box {
  readonly left: number;
  readonly right: number;
}

/** True where a line was broken only because the next word did not fit, or within a sentence: then both are of one paragraph. */
function runsOn(line: Line, next: Line, box: Box): boolean {
  if (line.beside || next.beside || next.y - line.y > line.size * 2.4) return false;
  if (/^\p{Ll}/u.test(next.text) && !/[.;:]$/u.test(line.text)) return true;
  const word = next.text.split(' ', 1)[0] ?? '';
  const wide = line.size * 0.25 + ((next.right - next.left) * word.length) / Math.max(next.text.length, 1);
  const padding = line.size * 0.5;
  return line.right + wide > box.right - padding || line.right - line.left + wide > box.right - box.left - 2 * padding;
}

export interface Paragraph {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

/** Lines as paragraphs within the box they fill. */
export function paragraphsOf(lines: readonly Line[], box: Box): Paragraph[] {
  const paragraphs: { text: string; y: number; size: number }[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const open = paragraphs[paragraphs.length - 1];
    if (open && last && runsOn(last, line, box)) {
      // "02/CT-" and "UBND" were one word.
      open.text += /\S[-/]$/u.test(open.text) ? line.text : ` ${line.text}`;
    } else paragraphs.push({ text: line.text, y: line.y, size: line.size });
    last = line;
  }
  return paragraphs;
}

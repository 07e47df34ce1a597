import { meaningOf } from '../appendix/meanings.js';
import { readNumber } from '../appendix/numbers.js';
import { linesOf, paragraphsOf, type Line } from './lines.js';
import type { Piece } from './page.js';

export interface LooseTable {
  readonly above: readonly Piece[];
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly Piece[];
}

/** Columns of a table without lines stand this far apart, in letter heights. */
const GAP = 0.8;

interface Column {
  readonly left: number;
  readonly right: number;
}

/** The baseline whose words name a number, a content and a time: the header of a table without lines. */
function headerOf(lines: readonly Line[]): readonly Line[] | null {
  const baselines = new Map<number, Line[]>();
  for (const line of lines) baselines.set(line.y, [...(baselines.get(line.y) ?? []), line]);
  for (const header of baselines.values()) {
    const keys = header.map(({ text }) => meaningOf(text));
    if (keys[0] === 'no' && keys.includes('content') && keys.includes('time')) return header;
  }
  return null;
}

/** The widest stretch between two headings that no word below them covers. */
function riverBetween(from: Line, to: Line, lines: readonly Line[]): number {
  const [low, high] = [(from.left + from.right) / 2, (to.left + to.right) / 2];
  const covered = lines.filter((line) => line.right > low && line.left < high).sort((a, b) => a.left - b.left);
  let [end, best, at] = [low, 0, (from.right + to.left) / 2];
  for (const { left, right } of [...covered, { left: high, right: high }]) {
    if (left - end > best) [best, at] = [left - end, (left + end) / 2];
    end = Math.max(end, right);
  }
  return at;
}

/** A table whose columns are told apart only by the space between them; null where the page has none. */
export function looseTable(pieces: readonly Piece[]): LooseTable | null {
  const lines = linesOf(pieces, GAP);
  const header = headerOf(lines);
  if (header === null) return null;
  const top = header[0]?.y ?? 0;
  const under = lines.filter((line) => line.y > top);
  const edges = header.slice(1).map((line, i) => riverBetween(header[i] ?? line, line, under));
  const columns = header.map((_, i): Column => ({ left: edges[i - 1] ?? -Infinity, right: edges[i] ?? Infinity }));
  const columnAt = ({ left, right }: { left: number; right: number }) =>
    columns.findIndex((column) => (left + right) / 2 < column.right);

  const size = header[0]?.size ?? 10;
  const body = linesOf(
    pieces.filter((piece) => piece.y >= top - size * 0.3),
    GAP,
  );
  const rows: Line[][] = [[]];
  let headed = false;
  for (const line of body) {
    const starts = columnAt(line) === 0 && readNumber(line.text).kind === 'full';
    headed ||= starts;
    if (starts) rows.push([]);
    // A cell's first line may stand a hair above its number's.
    rows[rows.length - 1]?.push(line);
  }
  if (!headed) return null;
  const texts = rows.map((row) =>
    columns.map((column, i) => {
      const own = row.filter((line) => columnAt(line) === i).map((line) => ({ ...line, beside: false }));
      const box = {
        left: Math.max(column.left, Math.min(...own.map((line) => line.left))),
        right: Math.min(column.right, Math.max(...own.map((line) => line.right)) + size),
      };
      return paragraphsOf(own, box)
        .map(({ text }) => text)
        .join('\n');
    }),
  );
  return { above: pieces.filter((piece) => piece.y < top - size * 0.3), rows: texts, below: [] };
}

import type { Page, Ruling } from './page.js';

/** A cell of a ruled table: its box, and where it lies on the table's grid. */
export interface GridCell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly rowCount: number;
  readonly cells: readonly GridCell[];
}

/** Lines nearer than this are one line; ends nearer than this meet. */
const NEAR = 3;
/** More lines than any page of tables has. */
const MAX_LINES = 1_500;

/** Pieces of one line as one: a table's border is drawn cell by cell. */
function join(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from);
  const groups: Ruling[][] = [];
  for (const ruling of sorted) {
    const group = groups[groups.length - 1];
    if (group && ruling.at - (group[0]?.at ?? 0) <= NEAR) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, one) => sum + one.at, 0) / group.length;
    const joined: { at: number; from: number; to: number }[] = [];
    for (const { from, to } of [...group].sort((a, b) => a.from - b.from)) {
      const last = joined[joined.length - 1];
      if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to);
      else joined.push({ at, from, to });
    }
    return joined;
  });
}

const crosses = (h: Ruling, v: Ruling) =>
  h.from - NEAR <= v.at && v.at <= h.to + NEAR && v.from - NEAR <= h.at && h.at <= v.to + NEAR;

/** Sets of lines that hang together. */
function components(horizontals: readonly Ruling[], verticals: readonly Ruling[]) {
  const left = new Set([...horizontals.keys()]);
  const found: { horizontals: Ruling[]; verticals: Ruling[] }[] = [];
  const freeVerticals = new Set([...verticals.keys()]);
  for (const start of horizontals.keys()) {
    if (!left.delete(start)) continue;
    const own = { horizontals: [] as Ruling[], verticals: [] as Ruling[] };
    const queue = [start];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const h = horizontals[next];
      if (!h) continue;
      own.horizontals.push(h);
      for (const i of freeVerticals) {
        const v = verticals[i];
        if (!v || !crosses(h, v)) continue;
        freeVerticals.delete(i);
        own.verticals.push(v);
        for (const j of left) {
          const other = horizontals[j];
          if (other && crosses(other, v)) {
            left.delete(j);
            queue.push(j);
          }
        }
      }
    }
    found.push(own);
  }
  return found;
}

const positions = (rulings: readonly Ruling[]): number[] => {
  const sorted = rulings.map((ruling) => ruling.at).sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - (sorted[i - 1] ?? 0) > NEAR);
};

const drawn = (rulings: readonly Ruling[], at: number, across: number) =>
  rulings.some((r) => Math.abs(r.at - at) <= NEAR && r.from <= across && across <= r.to);

/** Grows each free square of the grid to the right, then down, as far as no line parts it. */
function cellsOf(horizontals: readonly Ruling[], verticals: readonly Ruling[]): Grid | null {
  const xs = positions(verticals);
  const ys = positions(horizontals);
  if (xs.length < 3 || ys.length < 2) return null;
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  const [x, y] = [(i: number) => xs[i] ?? 0, (i: number) => ys[i] ?? 0];
  const [middleX, middleY] = [(i: number) => (x(i) + x(i + 1)) / 2, (i: number) => (y(i) + y(i + 1)) / 2];
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken.has(`${row} ${column}`)) continue;
      let [columns, rows] = [1, 1];
      while (column + columns < xs.length - 1 && !drawn(verticals, x(column + columns), middleY(row))) columns += 1;
      while (row + rows < ys.length - 1 && !drawn(horizontals, y(row + rows), middleX(column))) rows += 1;
      for (let r = row; r < row + rows; r += 1)
        for (let c = column; c < column + columns; c += 1) taken.add(`${r} ${c}`);
      const box = { left: x(column), right: x(column + columns), top: y(row), bottom: y(row + rows) };
      cells.push({ ...box, row, column, rows, columns });
    }
  }
  return { top: y(0), bottom: y(ys.length - 1), rowCount: ys.length - 1, cells };
}

/** The ruled tables of a page, from top to bottom. */
export function gridsOf({ horizontals, verticals }: Page): Grid[] {
  const [h, v] = [join(horizontals), join(verticals)];
  if (h.length > MAX_LINES || v.length > MAX_LINES) return [];
  return components(h, v)
    .flatMap((part) => cellsOf(part.horizontals, part.verticals) ?? [])
    .sort((a, b) => a.top - b.top);
}

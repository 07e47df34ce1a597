import type { Ruling } from './page.js';
import { apply, multiply, type Matrix } from './page.js';

/** What the page draws, as pdf.js lists it: operator numbers and their arguments. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
/** The numbers of the operators that matter here. */
export interface OperatorNumbers {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly constructPath: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

/** A line of a table is drawn as a line, or as a rectangle no thicker than this. */
const THICK = 3;
const STRAIGHT = 1;
/** Shorter strokes are letters, ticks or dots. */
const SHORT = 5;
/** A drawing with more lines than any table is no table. */
const MAX_RULINGS = 20_000;
const MAX_NESTING = 200;

type Point = readonly [number, number];

/** Sub-paths of a path as pdf.js packs it: 0 move, 1 line, 2 cubic, 3 quadratic curve, 4 close. */
function subPaths(data: ArrayLike<number>): Point[][] {
  const paths: Point[][] = [];
  const sizes: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
  for (let i = 0; i < data.length;) {
    const op = data[i] ?? 4;
    const size = sizes[op];
    if (size === undefined) return paths;
    const point: Point = [data[i + size - 1] ?? 0, data[i + size] ?? 0];
    const current = paths[paths.length - 1];
    if (op === 0) paths.push([point]);
    else if (op === 4) {
      const first = current?.[0];
      if (first) current.push(first);
    } else current?.push(point);
    i += size + 1;
  }
  return paths;
}

/** The straight horizontal and vertical lines that a page draws. */
export function rulingsOf(operators: Operators, ops: OperatorNumbers, viewport: Matrix) {
  const horizontals: Ruling[] = [];
  const verticals: Ruling[] = [];
  const strokes = new Set([ops.stroke, ops.closeStroke]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const both = new Set([ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
  const add = (to: Ruling[], at: number, a: number, b: number) => {
    if (Math.abs(a - b) >= SHORT && to.length < MAX_RULINGS) to.push({ at, from: Math.min(a, b), to: Math.max(a, b) });
  };
  const addSegment = ([x0, y0]: Point, [x1, y1]: Point) => {
    if (Math.abs(y0 - y1) < STRAIGHT) add(horizontals, (y0 + y1) / 2, x0, x1);
    else if (Math.abs(x0 - x1) < STRAIGHT) add(verticals, (x0 + x1) / 2, y0, y1);
  };
  const addBar = (points: readonly Point[]) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= THICK && right - left > bottom - top) add(horizontals, (top + bottom) / 2, left, right);
    else if (right - left <= THICK) add(verticals, (left + right) / 2, top, bottom);
  };

  let matrix = viewport;
  const stack: Matrix[] = [];
  for (const [i, fn] of operators.fnArray.entries()) {
    const args = operators.argsArray[i];
    if (fn === ops.save || fn === ops.paintFormXObjectBegin) {
      if (stack.length < MAX_NESTING) stack.push(matrix);
      const own = fn === ops.paintFormXObjectBegin && Array.isArray(args) ? (args[0] as unknown) : null;
      if (isMatrix(own)) matrix = multiply(matrix, own);
    } else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) matrix = stack.pop() ?? viewport;
    else if (fn === ops.transform && isMatrix(args)) matrix = multiply(matrix, args);
    else if (fn === ops.constructPath && Array.isArray(args)) {
      const [paint, parts] = args as [number, readonly (ArrayLike<number> | null)[] | undefined];
      const data = parts?.[0];
      if (!data || typeof data.length !== 'number') continue;
      for (const path of subPaths(data)) {
        const points = path.slice(0, 64).map(([x, y]) => apply(matrix, x, y));
        if (strokes.has(paint) || both.has(paint))
          points.slice(1).forEach((point, at) => addSegment(points[at] ?? point, point));
        if (fills.has(paint)) addBar(points);
      }
    }
  }
  return { horizontals, verticals };
}

function isMatrix(value: unknown): value is Matrix {
  const numbers: unknown = value && typeof value === 'object' ? Array.from(value as ArrayLike<unknown>) : null;
  return Array.isArray(numbers) && numbers.length === 6 && numbers.every((one) => Number.isFinite(one));
}

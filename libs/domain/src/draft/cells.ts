import type { CellAccount, CellSummary } from './types.js';

/** The account of cells in figures; taken, header, section, left and empty sum to the total. */
export function summarizeCells(cells: readonly CellAccount[]): CellSummary {
  const counts = { empty: 0, taken: 0, header: 0, section: 0, left: 0 };
  for (const cell of cells) counts[cell.text === '' ? 'empty' : cell.use] += 1;
  return { total: cells.length, ...counts };
}

/** What no row, header or heading took, for a person to place. */
export const leftCells = (cells: readonly CellAccount[]): CellAccount[] =>
  cells.filter((cell) => cell.use === 'left' && cell.text !== '');

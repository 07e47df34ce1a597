/** "|---|:---:|": the line under a Markdown table's header. */
const RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/u;

const MAX_RULE = 2_000;

const isRule = (line: string): boolean =>
  line.length < MAX_RULE && line.includes('-') && line.includes('|') && RULE.test(line);

/** The cells of a Markdown table's line; "\|" stands for itself, <br> for a new line, emphasis for nothing. */
export function markdownCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/giu, '\n')
      .replace(/\*\*|__/gu, '')
      .trim(),
  );
}

/** A line outside tables without its marks: "## KẾ HOẠCH". */
export const plainLine = (line: string): string => line.replace(/^#{1,6}\s+/u, '').replace(/\*\*/gu, '');

/** Which lines of a text are of Markdown tables: each header with its rule, and the lines with bars under it. */
export function markdownTables(lines: readonly string[]): Map<number, 'first' | 'rule' | 'row'> {
  const found = new Map<number, 'first' | 'rule' | 'row'>();
  for (let i = 1; i < lines.length; i += 1) {
    const header = lines[i - 1] ?? '';
    if (!isRule(lines[i] ?? '') || !header.includes('|') || found.has(i - 1)) continue;
    found.set(i - 1, 'first').set(i, 'rule');
    for (let row = i + 1; (lines[row] ?? '').includes('|'); row += 1) {
      found.set(row, 'row');
      i = row;
    }
  }
  return found;
}

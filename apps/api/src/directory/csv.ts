/** Cells of a CSV text: commas, semicolons or tabs, whichever its first line has most of; quotes as RFC 4180 has them. */
export function csvCells(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain.slice(0, plain.search(/\r?\n|$/)));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < plain.length; i += 1) {
    const char = plain[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (plain[i + 1] === '"') cell += plain[(i += 1)] ?? '';
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((char) => [char, line.split(char).length] as const);
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

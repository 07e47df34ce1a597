import type { Place } from '@don-doc/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { PlanDocumentError } from '../errors.js';
import { MAX_CELLS } from '../limits.js';
import { cleanText, type SourceBlock, type SourceCell, type SourceRow } from '../source.js';
import { decodeText } from '../text/decode.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** How many lines are looked at to find the delimiter. */
const LOOK_AT = 50;

/** The delimiter that parts the first lines most often; Excel in Vietnamese writes semicolons, and may say so ("sep=;"). */
function delimiterOf(text: string): { delimiter: string; from: number } {
  const said = /^sep=(?<delimiter>.)\r?\n/u.exec(text);
  if (said) return { delimiter: said.groups?.['delimiter'] ?? ',', from: said[0].length };
  const lines = text.split('\n', LOOK_AT).map((line) => line.replace(/"[^"]*"/gu, ''));
  const counts = DELIMITERS.map((delimiter) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0));
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',', from: 0 };
}

function toRow(values: readonly string[], tableRow: number, line: number): SourceRow {
  const place = (column?: number): Place => ({
    source: 'csv',
    line,
    table: 1,
    tableRow,
    ...(column === undefined ? {} : { column }),
    label: `dòng ${tableRow}${column === undefined ? '' : `, cột ${column}`}`,
  });
  const cells = values.map((value, i): SourceCell => {
    return { text: cleanText(value), column: i, span: 1, merged: false, place: place(i + 1) };
  });
  return { cells, place: place() };
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Reads a .csv or .tsv as one table (RFC 4180, and what spreadsheets write besides). */
export function readCsv(bytes: Uint8Array, fileName: string): SourceBlock[] {
  const text = decodeText(bytes, fileName).replace(/^\ufeff/u, '');
  const { delimiter, from } = delimiterOf(text);
  let parsed: Parsed[];
  try {
    parsed = parse(text.slice(from), {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError)
      throw new PlanDocumentError('BROKEN_CSV', { fileName, line: error['lines'] ?? null });
    throw error;
  }
  const cells = parsed.reduce((sum, { record }) => sum + record.length, 0);
  if (cells > MAX_CELLS) throw new PlanDocumentError('TOO_LARGE', { fileName, cells, max: MAX_CELLS });
  const rows = parsed.map(({ record, info }, i) => toRow(record, i + 1, info.lines));
  return [{ kind: 'table', index: 1, rows: rows.filter((row) => row.cells.some((cell) => cell.text !== '')) }];
}

import { DomainError } from '@don-doc/domain';
import ExcelJS from 'exceljs';
import { csvCells } from './csv.js';

/** No office has more people than this; a sheet that says so is not a directory. */
const MAX_ROWS = 5_000;
const MAX_COLUMNS = 50;

/** Cells of an Excel sheet, a CSV text or a JSON list of objects, told apart by what they are and not by their name. */
export async function tableOf(bytes: Uint8Array, name: string): Promise<string[][]> {
  const table = await cellsOf(bytes, name);
  if (table.length > MAX_ROWS) throw new DomainError('DIRECTORY_FILE_TOO_LONG', { file: name, rows: MAX_ROWS });
  return table;
}

async function cellsOf(bytes: Uint8Array, name: string): Promise<string[][]> {
  if (bytes.length === 0) throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sheetCells(bytes, name);
  const text = decoded(bytes, name);
  return /^\s*[[{]/.test(text) ? jsonCells(text, name) : csvCells(text);
}

async function sheetCells(bytes: Uint8Array, name: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer);
  } catch {
    throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
  }
  const sheet = book.worksheets.find(({ state, actualRowCount }) => state === 'visible' && actualRowCount > 0);
  if (sheet === undefined) throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
  const width = Math.min(sheet.columnCount, MAX_COLUMNS);
  const height = Math.min(sheet.rowCount, MAX_ROWS + 1);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => sheet.getCell(row + 1, column + 1).text),
  );
}

function jsonCells(text: string, name: string): string[][] {
  const list = parsed(text, name);
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'object' || item === null || Array.isArray(item)))
    throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
  const items = list as Record<string, unknown>[];
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))].slice(0, MAX_COLUMNS);
  return [keys, ...items.map((item) => keys.map((key) => words(item[key])))];
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
  }
}

const words = (value: unknown): string =>
  Array.isArray(value) ? value.map(words).join('; ') : typeof value === 'string' ? value : '';

function decoded(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    // Said below.
  }
  throw new DomainError('DIRECTORY_FILE_UNREADABLE', { file: name });
}

import type { PersonRole, UnitKind } from '@don-doc/persistence';
import { columnOf, fold, kindOf, roleOf, type Column } from './table-words.js';

export interface TableUnit {
  readonly code: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
}

export interface TablePerson {
  readonly line: number;
  readonly name: string;
  readonly position: string;
  readonly email: string | null;
  /** As written; null for the leaders. */
  readonly unit: string | null;
  readonly roles: readonly PersonRole[];
}

export type RowProblemCode =
  | 'UNIT_KIND_UNKNOWN'
  | 'NAME_MISSING'
  | 'ROLE_MISSING'
  | 'ROLE_UNKNOWN'
  | 'EMAIL_WRONG'
  | 'UNIT_MISSING'
  | 'PERSON_TWICE'
  | 'EMAIL_TWICE'
  | 'NOTHING_IN_ROW';

/** What is wrong with one line of the file; `line` counts from 1, as a sheet does. */
export interface RowProblem {
  readonly line: number;
  readonly code: RowProblemCode;
  readonly value: string;
}

export interface ParsedTable {
  readonly units: readonly TableUnit[];
  readonly people: readonly TablePerson[];
  readonly problems: readonly RowProblem[];
  /** Columns without which nothing can be read; then the rest is empty. */
  readonly missing: readonly Column[];
}

const NEEDED: readonly Column[] = ['unit', 'name', 'position', 'roles', 'email'];
/** Roles that are held in some unit; the leaders hold theirs in none. */
const OF_A_UNIT: readonly PersonRole[] = ['office', 'unit-head', 'unit-staff', 'observer'];
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u;
/** A title may stand above the headings. */
const HEADING_LINES = 10;

type Cells = Readonly<Partial<Record<Column, string>>>;

/** Reads a table of cells as a directory: a line is a person, or a unit alone. Everything wrong is told at once. */
export function parseTable(table: readonly (readonly string[])[]): ParsedTable {
  const { at, columns } = headingOf(table);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { units: [], people: [], problems: [], missing };
  const problems: RowProblem[] = [];
  const units = new Map<string, TableUnit>();
  const people: TablePerson[] = [];
  const seen = { names: new Set<string>(), emails: new Set<string>() };
  for (const [index, row] of table.entries()) {
    if (index <= at || row.every((cell) => cell.trim() === '')) continue;
    const cells = cellsOf(row, columns);
    const line = index + 1;
    const tell = (code: RowProblemCode, value = ''): number => problems.push({ line, code, value });
    takeUnit(units, cells, tell);
    const person = personOf(line, cells, tell);
    if (person !== null && isNew(person, seen, tell)) people.push(person);
  }
  return { units: [...units.values()], people, problems, missing };
}

function headingOf(table: readonly (readonly string[])[]): { at: number; columns: readonly (Column | null)[] } {
  const heads = table.slice(0, HEADING_LINES).map((row) => row.map(columnOf));
  const known = heads.map((columns) => new Set(columns.filter((column) => column !== null)).size);
  const at = known.indexOf(Math.max(0, ...known));
  return { at, columns: heads[at] ?? [] };
}

function cellsOf(row: readonly string[], columns: readonly (Column | null)[]): Cells {
  const cells: Partial<Record<Column, string>> = {};
  for (const [index, column] of columns.entries())
    if (column !== null) cells[column] ??= (row[index] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return cells;
}

type Tell = (code: RowProblemCode, value?: string) => void;

function takeUnit(units: Map<string, TableUnit>, cells: Cells, tell: Tell): void {
  const name = cells.unit ?? '';
  const kind = kindOf(cells.kind ?? '');
  if (kind === null) tell('UNIT_KIND_UNKNOWN', cells.kind);
  if (name === '') {
    if ((cells.name ?? '') === '') tell('NOTHING_IN_ROW');
    return;
  }
  const before = units.get(fold(name));
  units.set(fold(name), {
    name: before?.name ?? name,
    code: before?.code ?? (cells.unitCode || null),
    kind: cells.kind ? (kind ?? 'unit') : (before?.kind ?? 'unit'),
    aliases: [...new Set([...(before?.aliases ?? []), ...listOf(cells.aliases, /[;\n]/u)])],
  });
}

function personOf(line: number, cells: Cells, tell: Tell): TablePerson | null {
  const name = cells.name ?? '';
  const email = cells.email ?? '';
  const words = listOf(cells.roles, /[;,]/u);
  if (name === '') {
    if (words.length > 0 || email !== '') tell('NAME_MISSING');
    return null;
  }
  const roles: PersonRole[] = [];
  for (const word of words) {
    const role = roleOf(word);
    if (role === null) tell('ROLE_UNKNOWN', word);
    else if (!roles.includes(role)) roles.push(role);
  }
  if (words.length === 0) tell('ROLE_MISSING', name);
  if (email !== '' && !EMAIL.test(email)) tell('EMAIL_WRONG', email);
  const unit = cells.unit || null;
  if (unit === null && roles.some((role) => OF_A_UNIT.includes(role))) tell('UNIT_MISSING', name);
  return { line, name, position: cells.position ?? '', email: email === '' ? null : email, unit, roles };
}

function isNew(person: TablePerson, seen: { names: Set<string>; emails: Set<string> }, tell: Tell): boolean {
  const name = person.name.toLocaleLowerCase('vi');
  const email = person.email?.toLowerCase();
  const twice = seen.names.has(name);
  if (twice) tell('PERSON_TWICE', person.name);
  if (email !== undefined && seen.emails.has(email)) tell('EMAIL_TWICE', email);
  seen.names.add(name);
  if (email !== undefined) seen.emails.add(email);
  return !twice;
}

const listOf = (text: string | undefined, by: RegExp): string[] =>
  (text ?? '')
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

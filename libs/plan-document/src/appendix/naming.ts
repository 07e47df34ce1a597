/** What a row's name is made from: its own number, the headings above it, the appendix it stands in. */
export interface Numbered {
  /** "2.1", "1.a"; null where none is printed. */
  readonly printed: string | null;
  /** The full number of the row above under which a row without one stands; null at the top. */
  readonly under: string | null;
  /** "II", "A.I": numbers of the headings above; '' where there is none. */
  readonly section: string;
  /** 1-based. */
  readonly appendix: number;
}

const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('.');

/** From the barest name to the fullest. */
const SCHEMES: readonly ((row: Numbered) => string)[] = [
  () => '',
  (row) => row.section,
  (row) => `PL${row.appendix}`,
  (row) => join(`PL${row.appendix}`, row.section),
];

const duplicates = (names: readonly string[]) => names.length - new Set(names).size;

/**
 * A name for each row that no other row has, but where two rows print one number under one heading: that is for a person
 * to mend. Headings and appendices come into the name only where numbering begins again in them.
 */
export function nameRows(rows: readonly Numbered[]): string[] {
  const printed = rows.filter((row) => row.printed !== null);
  const under = (scheme: (row: Numbered) => string) => printed.map((row) => join(scheme(row), row.printed ?? ''));
  const fewest = Math.min(...SCHEMES.map((scheme) => duplicates(under(scheme))));
  const scheme = SCHEMES.find((candidate) => duplicates(under(candidate)) === fewest) ?? (() => '');
  const used = new Set(under(scheme));
  const last = new Map<string, number>();
  return rows.map((row) => {
    if (row.printed !== null) return join(scheme(row), row.printed);
    // Without a number: the next free one, under the row above or at the top.
    const prefix = join(scheme(row), row.under ?? '');
    let n = (last.get(prefix) ?? 0) + 1;
    while (used.has(join(prefix, String(n)))) n += 1;
    last.set(prefix, n);
    return join(prefix, String(n));
  });
}

/** "2" of "2.1", "II.1" of "II.1.2"; null for a row at the top. */
export function parentOf(name: string): string | null {
  const parts = name.split('.');
  const first = parts.findIndex((part) => /^\d+$/u.test(part));
  return first < 0 || parts.length - first < 2 ? null : parts.slice(0, -1).join('.');
}

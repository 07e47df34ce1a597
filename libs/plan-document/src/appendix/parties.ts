/** A cell that names lead and coordinators, parted. */
export interface Parties {
  readonly lead: string;
  readonly coordinator: string;
}

// "Lưu trữ cơ quan" before a label is a name, not part of it.
const LABEL =
  /(?:(?<=^|[;.,–-]\s*|\n\s*)(?:đơn vị|cơ quan)[ \t]+)?(?<role>chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*/giu;
/** Longer than any list of parties: such a text is none. */
const MAX_PARTIES = 2_000;
const trim = (text: string) => text.replace(/^[\s;,.–-]+|[\s;,–-]+$/gu, '');

/** "Chủ trì: …; Phối hợp: …", each under its own label; null where no label stands. */
function byLabels(text: string): Parties | null {
  const labels = [...text.matchAll(LABEL)];
  if (labels.length === 0) return null;
  const parts: Record<'lead' | 'coordinator', string[]> = {
    lead: [trim(text.slice(0, labels[0]?.index))],
    coordinator: [],
  };
  for (const [i, label] of labels.entries()) {
    const piece = text.slice(label.index + label[0].length, labels[i + 1]?.index ?? text.length);
    const role = /chủ/iu.test(label.groups?.['role'] ?? '') ? 'lead' : 'coordinator';
    parts[role].push(trim(piece));
  }
  const join = (pieces: readonly string[]) => pieces.filter((piece) => piece !== '').join('; ');
  return { lead: join(parts.lead), coordinator: join(parts.coordinator) };
}

/**
 * Lead and coordinators of one cell: by their labels, or "A chủ trì, phối hợp với B". Null where the cell says neither:
 * then it is all one party, and nothing is guessed.
 */
export function splitParties(text: string): Parties | null {
  if (text.length > MAX_PARTIES) return null;
  const whole = text.normalize('NFC');
  const labelled = byLabels(whole);
  if (labelled !== null) return labelled;
  const said = /^(?<lead>.+?)[\s,]+chủ trì[\s,;]+phối hợp(?:\s+(?:với|cùng))?\s+(?<coordinator>.+)$/isu.exec(
    whole,
  )?.groups;
  return said ? { lead: trim(said['lead'] ?? ''), coordinator: trim(said['coordinator'] ?? '') } : null;
}

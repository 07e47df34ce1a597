import type { DraftRow, UnitRef } from '../draft/types.js';

/** The Office's answers at launch: who is who. Ids are of the directory chosen for the plan. */
export interface UnitResolution {
  readonly unitByCode: Readonly<Record<string, string>>;
  /** Who acts for the agency where it stands alone as lead. */
  readonly agencyUnitId: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** The lead units of a row, each once, in the order of the plan's words; `missing` names what has no unit yet. */
export function leadUnits(
  leads: readonly UnitRef[],
  resolution: UnitResolution,
): { units: string[]; missing: UnitRef[] } {
  const units = new Set<string>();
  const missing: UnitRef[] = [];
  for (const lead of leads) {
    const found = unitsOf(lead, resolution);
    if (found.length === 0) missing.push(lead);
    for (const unit of found) units.add(unit);
  }
  return { units: [...units], missing };
}

function unitsOf(lead: UnitRef, resolution: UnitResolution): readonly string[] {
  switch (lead.kind) {
    case 'agency':
      return [resolution.agencyUnitId];
    case 'group':
      return resolution.groups[lead.code] ?? [];
    case 'unit': {
      const unit = resolution.unitByCode[lead.code];
      return unit === undefined ? [] : [unit];
    }
    case 'unknown':
      return [];
  }
}

/** The top-level number of a row: "11.3" belongs to task "11". */
export function taskNoOf(row: Pick<DraftRow, 'no' | 'parentNo'>): string {
  return row.parentNo ?? row.no;
}

/** Whether a row's own work is the issue of the plan itself (row 2.1 here): signing completes it. */
export function issuesThePlan(content: string, kind: string | null, title: string | null): boolean {
  if (kind === null || title === null) return false;
  const words = fold(content);
  const head = fold(title).slice(0, 60);
  return words.startsWith('ban hành') && words.includes(fold(kind)) && words.includes(head);
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

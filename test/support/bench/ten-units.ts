import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importPlan, SYSTEM_ACTOR } from '@don-doc/application';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import type { DataSource } from 'typeorm';
import type { TestDirectory } from '../life/directory.js';
import type { Life } from '../life/life.js';
import { launchBody } from '../life/plan.js';

export const TEN_UNITS = 10;

const NAME = 'ke-hoach-chi-thi-02.txt';

/** The real plan as a draft, by the same steps as an upload. */
export async function importRealPlan(db: DataSource): Promise<string> {
  const bytes = await readFile(join(import.meta.dirname, '../../fixtures/documents', NAME));
  const { draft, findings } = await readPlan(bytes, NAME, soTuPhapLexicon);
  return (await importPlan({ db }, SYSTEM_ACTOR, { draft, findings, bytes })).planId;
}

/** Fills a directory up to `count` units with a head each; the ids of all that lead work. */
export async function fillUnits(db: DataSource, directory: TestDirectory, count: number): Promise<string[]> {
  const ids: string[] = Object.values(directory.units);
  for (let n = ids.length + 1; n <= count; n += 1) {
    const id = randomUUID();
    await db.query(
      `INSERT INTO unit (id, directory_id, code, name, kind, is_office) VALUES ($1, $2, $3, $4, 'unit', false)`,
      [id, directory.directoryId, `DV_${n}`, `Đơn vị ${n}`],
    );
    await db.query(
      `INSERT INTO person (id, directory_id, unit_id, name, position, email, roles)
       VALUES (gen_random_uuid(), $1, $2, $3, '', $4, '{unit-head}')`,
      [directory.directoryId, id, `Trưởng đơn vị ${n}`, `dv-${n}@stp.example.invalid`],
    );
    ids.push(id);
  }
  return ids;
}

export interface Launched {
  readonly planId: string;
  readonly planWorkflowId: string;
  readonly taskWorkflowIds: readonly string[];
}

/** The request that the page's button sends. A rehearsal, because a real launch of one draft is taken once only. */
export function launchPlan(
  life: Life,
  draftId: string,
  unitIds: readonly string[],
  rehearsal: { readonly startAt: string; readonly rate: number },
  change: object = {},
): Promise<Launched> {
  return life.as('office').command<Launched>(`/plans/${draftId}/launch`, {
    ...launchBody(life),
    groups: { CAC_PHONG_DON_VI: unitIds },
    rehearsal,
    ...change,
  });
}

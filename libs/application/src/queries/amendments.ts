import { addDays, dateOf, DomainError } from '@don-doc/domain';
import type { EpochMs } from '@don-doc/domain';
import type {
  AmendedRow,
  AmendmentChange,
  AmendmentOffer,
  AmendmentPreview,
  AmendmentView,
} from '@don-doc/contracts/http';
import { amendedRows, amendTasks } from '../amend/apply-amendment.js';
import { drawAmendment } from '../amend/draw-amendment.js';
import type { Actor } from '../context.js';
import { plannedAlarms, type PlannedEntry } from '../core/planned.js';
import { inSnapshot, type QueryContext } from './context.js';
import { loadHead, loadLaunched } from './picture.js';
import type { PlanPicture, RowPicture } from './picture.js';

import { windowView } from './rows.js';
import { iso, isoOrNull } from './sql.js';

interface AmendmentRow {
  id: string;
  seq: number;
  status: 'proposed' | 'confirmed' | 'declined';
  document_kind: 'plan' | 'decision' | 'letter';
  document_code: string;
  document_on: string;
  reason: string;
  changes: AmendmentChange[];
  applied: AmendedRow[] | null;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string | null;
}

const NAME = (account: string, person: string): string => `coalesce(${person}.name, ${account}.username)`;

/** The plan's amendments, newest first; a proposed one is shown against the plan as it stands now. */
export async function amendmentViews(ctx: QueryContext, actor: Actor, planId: string): Promise<AmendmentView[]> {
  return inSnapshot(ctx, async (em) => {
    const head = await loadHead(em, planId);
    if (head.launched_at === null) return [];
    const rows = await em.query<AmendmentRow[]>(
      `SELECT m.id, m.seq, m.status, m.document_kind, m.document_code, m.document_on, m.reason, m.changes, m.applied,
              ${NAME('pa', 'pp')} AS proposed_by, m.proposed_at,
              ${NAME('da', 'dp')} AS decided_by, m.decided_at, m.decision_note
         FROM amendment m
         JOIN account pa ON pa.id = m.proposed_by LEFT JOIN person pp ON pp.id = pa.person_id
         LEFT JOIN account da ON da.id = m.decided_by LEFT JOIN person dp ON dp.id = da.person_id
        WHERE m.plan_id = $1 ORDER BY m.seq DESC`,
      [planId],
    );
    const picture = rows.some(({ applied }) => applied === null) ? await loadLaunched(em, planId, 'plan') : null;
    const views: AmendmentView[] = [];
    for (const row of rows) {
      views.push({
        id: row.id,
        seq: row.seq,
        status: row.status,
        document: { kind: row.document_kind, code: row.document_code, issuedOn: row.document_on },
        reason: row.reason,
        rows: row.applied ?? (picture === null ? [] : await proposedRows(em, picture, row.changes)),
        proposedBy: row.proposed_by,
        proposedAt: iso(row.proposed_at.getTime()),
        decidedBy: row.decided_by,
        decidedAt: isoOrNull(row.decided_at),
        decisionNote: row.decision_note,
        mayDecide: row.status === 'proposed' && actor.roles.includes('director') && head.status !== 'closed',
      });
    }
    return views;
  });
}

type Em = Parameters<typeof loadLaunched>[0];

/** What a proposal would do now; where it no longer fits the plan, what it named. */
async function proposedRows(em: Em, picture: PlanPicture, changes: readonly AmendmentChange[]): Promise<AmendedRow[]> {
  try {
    return amendedRows(amendTasks(picture.frame, await drawAmendment(em, picture.frame, changes), instantOf(picture)));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return changes.map((change) => named(picture.rows, change));
  }
}

function named(rows: readonly RowPicture[], change: AmendmentChange): AmendedRow {
  if (change.kind === 'add-row') return { kind: change.kind, no: change.no, before: null, after: null };
  const row = rows.find(({ state }) => state.id === change.rowId);
  return { kind: change.kind, no: row?.state.no ?? '', before: null, after: null };
}

const HORIZON_DAYS = 120;

/** Every window and every reminder that an amendment would change, by the functions that will run. @throws DomainError as proposeAmendment */
export async function amendmentPreview(
  ctx: QueryContext,
  planId: string,
  changes: readonly AmendmentChange[],
): Promise<AmendmentPreview> {
  return inSnapshot(ctx, async (em) => {
    const picture = await loadLaunched(em, planId, 'plan');
    if (picture.frame.status === 'closed') throw new DomainError('PLAN_CLOSED', { planId });
    const at = instantOf(picture);
    const tasks = amendTasks(picture.frame, await drawAmendment(em, picture.frame, changes), at);
    const until = at + HORIZON_DAYS * 86_400_000;
    const models = new Map(tasks.map((task) => [task.drawn.taskId, task.after]));
    const standing = picture.tasks.map(({ model }) => model);
    const amended = [
      ...standing.map((model) => models.get(model.id) ?? model),
      ...tasks.flatMap(({ drawn, after }) => (drawn.loaded === null ? [after] : [])),
    ];
    const before = plannedAlarms(picture.frame, standing, until);
    const after = plannedAlarms(picture.frame, amended, until);
    const rowNo = new Map(amended.flatMap((model) => model.rows.map((row) => [row.id, row.no] as const)));
    const unitName = await unitNames(em, picture.frame.directoryId);
    const tell = (entries: readonly PlannedEntry[], others: readonly PlannedEntry[]) => {
      const known = new Set(others.map(({ key }) => key));
      return entries
        .filter(({ key, status }) => !known.has(key) && status === 'recorded')
        .map(({ alarm, rowId, unitId, event }) => ({
          at: iso(alarm.at),
          rowNo: rowId === null ? null : (rowNo.get(rowId) ?? null),
          unitName: unitId === null ? null : (unitName.get(unitId) ?? null),
          ruleText: ctx.words.rule(alarm.rule, alarm.occurrence, alarm.period, event),
        }));
    };
    return {
      rows: tasks.flatMap(({ drawn, before: was, after: becomes }) =>
        drawn.rows.map(({ kind, rowId, no }) => {
          const one = was.rows.find((row) => row.id === rowId);
          const other = kind === 'withdraw-row' ? undefined : becomes.rows.find((row) => row.id === rowId);
          return {
            kind,
            no,
            before: one ? windowView(one, ctx.words) : null,
            after: other ? windowView(other, ctx.words) : null,
          };
        }),
      ),
      added: tell(after, before),
      removed: tell(before, after),
      until: addDays(dateOf(at), HORIZON_DAYS),
    };
  });
}

function instantOf(picture: PlanPicture): EpochMs {
  return Math.max(picture.now, ...picture.tasks.map(({ model }) => model.settledThrough)) + 1;
}

async function unitNames(em: Em, directoryId: string): Promise<Map<string, string>> {
  const units = await em.query<{ id: string; name: string }[]>('SELECT id, name FROM unit WHERE directory_id = $1', [
    directoryId,
  ]);
  return new Map(units.map(({ id, name }) => [id, name]));
}

/** Duties of the body for numbers that the appendix lacks and that nobody has added since, as the findings offer them. */
export async function amendmentOffers(ctx: QueryContext, planId: string): Promise<AmendmentOffer[]> {
  return inSnapshot(ctx, async (em) => {
    const { draft } = await loadHead(em, planId);
    const offered = await em.query<{ no: string; source: string }[]>(
      `SELECT o->'data'->>'no' AS no, o->'data'->>'bodyNo' AS source
         FROM plan_finding f, jsonb_array_elements(f.options) o
        WHERE f.plan_id = $1 AND o->'data' ? 'no' AND o->'data' ? 'bodyNo'
          AND NOT EXISTS (SELECT 1 FROM plan_row r WHERE r.plan_id = $1 AND r.no = o->'data'->>'no')
        ORDER BY f.position`,
      [planId],
    );
    return offered.map(({ no, source }) => {
      const item = draft.body.find((one) => one.no === source);
      const content = [item?.heading ?? '', ...(item?.paragraphs.map(({ text }) => text) ?? [])]
        .filter(Boolean)
        .join(' ');
      return { no, source, content };
    });
  });
}

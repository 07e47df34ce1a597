import type { EpochMs } from '@don-doc/domain';
import { fromEpochMs } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

type Json = Readonly<Record<string, unknown>>;

export interface HistoryEntry {
  readonly planId: string;
  readonly taskId: string | null;
  readonly rowId: string | null;
  readonly assignmentId: string | null;
  /** On the plan's clock. */
  readonly at: EpochMs;
  readonly byAccount: string | null;
  readonly kind: string;
  readonly data: Json;
  readonly before?: Json;
  readonly after?: Json;
}

export async function insertHistory(em: EntityManager, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await em.query(
    `INSERT INTO history (plan_id, task_id, row_id, assignment_id, at, by_account, kind, data, before, after)
     SELECT plan_id, task_id, row_id, assignment_id, ${fromEpochMs('at')}, by_account, kind, data, before, after
     FROM jsonb_to_recordset($1::jsonb) AS x(plan_id uuid, task_id uuid, row_id uuid, assignment_id uuid, at bigint,
       by_account uuid, kind text, data jsonb, before jsonb, after jsonb)`,
    [
      JSON.stringify(
        entries.map((e) => ({
          plan_id: e.planId,
          task_id: e.taskId,
          row_id: e.rowId,
          assignment_id: e.assignmentId,
          at: e.at,
          by_account: e.byAccount,
          kind: e.kind,
          data: e.data,
          before: e.before,
          after: e.after,
        })),
      ),
    ],
  );
}

/** Who did what to what, by the real clock: for those who check, not for those who work. */
export async function insertAudit(
  em: EntityManager,
  entry: { accountId: string | null; action: string; subject: string; data: Json },
): Promise<void> {
  await em.query('INSERT INTO audit (account_id, action, subject, data) VALUES ($1, $2, $3, $4)', [
    entry.accountId,
    entry.action,
    entry.subject,
    JSON.stringify(entry.data),
  ]);
}

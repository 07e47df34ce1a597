import { DomainError } from '@don-doc/domain';
import { taskWorkflowId } from '@don-doc/contracts/temporal';
import type { PlaceView, RowDetail } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import { alarmsFor, plannedAlarmViews, recordedAlarms } from './alarms.js';
import { inSnapshot, type QueryContext } from './context.js';
import { findingViews } from './findings.js';
import { rowHistory } from './history.js';
import { loadHead, loadPicture, type PlanHeadRow } from './picture.js';
import { rowsOf } from './plans.js';
import { sightOf } from './sight.js';
import { isoOrNull } from './sql.js';
import type { Standing } from './workflows.js';

const HORIZON_MS = 180 * 86_400_000;

/** One row with all that its page shows; `describe` tells what Temporal says of its workflow. */
export async function rowDetail(
  ctx: QueryContext,
  actor: Actor,
  planId: string,
  rowId: string,
  describe: (workflowId: string) => Promise<Standing>,
): Promise<RowDetail> {
  const { task, ...detail } = await inSnapshot(ctx, async (sql) => {
    const plan = await loadHead(sql, planId);
    const picture = await loadPicture(sql, planId);
    const view = (await rowsOf(ctx, sql, actor, planId, picture)).find((row) => row.id === rowId);
    if (view === undefined) throw new DomainError('NOT_FOUND', { what: 'row' });
    const sight = await sightOf(sql, actor);
    const reader = { actor, sight };
    const findings =
      sight.kind === 'guest' ? [] : (await findingViews(sql, planId)).filter((finding) => finding.rowNo === view.no);
    const launched =
      picture === null
        ? { planned: [], recorded: [], history: [] }
        : {
            planned: alarmsFor(
              reader,
              plannedAlarmViews(picture, { rowId, to: picture.now + HORIZON_MS, limit: 40 }, ctx.words),
            ),
            recorded: alarmsFor(reader, await recordedAlarms(sql, planId, { rowId, limit: 200 }, ctx.words)),
            history: await rowHistory(sql, sight, rowId, ctx.words),
          };
    return {
      ...view,
      ...launched,
      places: [...(picture?.rows.find((row) => row.state.id === rowId)?.places ?? placesOf(plan, view.no))],
      findingsList: findings.map(({ code, severity, message }) => ({ code, severity, message })),
      task: picture?.tasks.find((candidate) => candidate.id === view.taskId),
    };
  });
  if (task === undefined) return { ...detail, workflow: null };
  const workflowId = taskWorkflowId(task.id, task.generation);
  const standing = await describe(workflowId);
  return { ...detail, workflow: { workflowId, ...standing, nextWakeAt: isoOrNull(task.nextWakeAt) } };
}

function placesOf(plan: PlanHeadRow, no: string): readonly PlaceView[] {
  return plan.draft.rows.filter((row) => row.no === no).flatMap((row) => [row.place]);
}

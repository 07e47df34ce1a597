import { Controller, Get, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { planRows, planView, type Actor, type QueryContext } from '@don-doc/application';
import type { AssignmentView, PlanView, RowView } from '@don-doc/contracts/http';
import { atTime, dateOf, formatDate } from '@don-doc/domain';
import { assignmentStateNames, bucketNames, daysLeftText } from '@don-doc/i18n';
import {
  statusTableFileName,
  statusTableXlsx,
  type StatusTable,
  type StatusTableRow,
} from '@don-doc/official-document';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('plans')
@Controller('plans')
export class ExportController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  /** The table with its status, to print or to pass on. */
  @Get(':planId/export.xlsx')
  @SignedIn()
  @ApiProduces(XLSX)
  async xlsx(
    @Param('planId', { schema: id }) planId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const plan = await planView(this.ctx, actor, planId);
    const rows = await planRows(this.ctx, actor, planId);
    const table = tableOf(plan, rows, plan.clock === null ? Date.now() : Date.parse(plan.clock.now));
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(await statusTableXlsx(table), {
      type: XLSX,
      disposition: `attachment; filename="${statusTableFileName(table.asOf, table.rehearsal)}"`,
    });
  }
}

function tableOf(plan: PlanView, rows: readonly RowView[], at: number): StatusTable {
  const asOf = dateOf(at);
  const minutes = Math.floor((at - atTime(asOf, '00:00')) / 60_000);
  const time = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
  return {
    issuer: plan.issuer,
    title: plan.title,
    code: plan.code,
    rehearsal: plan.rehearsal,
    asOf,
    asOfText: `${time} ngày ${formatDate(asOf)}`,
    rows: rows.map(rowOf),
    totals: Object.entries(plan.buckets).map(([bucket, count]) => ({ status: bucketNames[bucket] ?? bucket, count })),
  };
}

function rowOf(row: RowView): StatusTableRow {
  return {
    no: row.no,
    isTask: row.parentNo === null,
    content: row.content,
    leadText: row.leadText,
    coordinatorText: row.coordinatorText,
    timeText: row.timeText,
    opensOn: row.window.opensOn,
    lastDay: row.window.lastDay,
    byPolicy: row.window.byPolicy,
    status: bucketNames[row.bucket] ?? row.bucket,
    isLate: row.bucket === 'overdue',
    progress: row.assignmentsTotal === 0 ? '' : `${row.assignmentsDone}/${row.assignmentsTotal}`,
    units: row.assignments.map(unitLine).join('\n'),
  };
}

function unitLine(assignment: AssignmentView): string {
  const { unitName, state, workingDaysLeft: left } = assignment;
  return `${unitName}: ${assignmentStateNames[state] ?? state}${left === null ? '' : `, ${daysLeftText(left)}`}`;
}

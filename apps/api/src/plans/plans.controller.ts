import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  findingsOf,
  listPlans,
  planAlarms,
  planEvents,
  planRows,
  planToday,
  planView,
  rowDetail,
  workflowViews,
  clockView,
  type Actor,
  type QueryContext,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import { z } from 'zod';
import { Answers, Roles, SignedIn } from '../http/access.js';
import { CurrentActor } from '../http/signed-in.js';
import { TemporalService } from '../temporal/temporal.service.js';
import { APP_CONTEXT } from '../tokens.js';
import { id } from '../http/params.js';

const alarmQuery = z.object({
  state: z.enum(['planned', 'recorded', 'sent', 'superseded', 'suppressed']).optional(),
  from: contract.instant.optional(),
  to: contract.instant.optional(),
});

/** What those whose plan it is read of it: how much, is for the queries to say. */
@ApiTags('plans')
@Controller('plans')
@SignedIn()
export class PlansController {
  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: QueryContext,
    private readonly temporal: TemporalService,
  ) {}

  @Get()
  @Answers(z.array(contract.planSummary))
  list(@CurrentActor() actor: Actor): Promise<contract.PlanSummary[]> {
    return listPlans(this.ctx, actor);
  }

  @Get(':planId')
  @Answers(contract.planView)
  plan(@Param('planId', { schema: id }) planId: string, @CurrentActor() actor: Actor): Promise<contract.PlanView> {
    return planView(this.ctx, actor, planId);
  }

  @Get(':planId/rows')
  @Answers(z.array(contract.rowView))
  rows(@Param('planId', { schema: id }) planId: string, @CurrentActor() actor: Actor): Promise<contract.RowView[]> {
    return planRows(this.ctx, actor, planId);
  }

  @Get(':planId/rows/:rowId')
  @Answers(contract.rowDetail)
  row(
    @Param('planId', { schema: id }) planId: string,
    @Param('rowId', { schema: id }) rowId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.RowDetail> {
    return rowDetail(this.ctx, actor, planId, rowId, this.temporal.describe);
  }

  @Get(':planId/findings')
  @Answers(z.array(contract.findingView))
  findings(
    @Param('planId', { schema: id }) planId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.FindingView[]> {
    return findingsOf(this.ctx, actor, planId);
  }

  @Get(':planId/events')
  @Answers(z.array(contract.planEventView))
  events(@Param('planId', { schema: id }) planId: string): Promise<contract.PlanEventView[]> {
    return planEvents(this.ctx, planId);
  }

  @Get(':planId/clock')
  @Answers(contract.clockView)
  clock(@Param('planId', { schema: id }) planId: string): Promise<contract.ClockView> {
    return clockView(this.ctx, planId);
  }

  @Get(':planId/today')
  @Answers(contract.todayView)
  today(@Param('planId', { schema: id }) planId: string, @CurrentActor() actor: Actor): Promise<contract.TodayView> {
    return planToday(this.ctx, actor, planId);
  }

  @Get(':planId/alarms')
  @Answers(z.array(contract.alarmView))
  alarms(
    @Param('planId', { schema: id }) planId: string,
    @Query({ schema: alarmQuery }) asked: z.infer<typeof alarmQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AlarmView[]> {
    return planAlarms(this.ctx, actor, planId, asked);
  }

  @Get(':planId/workflows')
  @Roles('office', 'admin', 'deputy-director', 'director')
  @Answers(z.array(contract.workflowView))
  workflows(
    @Param('planId', { schema: id }) planId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.WorkflowView[]> {
    return workflowViews(this.ctx, actor, planId, this.temporal.describeAll);
  }
}

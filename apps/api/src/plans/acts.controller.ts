import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acceptFindings,
  actorInDirectory,
  answerFinding,
  changeClock,
  clockView,
  closePlan,
  eventPreviewView,
  findingsOf,
  launchPlan,
  launchPreviewView,
  planEvents,
  planView,
  resumePlan,
  suspendPlan,
  tellEvent,
  type Actor,
  type QueryContext,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import { z } from 'zod';
import { Answers, Roles } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

type Act = z.infer<typeof contract.planActRequest>;

/** Acts on a plan as a whole. */
@ApiTags('plans')
@Controller('plans/:planId')
export class ActsController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  @Post('findings/:findingId/answer')
  @HttpCode(200)
  @Roles('office')
  @Answers(z.array(contract.findingView))
  async answer(
    @Param('planId', { schema: id }) planId: string,
    @Param('findingId', { schema: id }) findingId: string,
    @Body({ schema: contract.answerFindingRequest }) body: z.infer<typeof contract.answerFindingRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.FindingView[]> {
    await answerFinding(this.ctx, actor, { planId, findingId, option: body.option ?? null, reason: body.reason });
    return findingsOf(this.ctx, actor, planId);
  }

  @Post('findings/accept')
  @HttpCode(200)
  @Roles('office')
  @Answers(z.array(contract.findingView))
  async acceptAll(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.acceptFindingsRequest }) { reason }: z.infer<typeof contract.acceptFindingsRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.FindingView[]> {
    await acceptFindings(this.ctx, actor, { planId, reason });
    return findingsOf(this.ctx, actor, planId);
  }

  @Post('launch/preview')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.launchPreview)
  async preview(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.launchRequest }) body: contract.LaunchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<contract.LaunchPreview> {
    const there = await actorInDirectory(this.ctx, actor, body.directoryId);
    return launchPreviewView(this.ctx, there, planId, body);
  }

  @Post('launch')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.launched)
  async launch(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.launchRequest }) body: contract.LaunchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<contract.Launched> {
    const there = await actorInDirectory(this.ctx, actor, body.directoryId);
    const {
      planId: launched,
      planWorkflowId,
      taskWorkflowIds,
    } = await launchPlan(this.ctx, there, { ...body, planId });
    return { planId: launched, planWorkflowId, taskWorkflowIds: [...taskWorkflowIds] };
  }

  @Post('suspend')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(contract.planView)
  async suspend(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.planActRequest }) body: Act,
    @CurrentActor() actor: Actor,
  ): Promise<contract.PlanView> {
    await suspendPlan(this.ctx, actor, { planId, ...body });
    return planView(this.ctx, actor, planId);
  }

  @Post('resume')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(contract.planView)
  async resume(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.planActRequest }) body: Act,
    @CurrentActor() actor: Actor,
  ): Promise<contract.PlanView> {
    await resumePlan(this.ctx, actor, { planId, ...body });
    return planView(this.ctx, actor, planId);
  }

  @Post('close')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(contract.planView)
  async close(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.planActRequest }) body: Act,
    @CurrentActor() actor: Actor,
  ): Promise<contract.PlanView> {
    await closePlan(this.ctx, actor, { planId, ...body });
    return planView(this.ctx, actor, planId);
  }

  @Post('events')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(z.array(contract.planEventView))
  async tell(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.planEventRequest }) body: z.infer<typeof contract.planEventRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.PlanEventView[]> {
    await tellEvent(this.ctx, actor, { planId, ...told(body), commandId: body.commandId });
    return planEvents(this.ctx, planId);
  }

  @Post('events/preview')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(contract.eventPreview)
  previewEvent(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.planEventRequest }) body: z.infer<typeof contract.planEventRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.EventPreview> {
    return eventPreviewView(this.ctx, actor, { planId, ...told(body) });
  }

  @Post('clock')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.clockView)
  async turn(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.clockRequest }) body: z.infer<typeof contract.clockRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.ClockView> {
    const act = body.act === 'jump' ? { ...body, to: Date.parse(body.to) } : body;
    await changeClock(this.ctx, actor, { planId, ...act });
    return clockView(this.ctx, planId);
  }
}

function told(body: z.infer<typeof contract.planEventRequest>) {
  const { name, kind, effectiveOn, document, note } = body;
  return { name, kind, effectiveOn: effectiveOn ?? null, document: document ?? null, note: note ?? null };
}

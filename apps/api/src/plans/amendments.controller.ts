import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  amendmentOffers,
  amendmentPreview,
  amendmentViews,
  confirmAmendment,
  declineAmendment,
  proposeAmendment,
  type Actor,
  type QueryContext,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import { z } from 'zod';
import { Answers, Roles } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

/** Changes of a launched plan's rows (điều chỉnh, bổ sung): the Office proposes, the Director decides. */
@ApiTags('amendments')
@Controller('plans/:planId/amendments')
export class AmendmentsController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  @Get()
  @Roles('office', 'unit-head', 'unit-staff', 'deputy-director', 'director', 'admin')
  @Answers(z.array(contract.amendmentView))
  list(
    @Param('planId', { schema: id }) planId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AmendmentView[]> {
    return amendmentViews(this.ctx, actor, planId);
  }

  @Get('offers')
  @Roles('office')
  @Answers(z.array(contract.amendmentOffer))
  offers(@Param('planId', { schema: id }) planId: string): Promise<contract.AmendmentOffer[]> {
    return amendmentOffers(this.ctx, planId);
  }

  @Post()
  @HttpCode(200)
  @Roles('office')
  @Answers(z.array(contract.amendmentView))
  async propose(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.proposeAmendmentRequest }) body: z.infer<typeof contract.proposeAmendmentRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AmendmentView[]> {
    await proposeAmendment(this.ctx, actor, { planId, ...body });
    return amendmentViews(this.ctx, actor, planId);
  }

  @Post('preview')
  @HttpCode(200)
  @Roles('office', 'director')
  @Answers(contract.amendmentPreview)
  preview(
    @Param('planId', { schema: id }) planId: string,
    @Body({ schema: contract.previewAmendmentRequest }) { changes }: z.infer<typeof contract.previewAmendmentRequest>,
  ): Promise<contract.AmendmentPreview> {
    return amendmentPreview(this.ctx, planId, changes);
  }

  @Post(':amendmentId/confirm')
  @HttpCode(200)
  @Roles('director')
  @Answers(z.array(contract.amendmentView))
  async confirm(
    @Param('planId', { schema: id }) planId: string,
    @Param('amendmentId', { schema: id }) amendmentId: string,
    @Body({ schema: contract.confirmAmendmentRequest }) body: z.infer<typeof contract.confirmAmendmentRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AmendmentView[]> {
    const { commandId, note } = body;
    await confirmAmendment(this.ctx, actor, { planId, amendmentId, commandId, note: note ?? null });
    return amendmentViews(this.ctx, actor, planId);
  }

  @Post(':amendmentId/decline')
  @HttpCode(200)
  @Roles('director')
  @Answers(z.array(contract.amendmentView))
  async decline(
    @Param('planId', { schema: id }) planId: string,
    @Param('amendmentId', { schema: id }) amendmentId: string,
    @Body({ schema: contract.declineAmendmentRequest }) body: z.infer<typeof contract.declineAmendmentRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AmendmentView[]> {
    const { commandId, reason } = body;
    await declineAmendment(this.ctx, actor, { planId, amendmentId, commandId, note: reason });
    return amendmentViews(this.ctx, actor, planId);
  }
}

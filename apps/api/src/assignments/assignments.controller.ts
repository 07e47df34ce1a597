import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  accept,
  assignmentOf,
  claimNotArisen,
  recordResult,
  remind,
  reportPeriod,
  returnWork,
  submit,
  type Actor,
  type QueryContext,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import type { z } from 'zod';
import { Answers, Roles } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

/** What people do to the work of one unit on one row. A repeat of a command is harmless and answers the same work. */
@ApiTags('assignments')
@Controller('assignments/:assignmentId')
export class AssignmentsController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  @Post('submit')
  @HttpCode(200)
  @Roles('unit-head', 'office')
  @Answers(contract.assignmentView)
  async submit(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.submitRequest }) body: z.infer<typeof contract.submitRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    const { code, issuedOn, ...rest } = body;
    await submit(this.ctx, actor, { assignmentId, ...rest, code: code ?? null, issuedOn: issuedOn ?? null });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('not-arisen')
  @HttpCode(200)
  @Roles('unit-head', 'office')
  @Answers(contract.assignmentView)
  async notArisen(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.notArisenRequest }) body: z.infer<typeof contract.notArisenRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await claimNotArisen(this.ctx, actor, { assignmentId, ...body });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('report-period')
  @HttpCode(200)
  @Roles('unit-head', 'unit-staff', 'office')
  @Answers(contract.assignmentView)
  async reportPeriod(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.reportPeriodRequest }) body: z.infer<typeof contract.reportPeriodRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await reportPeriod(this.ctx, actor, { assignmentId, ...body });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('accept')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.assignmentView)
  async accept(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.acceptRequest }) { note, ...rest }: z.infer<typeof contract.acceptRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await accept(this.ctx, actor, { assignmentId, ...rest, note: note ?? null });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('return')
  @HttpCode(200)
  @Roles('office', 'deputy-director', 'director')
  @Answers(contract.assignmentView)
  async return(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.returnRequest }) body: z.infer<typeof contract.returnRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await returnWork(this.ctx, actor, { assignmentId, ...body });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('record-result')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.assignmentView)
  async recordResult(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.recordResultRequest }) { summary, ...rest }: z.infer<typeof contract.recordResultRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await recordResult(this.ctx, actor, { assignmentId, ...rest, summary: summary ?? null });
    return assignmentOf(this.ctx, actor, assignmentId);
  }

  @Post('remind')
  @HttpCode(200)
  @Roles('office')
  @Answers(contract.assignmentView)
  async remind(
    @Param('assignmentId', { schema: id }) assignmentId: string,
    @Body({ schema: contract.remindRequest }) { note, commandId }: z.infer<typeof contract.remindRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AssignmentView> {
    await remind(this.ctx, actor, { assignmentId, commandId, note: note ?? null });
    return assignmentOf(this.ctx, actor, assignmentId);
  }
}

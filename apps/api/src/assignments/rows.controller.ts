import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fixDue, planRows, type Actor, type QueryContext } from '@don-doc/application';
import { fixDueRequest, rowView, type RowView } from '@don-doc/contracts/http';
import { DomainError } from '@don-doc/domain';
import type { z } from 'zod';
import { Answers, Roles } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

@ApiTags('rows')
@Controller('rows/:rowId')
export class RowsController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  /** The last day that the plan does not state, as the Office's policy. */
  @Post('fix-due')
  @HttpCode(200)
  @Roles('office')
  @Answers(rowView)
  async fixDue(
    @Param('rowId', { schema: id }) rowId: string,
    @Body({ schema: fixDueRequest }) body: z.infer<typeof fixDueRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<RowView> {
    const { planId } = await fixDue(this.ctx, actor, { rowId, ...body });
    const row = (await planRows(this.ctx, actor, planId)).find((candidate) => candidate.id === rowId);
    if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'row' });
    return row;
  }
}

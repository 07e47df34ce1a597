import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inboxPage, readInbox, readInboxEntry, type Actor, type QueryContext } from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import type { z } from 'zod';
import { Answers, SignedIn } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

@ApiTags('inbox')
@Controller('inbox')
@SignedIn()
export class InboxController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: QueryContext) {}

  @Get()
  @Answers(contract.inboxPage)
  page(
    @Query({ schema: contract.inboxQuery }) asked: z.infer<typeof contract.inboxQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.InboxPage> {
    return inboxPage(this.ctx, actor, asked);
  }

  @Post('read')
  @HttpCode(204)
  readAll(
    @Body({ schema: contract.readInboxRequest }) { asOf }: z.infer<typeof contract.readInboxRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return readInbox(this.ctx, actor, asOf);
  }

  @Post(':id/read')
  @HttpCode(204)
  read(@Param('id', { schema: id }) alarmId: string, @CurrentActor() actor: Actor): Promise<void> {
    return readInboxEntry(this.ctx, actor, alarmId);
  }
}

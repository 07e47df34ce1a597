import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inboxEntries, readInboxEntry, type Actor, type QueryContext } from '@don-doc/application';
import { inboxEntry, type InboxEntry } from '@don-doc/contracts/http';
import { z } from 'zod';
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
  @Answers(z.array(inboxEntry))
  list(@CurrentActor() actor: Actor): Promise<InboxEntry[]> {
    return inboxEntries(this.ctx, actor);
  }

  @Post(':id/read')
  @HttpCode(204)
  read(@Param('id', { schema: id }) alarmId: string, @CurrentActor() actor: Actor): Promise<void> {
    return readInboxEntry(this.ctx, actor, alarmId);
  }
}

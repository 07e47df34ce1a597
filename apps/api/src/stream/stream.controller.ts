import { Controller, Inject, Param, Sse, type MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planToday, type Actor, type QueryContext } from '@don-doc/application';
import { map, type Observable } from 'rxjs';
import { SignedIn } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';
import { ChangesService } from './changes.service.js';

@ApiTags('plans')
@Controller('plans')
@SignedIn()
export class StreamController {
  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: QueryContext,
    private readonly changes: ChangesService,
  ) {}

  /** Says that a plan changed, never what: the page asks anew for what it shows. */
  @Sse(':planId/stream')
  async stream(
    @Param('planId', { schema: id }) planId: string,
    @CurrentActor() actor: Actor,
  ): Promise<Observable<MessageEvent>> {
    await planToday(this.ctx, actor, planId);
    return this.changes.of(planId).pipe(map(({ type, at }) => ({ type, data: { planId, at } })));
  }
}

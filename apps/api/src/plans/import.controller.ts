import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { importPlan, readLexicon, type Actor, type AppContext } from '@don-doc/application';
import { imported } from '@don-doc/contracts/http';
import { MAX_PLAN_BYTES, readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import type { Config } from '@don-doc/config';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Answers, Roles } from '../http/access.js';
import { CurrentActor } from '../http/signed-in.js';
import { receiveFile } from '../http/upload.js';
import { APP_CONTEXT, CONFIG } from '../tokens.js';

@ApiTags('plans')
@Controller('plans')
export class ImportController {
  private readonly limit: number;

  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
    @Inject(CONFIG) config: Config,
  ) {
    this.limit = Math.min(config.api.uploadLimitBytes, MAX_PLAN_BYTES);
  }

  /** Reads the file whole before anything is written: what cannot be read leaves nothing behind. */
  @Post('import')
  @HttpCode(200)
  @Roles('office')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(imported)
  async import(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<z.infer<typeof imported>> {
    const { bytes, name } = await receiveFile(request, this.limit);
    const known = await readLexicon(this.ctx);
    const lexicon = known.entries.length === 0 ? soTuPhapLexicon : known;
    const { draft, findings } = await readPlan(bytes, name, lexicon);
    return importPlan(this.ctx, actor, { draft, findings, bytes });
  }
}

import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { directoryViews, type AppContext } from '@don-doc/application';
import { directoryView, type DirectoryView } from '@don-doc/contracts/http';
import { z } from 'zod';
import { Answers, SignedIn } from '../http/access.js';
import { APP_CONTEXT } from '../tokens.js';

@ApiTags('directories')
@Controller('directories')
@SignedIn()
export class DirectoryController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: AppContext) {}

  @Get()
  @Answers(z.array(directoryView))
  list(): Promise<DirectoryView[]> {
    return directoryViews(this.ctx);
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  createDirectory,
  directoryPeople,
  directoryViews,
  importPeople,
  type Actor,
  type AppContext,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, Roles, SignedIn } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { receiveFile } from '../http/upload.js';
import { APP_CONTEXT } from '../tokens.js';
import { tableOf } from './table-file.js';

const MAX_DIRECTORY_BYTES = 2 * 1024 * 1024;

/** Units and people. A directory is filled from a file, whole or not at all. */
@ApiTags('directories')
@Controller('directories')
@SignedIn()
export class DirectoryController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: AppContext) {}

  @Get()
  @Answers(z.array(contract.directoryView))
  list(@CurrentActor() actor: Actor): Promise<contract.DirectoryView[]> {
    return directoryViews(this.ctx, actor);
  }

  @Post()
  @HttpCode(200)
  @Roles('admin')
  @Answers(contract.directoryPeople)
  async create(
    @Body({ schema: contract.createDirectoryRequest }) { name }: z.infer<typeof contract.createDirectoryRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.DirectoryPeople> {
    return directoryPeople(this.ctx, actor, await createDirectory(this.ctx, actor, name));
  }

  @Get(':directoryId/people')
  @Roles('admin', 'office')
  @Answers(contract.directoryPeople)
  people(
    @Param('directoryId', { schema: id }) directoryId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.DirectoryPeople> {
    return directoryPeople(this.ctx, actor, directoryId);
  }

  @Post(':directoryId/import')
  @HttpCode(200)
  @Roles('admin')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(contract.directoryImported)
  async import(
    @Param('directoryId', { schema: id }) directoryId: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<contract.DirectoryImported> {
    const { bytes, name } = await receiveFile(request, MAX_DIRECTORY_BYTES);
    return importPeople(this.ctx, actor, { directoryId, table: await tableOf(bytes, name), source: name });
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../http/access.js';
import { OpenapiHolder } from './openapi.holder.js';

@Controller()
@Public()
export class OpenapiController {
  constructor(private readonly holder: OpenapiHolder) {}

  @Get('openapi.json')
  @ApiExcludeEndpoint()
  document(): OpenAPIObject | null {
    return this.holder.document;
  }
}

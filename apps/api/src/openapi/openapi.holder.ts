import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The document is made from the finished application, which no provider can ask for. */
@Injectable()
export class OpenapiHolder {
  document: OpenAPIObject | null = null;
}

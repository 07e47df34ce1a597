import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import * as contract from '@don-doc/contracts/http';
import { z } from 'zod';

/** Schemas of the contract by name, so that the published document names them and a client has their types. */
const names = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(contract)) {
  if (value instanceof z.ZodType && !['instant', 'civilDate'].includes(name)) names.add(value, { id: pascal(name) });
}

/** The API as OpenAPI 3.0, made from the routes and the contract's schemas. */
export function openapiDocument(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Đôn Đốc')
    .setDescription(
      'Chạy kế hoạch của cơ quan như nó được ban hành. Thời điểm là ISO 8601; ngày là năm-tháng-ngày theo giờ Việt Nam.',
    )
    .setVersion('1')
    .addCookieAuth('don-doc')
    .build();
  return SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType) : undefined,
  });
}

/** A named schema becomes a reference; its definition, and those of what it is made of, go among the components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: unknown; components: Record<string, unknown> } {
  const made = z.toJSONSchema(schema, { io, target: 'openapi-3.0', metadata: names }) as Record<string, unknown>;
  const { definitions, $schema: _, ...rest } = made;
  return { schema: rest, components: (definitions ?? {}) as Record<string, unknown> };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

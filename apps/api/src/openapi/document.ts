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

function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: unknown; components: Record<string, unknown> } {
  const id = names.get(schema)?.id;
  const {
    definitions,
    $schema: _,
    id: __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    target: 'openapi-3.0',
    metadata: names,
    // A registered schema that is the whole is named like one that is a part.
    reused: 'inline',
    override: ({ jsonSchema }) => void delete jsonSchema.id,
  }) as Record<string, unknown>;
  const components = (definitions ?? {}) as Record<string, unknown>;
  if (id === undefined) return { schema: rest, components };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: rest } };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

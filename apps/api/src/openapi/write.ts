import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@don-doc/config';
import { apiPrefix } from '@don-doc/contracts/http';
import { AppModule } from '../app.module.js';
import { APP_CONTEXT } from '../tokens.js';
import { openapiDocument } from './document.js';

/** The published document and the client's types, made from the code alone: no server is needed. */
export async function generate(): Promise<Readonly<Record<string, string>>> {
  const config = loadConfig({ DATABASE_URL: 'postgres://nowhere.invalid/none', LOG_LEVEL: 'silent' });
  const module = AppModule.with(config, [{ provide: APP_CONTEXT, useValue: {} }]);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  app.setGlobalPrefix(apiPrefix);
  const document = openapiDocument(app);
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const json = JSON.stringify(document, null, 2);
  const types = astToString(await openapiTS(json));
  return {
    'openapi.generated.json': `${json}\n`,
    'api.generated.ts': `// Made from openapi.generated.json by: node apps/api/dist/openapi.js\n${types}`,
  };
}

/** Writes what differs and names it; with `check` only names it. */
export async function bring(folder: URL, check: boolean): Promise<string[]> {
  const changed: string[] = [];
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await generate())) {
    const file = new URL(name, folder);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    changed.push(name);
    if (!check) await writeFile(file, text);
  }
  return changed;
}

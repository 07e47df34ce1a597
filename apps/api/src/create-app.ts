import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { apiPrefix } from '@don-doc/contracts/http';
import type { Config } from '@don-doc/config';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { refuseUndeclaredRoutes } from './http/declared-routes.js';
import { registerPlugins } from './http/plugins.js';
import { openapiDocument } from './openapi/document.js';
import { OpenapiHolder } from './openapi/openapi.holder.js';
import { serveWeb } from './web/serve-web.js';

export interface AppOptions {
  readonly config: Config;
  /** The built page's folder, if it is to be served. */
  readonly webDir?: string;
}

const BODY_LIMIT = 1024 * 1024;

/** The whole API, initialized, listening nowhere yet. Close it with `app.close()`. */
export async function createApp({ config, webDir }: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.api.trustProxy,
    bodyLimit: BODY_LIMIT,
    // Open streams would hold a stop back until their readers go.
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix(apiPrefix);
  await registerPlugins(app, config);
  if (webDir !== undefined) await serveWeb(app, webDir);
  refuseUndeclaredRoutes(app);
  app.get(OpenapiHolder).document = openapiDocument(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

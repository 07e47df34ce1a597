import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiPrefix } from '@don-doc/contracts/http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const YEAR_MS = 31_536_000_000;

/** Serves the built page; an address that is the page's own business gets index.html. */
export async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  if (!existsSync(join(webDir, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: ['index.html'],
    // Files under assets/ carry their content's hash in their name; the page itself must always be asked for.
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      void reply.header('cache-control', hashed ? `public, max-age=${YEAR_MS / 1000}, immutable` : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const isApi = request.url === apiPrefix || request.url.startsWith(`${apiPrefix}/`);
      const wantsPage = request.headers.accept?.includes('text/html') ?? false;
      if (isApi || !wantsPage) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
}

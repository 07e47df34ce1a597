import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import secureSession from '@fastify/secure-session';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@don-doc/config';
import { originCheck } from './origin.js';
import { sessionKey } from './session-key.js';

declare module '@fastify/secure-session' {
  interface SessionData {
    /** Of login_session; the cookie holds nothing else. */
    id: string;
  }
}

export const SESSION_HOURS = 12;

/** Headers, sealed cookies and uploads, before any route. */
export async function registerPlugins(app: NestFastifyApplication, config: Config): Promise<void> {
  const { secureCookies, publicUrl, uploadLimitBytes, sessionKeyFile } = config.api;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into the page as it draws.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secureCookies ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: secureCookies ? { maxAge: 31_536_000 } : false,
  });
  await app.register(secureSession, {
    key: sessionKey(sessionKeyFile),
    // The prefix binds the cookie to this host, but only https may carry it.
    cookieName: secureCookies ? '__Host-don-doc' : 'don-doc',
    expiry: SESSION_HOURS * 3600,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies, maxAge: SESSION_HOURS * 3600 },
  });
  await app.register(multipart, { limits: { fileSize: uploadLimitBytes, files: 1, fields: 10, parts: 12 } });
  app.getHttpAdapter().getInstance().addHook('onRequest', originCheck(publicUrl));
}

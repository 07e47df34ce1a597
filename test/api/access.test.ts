import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { declaredRoutes, refuseUndeclaredRoutes, type DeclaredRoute } from '@don-doc/api';
import type { Role } from '@don-doc/contracts/http';
import { startTestApi, type Answer, type TestApi, type TestClient } from '../support/api/index.js';

jest.setTimeout(120_000);

const ROLES: readonly Role[] = [
  'office',
  'unit-head',
  'unit-staff',
  'deputy-director',
  'director',
  'observer',
  'admin',
];

let api: TestApi;
const clients = new Map<Role | 'anonymous', TestClient>();
beforeAll(async () => {
  api = await startTestApi();
  clients.set('anonymous', api.anonymous());
  for (const role of ROLES) clients.set(role, await api.withRole(role));
});
afterAll(() => api.stop());

const pathOf = (route: DeclaredRoute): string => route.path.replace(/:\w+/g, () => randomUUID());
const codeOf = (answer: Answer): string => (answer.status >= 400 ? answer.json<{ code: string }>().code : '');

async function call(who: Role | 'anonymous', route: DeclaredRoute): Promise<Answer> {
  const client = clients.get(who);
  if (!client) throw new Error(`nobody is ${who}`);
  const body = route.method === 'GET' ? undefined : {};
  return client.call(route.method as 'GET', pathOf(route), body);
}

describe('who may call what', () => {
  it('is declared for every route that the router has', () => {
    const declared = declaredRoutes(api.app);
    const routed = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, includeHooks: false });
    expect(declared.length).toBeGreaterThan(35);
    expect(declared.filter((route) => route.access === undefined)).toEqual([]);
    for (const { path } of declared) expect(routed).toContain(path.split('/').at(-1));
  });

  it('answers 401 to whoever is not signed in, on every route that is not public', async () => {
    const wrong: string[] = [];
    for (const route of declaredRoutes(api.app)) {
      const answer = await call('anonymous', route);
      const refused = answer.status === 401 && codeOf(answer) === 'UNAUTHENTICATED';
      if (refused === (route.access === 'public')) wrong.push(`${route.method} ${route.path}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLES)('lets %s through exactly where the route names it', async (role) => {
    const wrong: string[] = [];
    for (const route of declaredRoutes(api.app)) {
      if (route.path.endsWith('/auth/logout')) continue;
      const answer = await call(role, route);
      const named = route.access === 'public' || route.access?.includes(role) === true;
      const refused = codeOf(answer) === 'FORBIDDEN';
      if (refused === named || codeOf(answer) === 'UNAUTHENTICATED' || answer.status >= 500)
        wrong.push(`${role} ${route.method} ${route.path}: ${answer.status} ${codeOf(answer)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('stops the start where a route says nothing', async () => {
    @Controller('silent')
    class SilentController {
      @Get()
      nothing(): void {
        return;
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [SilentController] })
    class SilentModule {}
    const app = await NestFactory.createApplicationContext(SilentModule, { logger: false });
    expect(() => refuseUndeclaredRoutes(app)).toThrow(/GET \/api\/silent/);
    await app.close();
  });
});

import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { apiPrefix } from '@don-doc/contracts/http';
import { ACCESS, type Access } from './access.js';

export interface DeclaredRoute {
  readonly method: string;
  /** With the prefix, parameters as ':name'. */
  readonly path: string;
  /** undefined: nobody said. */
  readonly access: Access | undefined;
  readonly handler: string;
}

/** Every route of the controllers, with who may call it, read from the router's own metadata. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = app.get(MetadataScanner, { strict: false });
  const routes: DeclaredRoute[] = [];
  for (const wrapper of app.get(DiscoveryService).getControllers()) {
    const { instance, metatype } = wrapper;
    if (!instance || typeof metatype !== 'function') continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (typeof handler !== 'function') continue;
      const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
      if (path === undefined) continue;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
      const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
      for (const base of paths(Reflect.getMetadata(PATH_METADATA, metatype)))
        for (const end of paths(path))
          routes.push({ method, path: join(apiPrefix, base, end), access, handler: `${metatype.name}.${name}` });
    }
  }
  return routes;
}

/** A route that nobody declared must not wait for its first caller to be found. */
export function refuseUndeclaredRoutes(app: INestApplicationContext): void {
  const silent = declaredRoutes(app).filter((route) => route.access === undefined);
  if (silent.length > 0)
    throw new Error(
      `routes without @Roles, @SignedIn or @Public: ${silent.map((r) => `${r.method} ${r.path} (${r.handler})`).join(', ')}`,
    );
}

const paths = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : [typeof value === 'string' ? value : ''];

function join(...parts: string[]): string {
  const path = parts.map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${path.join('/')}`;
}

import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { DomainError } from '@don-doc/domain';
import type { Role } from '@don-doc/contracts/http';
import type { ZodType } from 'zod';

export const ACCESS = 'don-doc:access';
export const BEFORE_PASSWORD_CHANGE = 'don-doc:before-password-change';

/** Who may call a route. 'public': anyone, signed in or not. */
export type Access = 'public' | readonly Role[];

export const EVERY_ROLE = [
  'office',
  'unit-head',
  'unit-staff',
  'deputy-director',
  'director',
  'observer',
  'admin',
] as const satisfies readonly Role[];

/** These roles may call the route; the use case then asks whether this person may do this to that. */
export const Roles = (...roles: [Role, ...Role[]]): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, roles);

/** Whoever is signed in. */
export const SignedIn = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, EVERY_ROLE);

/** Anyone, without a session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, 'public');

/** Open also while a first password has not been changed. */
export const BeforePasswordChange = (): MethodDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** @throws DomainError FORBIDDEN where the route names none of these roles; an undeclared route is open to nobody. */
export function requireAccess(access: Access | undefined, roles: readonly Role[]): void {
  if (access === 'public') return;
  if (access === undefined || !roles.some((role) => access.includes(role))) throw new DomainError('FORBIDDEN');
}

/** What a route answers, for the published OpenAPI. */
export const Answers = (schema: ZodType, description = 'Kết quả'): MethodDecorator =>
  applyDecorators(ApiOkResponse({ standardSchema: schema, description }));

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { readSession, type AppContext } from '@don-doc/application';
import { DomainError } from '@don-doc/domain';
import { APP_CONTEXT } from '../tokens.js';
import { ACCESS, BEFORE_PASSWORD_CHANGE, requireAccess, type Access } from './access.js';
import type { SignedInRequest } from './signed-in.js';

/** Finds who is calling, and refuses whom the route does not name. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (access === undefined) throw new DomainError('FORBIDDEN');
    if (access === 'public') return true;

    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const sessionId: unknown = request.session.get('id');
    const account = typeof sessionId === 'string' ? await readSession(this.ctx, sessionId) : null;
    if (account === null) throw new DomainError('UNAUTHENTICATED');
    requireAccess(access, account.actor.roles);
    if (
      account.mustChangePassword &&
      !this.reflector.getAllAndOverride<boolean | undefined>(BEFORE_PASSWORD_CHANGE, targets)
    )
      throw new DomainError('MUST_CHANGE_PASSWORD');
    request.account = account;
    return true;
  }
}

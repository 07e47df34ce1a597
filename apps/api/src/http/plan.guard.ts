import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actorOnPlan, type AppContext } from '@don-doc/application';
import { APP_CONTEXT } from '../tokens.js';
import { ACCESS, requireAccess, type Access } from './access.js';
import { id } from './params.js';
import type { SignedInRequest } from './signed-in.js';

/**
 * A route that names a plan, a row or an assignment is open only to those whose business that plan is, and to whom the
 * route names by the roles that they have on it: what a person is in one directory it is not in another.
 */
@Injectable()
export class PlanGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { planId, rowId, assignmentId } = request.params as Record<string, unknown>;
    const subject = { planId: named(planId), rowId: named(rowId), assignmentId: named(assignmentId) };
    const { account } = request;
    if (account === undefined || Object.values(subject).every((value) => value === undefined)) return true;
    const actor = await actorOnPlan(this.ctx, account.actor, subject);
    const targets = [context.getHandler(), context.getClass()];
    requireAccess(this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets), actor.roles);
    request.account = { ...account, actor };
    return true;
  }
}

/** What is no id at all is refused by the route's own check of its shape. */
const named = (value: unknown): string | undefined => id.safeParse(value).data;

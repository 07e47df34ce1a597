import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { requireReach, type AppContext } from '@don-doc/application';
import { APP_CONTEXT } from '../tokens.js';
import { id } from './params.js';
import type { SignedInRequest } from './signed-in.js';

/** A route that names a plan, a row or an assignment is open only to those whose business that plan is. */
@Injectable()
export class PlanGuard implements CanActivate {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: AppContext) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { planId, rowId, assignmentId } = request.params as Record<string, unknown>;
    const subject = { planId: named(planId), rowId: named(rowId), assignmentId: named(assignmentId) };
    if (request.account === undefined || Object.values(subject).every((value) => value === undefined)) return true;
    await requireReach(this.ctx, request.account.actor, subject);
    return true;
  }
}

/** What is no id at all is refused by the route's own check of its shape. */
const named = (value: unknown): string | undefined => id.safeParse(value).data;

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SessionAccount } from '@don-doc/application';
import type { FastifyRequest } from 'fastify';

export type SignedInRequest = FastifyRequest & { account?: SessionAccount };

/** The person who gives the command. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { account } = context.switchToHttp().getRequest<SignedInRequest>();
  return account?.actor;
});

/** The account with what the page needs to know of it. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedInRequest>().account,
);

import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import {
  changePassword,
  logIn,
  logOut,
  readSession,
  type AppContext,
  type PasswordHasher,
  type SessionAccount,
} from '@don-doc/application';
import { changePasswordRequest, loginRequest, me, type Me } from '@don-doc/contracts/http';
import { DomainError } from '@don-doc/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Answers, BeforePasswordChange, Public, SignedIn } from '../http/access.js';
import { SESSION_HOURS } from '../http/plugins.js';
import { CurrentAccount } from '../http/signed-in.js';
import { APP_CONTEXT, PASSWORD_HASHER } from '../tokens.js';

/** Ten tries a name from one address in five minutes, then five minutes of rest. */
const LOGIN_LIMIT = { limit: 10, ttl: 300_000, blockDuration: 300_000 };

function byAddressAndName(request: Record<string, unknown>): string {
  const { body, ip } = request as { body?: { username?: unknown }; ip?: string };
  return `${ip ?? ''}|${typeof body?.username === 'string' ? body.username.trim().toLowerCase() : ''}`;
}

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
    @Inject(PASSWORD_HASHER) private readonly hasher: PasswordHasher,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @Throttle({ default: { ...LOGIN_LIMIT, getTracker: byAddressAndName } })
  @Answers(me)
  async login(
    @Body({ schema: loginRequest }) body: z.infer<typeof loginRequest>,
    @Req() request: FastifyRequest,
  ): Promise<Me> {
    const before: unknown = request.session.get('id');
    const id = await logIn(this.ctx, this.hasher, { ...body, address: request.ip, hours: SESSION_HOURS });
    if (typeof before === 'string') await logOut(this.ctx, before);
    // A fresh session: nothing that was in the cookie before the login outlives it.
    request.session.regenerate();
    request.session.set('id', id);
    const account = await readSession(this.ctx, id);
    if (account === null) throw new DomainError('UNAUTHENTICATED');
    return view(account);
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  async logout(@Req() request: FastifyRequest): Promise<void> {
    const id: unknown = request.session.get('id');
    if (typeof id === 'string') await logOut(this.ctx, id);
    request.session.delete();
  }

  /** 204 for nobody: asked before the log-in page is shown, where a 401 would stand in the browser's console as an error. */
  @Get('me')
  @Public()
  @Answers(me)
  @ApiNoContentResponse({ description: 'Chưa đăng nhập' })
  async me(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me | undefined> {
    const id: unknown = request.session.get('id');
    const account = typeof id === 'string' ? await readSession(this.ctx, id) : null;
    if (account !== null) return view(account);
    void reply.status(204);
    return undefined;
  }

  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @BeforePasswordChange()
  async password(
    @Body({ schema: changePasswordRequest }) body: z.infer<typeof changePasswordRequest>,
    @CurrentAccount() account: SessionAccount,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const sessionId = request.session.get('id') as string;
    await changePassword(this.ctx, this.hasher, { ...body, accountId: account.accountId, sessionId });
  }
}

function view({ accountId, actor, username, unitName, mustChangePassword }: SessionAccount): Me {
  const { name, roles, unitId } = actor;
  return { accountId, username, name, roles: [...roles], unitId, unitName, mustChangePassword };
}

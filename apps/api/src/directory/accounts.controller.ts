import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  accountViews,
  openAccount,
  resetAccount,
  setAccountDisabled,
  type Actor,
  type AppContext,
  type PasswordHasher,
} from '@don-doc/application';
import * as contract from '@don-doc/contracts/http';
import { z } from 'zod';
import { randomPassword } from '../auth/random-password.js';
import { Answers, Roles } from '../http/access.js';
import { id } from '../http/params.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT, PASSWORD_HASHER } from '../tokens.js';

/** Accounts are opened, closed and given new first passwords; a password leaves once, in the answer to the administrator. */
@ApiTags('accounts')
@Controller('accounts')
@Roles('admin')
export class AccountsController {
  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
    @Inject(PASSWORD_HASHER) private readonly hasher: PasswordHasher,
  ) {}

  @Get()
  @Answers(z.array(contract.accountView))
  list(@CurrentActor() actor: Actor): Promise<contract.AccountView[]> {
    return accountViews(this.ctx, actor);
  }

  @Post()
  @HttpCode(200)
  @Answers(contract.accountOpened)
  async open(
    @Body({ schema: contract.openAccountRequest }) body: z.infer<typeof contract.openAccountRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AccountOpened> {
    const password = randomPassword();
    const input = { ...body, personId: body.personId ?? null, password };
    return { account: await openAccount(this.ctx, this.hasher, actor, input), password };
  }

  @Post(':accountId/reset')
  @HttpCode(200)
  @Answers(contract.accountOpened)
  async reset(
    @Param('accountId', { schema: id }) accountId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AccountOpened> {
    const password = randomPassword();
    return { account: await resetAccount(this.ctx, this.hasher, actor, { accountId, password }), password };
  }

  @Post(':accountId/disable')
  @HttpCode(200)
  @Answers(contract.accountView)
  disable(
    @Param('accountId', { schema: id }) accountId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AccountView> {
    return setAccountDisabled(this.ctx, actor, { accountId, disabled: true });
  }

  @Post(':accountId/enable')
  @HttpCode(200)
  @Answers(contract.accountView)
  enable(
    @Param('accountId', { schema: id }) accountId: string,
    @CurrentActor() actor: Actor,
  ): Promise<contract.AccountView> {
    return setAccountDisabled(this.ctx, actor, { accountId, disabled: false });
  }
}

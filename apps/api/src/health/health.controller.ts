import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { planHealth, type AppContext } from '@don-doc/application';
import { health, readiness, type PlanHealth, type Readiness } from '@don-doc/contracts/http';
import type { FastifyReply } from 'fastify';
import { Answers, Public } from '../http/access.js';
import { TemporalService } from '../temporal/temporal.service.js';
import { APP_CONTEXT } from '../tokens.js';
import { renderMetrics } from './metrics.js';

/** A minute is the watchdog's; past two of them somebody should look. */
const LATE_MS = 120_000;

@ApiTags('health')
@Controller()
@Public()
@SkipThrottle()
export class HealthController {
  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
    private readonly temporal: TemporalService,
  ) {}

  @Get('health/live')
  @Answers(health)
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** 503 only where nothing can be served: a page without Temporal still shows and takes the facts. */
  @Get('health/ready')
  @Answers(readiness)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [plans, temporal] = await Promise.all([this.plans(), this.temporal.reachable()]);
    if (plans === null) void reply.status(503);
    const well = temporal && plans?.every(isWell) === true;
    const status = plans === null ? 'unready' : well ? 'ready' : 'degraded';
    return { status, database: plans !== null, temporal, plans: plans ?? [] };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const [plans, temporal] = await Promise.all([this.plans(), this.temporal.reachable()]);
    return renderMetrics(plans, temporal);
  }

  private async plans(): Promise<PlanHealth[] | null> {
    try {
      const plans = await planHealth(this.ctx);
      // Titles are for those who are signed in: these routes are open.
      return plans.map(({ failing, title: _, ...plan }) => ({ ...plan, failingSettles: failing.length }));
    } catch {
      return null;
    }
  }
}

function isWell(plan: PlanHealth): boolean {
  return plan.latestWakeMs < LATE_MS && plan.failingSettles === 0 && plan.oldestOutboxMs < LATE_MS;
}

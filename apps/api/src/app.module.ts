import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Config } from '@don-doc/config';
import { LoggerModule } from 'nestjs-pino';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { RowsController } from './assignments/rows.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { argon2Hasher } from './auth/hasher.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { contextProviders } from './context.providers.js';
import { AccountsController } from './directory/accounts.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { HealthController } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { PlanGuard } from './http/plan.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ThrottleGuard } from './http/throttle.guard.js';
import { validationPipe } from './http/validation.js';
import { InboxController } from './inbox/inbox.controller.js';
import { OpenapiController } from './openapi/openapi.controller.js';
import { OpenapiHolder } from './openapi/openapi.holder.js';
import { ActsController } from './plans/acts.controller.js';
import { AmendmentsController } from './plans/amendments.controller.js';
import { ExportController } from './plans/export.controller.js';
import { ImportController } from './plans/import.controller.js';
import { PlansController } from './plans/plans.controller.js';
import { ChangesService } from './stream/changes.service.js';
import { StreamController } from './stream/stream.controller.js';
import { TemporalService } from './temporal/temporal.service.js';
import { CONFIG, PASSWORD_HASHER } from './tokens.js';

/** Requests a minute from one address: an office behind one gateway is many people. */
const REQUESTS_A_MINUTE = 3_000;

@Module({})
export class AppModule {
  static with(config: Config, context: readonly Provider[] = contextProviders): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: REQUESTS_A_MINUTE }]),
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.logLevel,
            // A cookie is a login, and a header may hold one.
            redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
            autoLogging: { ignore: (request) => /^\/(?!api\/)|^\/api\/(?:health|metrics)/.test(request.url ?? '') },
          },
        }),
      ],
      controllers: [
        AuthController,
        ImportController,
        PlansController,
        ActsController,
        AmendmentsController,
        ExportController,
        StreamController,
        AssignmentsController,
        RowsController,
        CalendarController,
        InboxController,
        DirectoryController,
        AccountsController,
        HealthController,
        OpenapiController,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: PASSWORD_HASHER, useValue: argon2Hasher },
        ...context,
        TemporalService,
        ChangesService,
        OpenapiHolder,
        { provide: APP_GUARD, useClass: ThrottleGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: PlanGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

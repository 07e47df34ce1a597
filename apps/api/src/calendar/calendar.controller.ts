import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { calendarView, editCalendar, type Actor, type AppContext } from '@don-doc/application';
import { calendarDayRequest, calendarView as calendarSchema, type CalendarView } from '@don-doc/contracts/http';
import type { z } from 'zod';
import { Answers, Roles, SignedIn } from '../http/access.js';
import { CurrentActor } from '../http/signed-in.js';
import { APP_CONTEXT } from '../tokens.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(@Inject(APP_CONTEXT) private readonly ctx: AppContext) {}

  @Get()
  @SignedIn()
  @Answers(calendarSchema)
  calendar(): Promise<CalendarView> {
    return calendarView(this.ctx);
  }

  /** Makes a new version of the calendar and tells it to every running plan. */
  @Put('days')
  @HttpCode(200)
  @Roles('admin', 'office')
  @Answers(calendarSchema)
  async edit(
    @Body({ schema: calendarDayRequest }) body: z.infer<typeof calendarDayRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarView> {
    await editCalendar(this.ctx, actor, body);
    return calendarView(this.ctx);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { Can, Returns } from '../platform/route.js';
import { CalendarService } from './calendar.service.js';
import { CalendarQuery, ScaleCalendarDto } from './schedules.dto.js';

@Controller('scale-calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Can('scales:calendar')
  @Returns(ScaleCalendarDto)
  of(@Query() query: CalendarQuery): Promise<ScaleCalendarDto> {
    return this.calendar.of(query);
  }
}

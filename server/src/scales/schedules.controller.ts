import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { EndQuery, NewSchedule, NewScheduleDto, ScheduleChange, ScheduleDto, ScheduleQuery } from './schedules.dto.js';
import { SchedulesService } from './schedules.service.js';

@Controller('scale-schedules')
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Post()
  @Can('scales:schedule')
  @Creates(NewScheduleDto)
  schedule(@Body() body: NewSchedule): Promise<NewScheduleDto> {
    return this.schedules.schedule(body);
  }

  @Get()
  @Can('scales:read')
  @ReturnsPage(ScheduleDto)
  list(@Query() query: ScheduleQuery): Promise<Page<ScheduleDto>> {
    return this.schedules.list(query);
  }

  @Patch(':id')
  @Can('scales:schedule')
  @Returns(ScheduleDto)
  change(@Id() id: string, @Body() body: ScheduleChange, @IfMatch() version: number): Promise<ScheduleDto> {
    return this.schedules.change(id, body, version);
  }

  @Delete(':id')
  @Can('scales:schedule')
  @ReturnsNothing()
  end(@Id() id: string, @IfMatch() version: number, @Query() { both }: EndQuery): Promise<void> {
    return this.schedules.end(id, version, both === 'true');
  }
}

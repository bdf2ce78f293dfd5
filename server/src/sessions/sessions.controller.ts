import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { SeriesService } from './series.service.js';
import { NewSession, SessionChange, SessionDto, SessionQuery, SessionSeriesDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly series: SeriesService,
  ) {}

  @Post()
  @Can('sessions:plan')
  @Creates(SessionDto)
  plan(@Body() asked: NewSession): Promise<SessionDto> {
    return asked.repeat ? this.series.plan(asked, asked.repeat) : this.sessions.plan(asked);
  }

  @Get()
  @Can('sessions:read')
  @ReturnsPage(SessionDto)
  list(@Query() query: SessionQuery): Promise<Page<SessionDto>> {
    return this.sessions.list(query);
  }

  @Get(':id')
  @Can('sessions:read')
  @Returns(SessionDto)
  read(@Id() id: string): Promise<SessionDto> {
    return this.sessions.read(id);
  }

  @Get(':id/series')
  @Can('sessions:read-series')
  @Returns(SessionSeriesDto)
  readSeries(@Id() id: string): Promise<SessionSeriesDto> {
    return this.series.ofSession(id);
  }

  @Patch(':id')
  @Can('sessions:plan')
  @Returns(SessionDto)
  change(@Id() id: string, @IfMatch() version: number, @Body() change: SessionChange): Promise<SessionDto> {
    const several = change.scope !== undefined && change.scope !== 'one';
    return several ? this.series.change(id, version, change) : this.sessions.change(id, version, change);
  }
}

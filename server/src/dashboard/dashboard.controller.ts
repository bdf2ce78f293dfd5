import { Controller, Get, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Id, Returns, ReturnsPage } from '../platform/route.js';
import { CaseloadRowDto } from '../clients/clients.dto.js';
import { ClientQuery } from './caseload.dto.js';
import { CaseloadService } from './caseload.service.js';
import { BoardDto } from './caseloads.dto.js';
import { CaseloadsService } from './caseloads.service.js';
import { HomeDto } from './home.dto.js';
import { HomeService } from './home.service.js';
import { StandingDto, StandingsQuery } from './standings.dto.js';
import { StandingsService } from './standings.service.js';
import { TimelineItemDto, TimelineQuery } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';
import { TodayDto } from './today.dto.js';
import { TodayService } from './today.service.js';

@Controller()
export class DashboardController {
  constructor(
    private readonly day: TodayService,
    private readonly timelines: TimelineService,
    private readonly homes: HomeService,
    private readonly caseload: CaseloadService,
    private readonly boards: CaseloadsService,
    private readonly standing: StandingsService,
  ) {}

  @Get('today')
  @Can('today:read')
  @Returns(TodayDto)
  today(): Promise<TodayDto> {
    return this.day.today();
  }

  @Get('clients')
  @Can('clients:read')
  @ReturnsPage(CaseloadRowDto)
  clients(@Query() query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    return this.caseload.page(query);
  }

  @Get('clients/:id/timeline')
  @Can('timeline:read')
  @ReturnsPage(TimelineItemDto)
  timeline(@Id() id: string, @Query() query: TimelineQuery): Promise<Page<TimelineItemDto>> {
    return this.timelines.of(id, query);
  }

  @Get('standings')
  @Can('today:read')
  @ReturnsPage(StandingDto)
  standings(@Query() query: StandingsQuery): Promise<Page<StandingDto>> {
    return this.standing.of(query.clientIds);
  }

  @Get('home')
  @Can('home:read')
  @Returns(HomeDto)
  home(): Promise<HomeDto> {
    return this.homes.home();
  }

  @Get('caseloads')
  @Can('board:read')
  @Returns(BoardDto)
  caseloads(): Promise<BoardDto> {
    return this.boards.board();
  }
}

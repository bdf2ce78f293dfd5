import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { NewScreening, ScreenerDto, ScreeningDto, ScreeningMistake } from './screenings.dto.js';
import { ScreeningsService } from './screenings.service.js';

@Controller()
export class ScreeningsController {
  constructor(private readonly screenings: ScreeningsService) {}

  @Get('screeners')
  @Can('screenings:read')
  @ReturnsPage(ScreenerDto)
  screeners(): Page<ScreenerDto> {
    return this.screenings.screeners();
  }

  @Post('clients/:id/screenings')
  @Can('screenings:record')
  @Creates(ScreeningDto)
  record(@Id() clientId: string, @Body() body: NewScreening): Promise<ScreeningDto> {
    return this.screenings.record(clientId, body);
  }

  @Get('clients/:id/screenings')
  @Can('screenings:read')
  @ReturnsPage(ScreeningDto)
  list(@Id() clientId: string): Promise<Page<ScreeningDto>> {
    return this.screenings.of(clientId);
  }

  @Post('screenings/:id/entered-in-error')
  @Can('screenings:record')
  @Returns(ScreeningDto)
  enterInError(@Id() id: string, @Body() mistake: ScreeningMistake): Promise<ScreeningDto> {
    return this.screenings.enterInError(id, mistake);
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import {
  ClientScoresDto,
  CoupleScoresDto,
  CoupleScoresQuery,
  InstrumentDto,
  NewScaleResponse,
  ScaleResponseDto,
  ScoresQuery,
} from './scales.dto.js';
import { ScalesService } from './scales.service.js';

@Controller()
export class ScalesController {
  constructor(private readonly scales: ScalesService) {}

  @Get('instruments')
  @Can('instruments:read')
  @ReturnsPage(InstrumentDto)
  instruments(): Page<InstrumentDto> {
    return { items: this.scales.instruments().map((instrument) => InstrumentDto.of(instrument)), next: null };
  }

  @Get('instruments/:id')
  @Can('instruments:read')
  @Returns(InstrumentDto)
  instrument(@Id() id: string): InstrumentDto {
    return InstrumentDto.of(this.scales.instrument(id));
  }

  @Post('scale-responses')
  @Can('scales:answer')
  @Creates(ScaleResponseDto)
  answer(@Body() body: NewScaleResponse): Promise<ScaleResponseDto> {
    return this.scales.answer(body);
  }

  @Get('clients/:id/scores')
  @Can('scales:read')
  @Returns(ClientScoresDto)
  scoresOfClient(@Id() id: string, @Query() query: ScoresQuery): Promise<ClientScoresDto> {
    return this.scales.scoresOfClient(id, query);
  }

  @Get('couples/:id/scores')
  @Can('scales:compare')
  @Returns(CoupleScoresDto)
  scoresOfCouple(@Id() id: string, @Query() query: CoupleScoresQuery): Promise<CoupleScoresDto> {
    return this.scales.scoresOfCouple(id, query.instrumentId ?? null);
  }
}

import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { FhirBody, TakesFhir } from '../platform/fhir.body.js';
import { Can, Creates, Id, Returns } from '../platform/route.js';
import { FhirBundleDto, ImportedResponseDto, ResponseImportQuery } from './responses.dto.js';
import { ResponsesService } from './responses.service.js';
import {
  ClientScoresDto,
  CoupleScoresDto,
  CoupleScoresQuery,
  NewScaleResponse,
  ScaleResponseDto,
  ScoresQuery,
} from './scales.dto.js';
import { ScalesService } from './scales.service.js';
import { ScoresService } from './scores.service.js';

@Controller()
export class ScalesController {
  constructor(
    private readonly scales: ScalesService,
    private readonly scores: ScoresService,
    private readonly responses: ResponsesService,
  ) {}

  @Post('scale-responses')
  @Can('scales:answer')
  @Creates(ScaleResponseDto)
  answer(@Body() body: NewScaleResponse): Promise<ScaleResponseDto> {
    return this.scales.answer(body);
  }

  @Post('scale-responses/import')
  @Can('scales:import')
  @Creates(ImportedResponseDto)
  @TakesFhir()
  import(@Query() query: ResponseImportQuery, @FhirBody() text: string): Promise<ImportedResponseDto> {
    return this.responses.import(text, query);
  }

  @Get('scale-responses/:id/fhir')
  @Can('scales:export')
  @Returns(FhirBundleDto)
  @Header('content-type', 'application/fhir+json; charset=utf-8')
  bundle(@Id() id: string): Promise<FhirBundleDto> {
    return this.responses.bundle(id);
  }

  @Get('clients/:id/scores')
  @Can('scales:read')
  @Returns(ClientScoresDto)
  scoresOfClient(@Id() id: string, @Query() query: ScoresQuery): Promise<ClientScoresDto> {
    return this.scores.scoresOfClient(id, query);
  }

  @Get('couples/:id/scores')
  @Can('scales:compare')
  @Returns(CoupleScoresDto)
  scoresOfCouple(@Id() id: string, @Query() query: CoupleScoresQuery): Promise<CoupleScoresDto> {
    return this.scores.scoresOfCouple(id, query.instrumentId ?? null);
  }
}

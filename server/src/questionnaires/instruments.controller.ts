import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { FhirBody, TakesFhir } from '../platform/fhir.body.js';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { ChangeRuleChoiceDto, NewChangeRuleChoice } from './change-rules.dto.js';
import { ChangeRulesService } from './change-rules.service.js';
import { factsView } from './instrument.views.js';
import {
  ImportedDto,
  InstrumentDto,
  InstrumentsQuery,
  MappingDto,
  NewMapping,
  ScaleFactsDto,
} from './instruments.dto.js';
import { InstrumentsService } from './instruments.service.js';

@Controller()
export class InstrumentsController {
  constructor(
    private readonly instruments: InstrumentsService,
    private readonly rules: ChangeRulesService,
  ) {}

  @Get('instruments')
  @Can('instruments:read')
  @ReturnsPage(InstrumentDto)
  list(@Query() query: InstrumentsQuery): Promise<Page<InstrumentDto>> {
    return this.instruments.list(query);
  }

  @Get('instruments/:id')
  @Can('instruments:read')
  @Returns(InstrumentDto)
  one(@Id() id: string): Promise<InstrumentDto> {
    return this.instruments.view(id);
  }

  @Post('instruments/import')
  @Can('instruments:import')
  @Creates(ImportedDto)
  @TakesFhir()
  import(@FhirBody() text: string): Promise<ImportedDto> {
    return this.instruments.import(text);
  }

  @Get('instruments/:id/mapping')
  @Can('instruments:import')
  @Returns(MappingDto)
  mapping(@Id() id: string): Promise<MappingDto> {
    return this.instruments.mapping(id);
  }

  @Post('instruments/:id/mapping')
  @Can('instruments:import')
  @Returns(ImportedDto)
  map(@Id() id: string, @Body() body: NewMapping): Promise<ImportedDto> {
    return this.instruments.map(id, body);
  }

  @Get('scale-facts')
  @Can('change-rules:read')
  @ReturnsPage(ScaleFactsDto)
  facts(): Page<ScaleFactsDto> {
    return { items: factsView(), next: null };
  }

  @Get('change-rules')
  @Can('change-rules:read')
  @ReturnsPage(ChangeRuleChoiceDto)
  async changeRules(): Promise<Page<ChangeRuleChoiceDto>> {
    return { items: await this.rules.list(), next: null };
  }

  @Post('change-rules')
  @Can('change-rules:choose')
  @Creates(ChangeRuleChoiceDto)
  choose(@Body() body: NewChangeRuleChoice): Promise<ChangeRuleChoiceDto> {
    return this.rules.choose(body);
  }
}

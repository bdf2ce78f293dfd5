import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { CoupleChange, CoupleDto, CoupleQuery, CoupleStageDto, NewCouple } from './couples.dto.js';
import { CoupleStagesService } from './couple-stages.service.js';
import { CouplesService } from './couples.service.js';

@Controller('couples')
export class CouplesController {
  constructor(
    private readonly couples: CouplesService,
    private readonly stages: CoupleStagesService,
  ) {}

  @Post()
  @Can('couples:create')
  @Creates(CoupleDto)
  create(@Body() input: NewCouple): Promise<CoupleDto> {
    return this.couples.create(input);
  }

  @Get()
  @Can('couples:read')
  @ReturnsPage(CoupleDto)
  list(@Query() query: CoupleQuery): Promise<Page<CoupleDto>> {
    return this.couples.page(query);
  }

  @Get(':id')
  @Can('couples:read')
  @Returns(CoupleDto)
  one(@Id() id: string): Promise<CoupleDto> {
    return this.couples.one(id);
  }

  @Patch(':id')
  @Can('couples:change')
  @Returns(CoupleDto)
  change(@Id() id: string, @IfMatch() version: number, @Body() input: CoupleChange): Promise<CoupleDto> {
    return this.couples.change(id, version, input);
  }

  /** Where they stood and since when, the newest first. */
  @Get(':id/stages')
  @Can('couples:stages')
  @ReturnsPage(CoupleStageDto)
  async stagesOf(@Id() id: string): Promise<Page<CoupleStageDto>> {
    return { items: await this.stages.of(id), next: null };
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { BaselineStartDto, NewBaselineStart } from './baselines.dto.js';
import { BaselinesService } from './baselines.service.js';
import { ItemAnswersDto, ItemAnswersQuery } from './item-answers.dto.js';
import { ItemAnswersService } from './item-answers.service.js';
import { ChartMarkDto } from './marks.dto.js';
import { MarksService } from './marks.service.js';

/** What stands on a chart of scores beside the scores. */
@Controller()
export class ChartsController {
  constructor(
    private readonly baselines: BaselinesService,
    private readonly marks: MarksService,
    private readonly items: ItemAnswersService,
  ) {}

  @Get('clients/:id/chart-marks')
  @Can('scales:marks')
  @ReturnsPage(ChartMarkDto)
  marksOf(@Id() id: string): Promise<Page<ChartMarkDto>> {
    return this.marks.of(id);
  }

  @Get('clients/:id/item-answers')
  @Can('scales:items')
  @Returns(ItemAnswersDto)
  itemAnswers(@Id() id: string, @Query() query: ItemAnswersQuery): Promise<ItemAnswersDto> {
    return this.items.of(id, query);
  }

  @Post('clients/:id/baselines')
  @Can('scales:rebaseline')
  @Creates(BaselineStartDto)
  start(@Id() id: string, @Body() body: NewBaselineStart): Promise<BaselineStartDto> {
    return this.baselines.start(id, body);
  }
}

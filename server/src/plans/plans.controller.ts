import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { PlanStandingService } from './plan-standing.service.js';
import {
  ActiveGoalDto,
  NewPlan,
  OwnAnswer,
  OwnPlanDto,
  PlanDto,
  PlanEnd,
  TreatmentPlanInput,
  PlanLineDto,
  PlanQuery,
  PlanReviewDto,
  PlanScaleDto,
  SessionAnswer,
} from './plans.dto.js';
import { PlansService } from './plans.service.js';

@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly standing: PlanStandingService,
  ) {}

  @Post('plans')
  @Can('plans:write')
  @Creates(PlanDto)
  begin(@Body() whose: NewPlan): Promise<PlanDto> {
    return this.plans.begin(whose);
  }

  @Get('plans')
  @Can('plans:read')
  @ReturnsPage(PlanLineDto)
  list(@Query() query: PlanQuery): Promise<Page<PlanLineDto>> {
    return this.plans.list(query);
  }

  @Get('plan-reviews')
  @Can('plans:write')
  @ReturnsPage(PlanReviewDto)
  reviewsDue(): Promise<Page<PlanReviewDto>> {
    return this.plans.reviewsDue();
  }

  @Get('goals')
  @Can('plans:read')
  @ReturnsPage(ActiveGoalDto)
  activeGoals(@Query() query: PlanQuery): Promise<Page<ActiveGoalDto>> {
    return this.plans.activeGoals(query);
  }

  @Get('own-plans')
  @Can('plans:answer')
  @ReturnsPage(OwnPlanDto)
  own(): Promise<Page<OwnPlanDto>> {
    return this.standing.own();
  }

  @Get('plans/:id')
  @Can('plans:read')
  @Returns(PlanDto)
  read(@Id() id: string): Promise<PlanDto> {
    return this.plans.read(id);
  }

  @Put('plans/:id')
  @Can('plans:write')
  @Returns(PlanDto)
  save(@Id() id: string, @IfMatch() version: number, @Body() written: TreatmentPlanInput): Promise<PlanDto> {
    return this.plans.save(id, version, written);
  }

  @Get('plans/:id/scales')
  @Can('plans:write')
  @ReturnsPage(PlanScaleDto)
  scales(@Id() id: string): Promise<Page<PlanScaleDto>> {
    return this.plans.scales(id);
  }

  @Post('plans/:id/discard')
  @Can('plans:write')
  @ReturnsNothing()
  discard(@Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.plans.discard(id, version);
  }

  @Post('plans/:id/start')
  @Can('plans:write')
  @Returns(PlanDto)
  start(@Id() id: string, @IfMatch() version: number): Promise<PlanDto> {
    return this.standing.start(id, version);
  }

  @Post('plans/:id/show')
  @Can('plans:write')
  @Returns(PlanDto)
  show(@Id() id: string): Promise<PlanDto> {
    return this.standing.show(id);
  }

  @Post('plans/:id/end')
  @Can('plans:write')
  @Returns(PlanDto)
  end(@Id() id: string, @Body() body: PlanEnd): Promise<PlanDto> {
    return this.standing.end(id, body);
  }

  @Post('plans/:id/agreed-in-session')
  @Can('plans:write')
  @Returns(PlanDto)
  agreedInSession(@Id() id: string, @Body() body: SessionAnswer): Promise<PlanDto> {
    return this.standing.agreedInSession(id, body);
  }

  @Post('plans/:id/answer')
  @Can('plans:answer')
  @Returns(OwnPlanDto)
  answer(@Id() id: string, @Body() body: OwnAnswer): Promise<OwnPlanDto> {
    return this.standing.answer(id, body);
  }
}

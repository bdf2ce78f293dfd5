import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { PlansService } from './plans.service.js';
import { NewSetback, PlanInput, SetbackDto, SetbackPlanDto, WaitingSetbackDto } from './setbacks.dto.js';
import { SetbacksService } from './setbacks.service.js';

@Controller()
export class SetbacksController {
  constructor(
    private readonly plans: PlansService,
    private readonly setbacks: SetbacksService,
  ) {}

  @Get('clients/:id/setback-plan')
  @Can('setback-plans:read')
  @Returns(SetbackPlanDto)
  plan(@Id() id: string): Promise<SetbackPlanDto> {
    return this.plans.of(id);
  }

  /** `If-Match: "0"` for the first one. */
  @Put('clients/:id/setback-plan')
  @Can('setback-plans:write')
  @Returns(SetbackPlanDto)
  save(@Id() id: string, @Body() body: PlanInput, @IfMatch() version: number): Promise<SetbackPlanDto> {
    return this.plans.save(id, body, version);
  }

  @Post('clients/:id/setbacks')
  @Can('setbacks:tell')
  @Creates(SetbackDto)
  tell(@Id() id: string, @Body() body: NewSetback): Promise<SetbackDto> {
    return this.setbacks.tell(id, body);
  }

  @Get('clients/:id/setbacks')
  @Can('setbacks:read')
  @ReturnsPage(SetbackDto)
  of(@Id() id: string): Promise<Page<SetbackDto>> {
    return this.setbacks.of(id);
  }

  /** Of which nobody has taken note: for the therapist's day. */
  @Get('setbacks')
  @Can('setbacks:take-note')
  @ReturnsPage(WaitingSetbackDto)
  waiting(): Promise<Page<WaitingSetbackDto>> {
    return this.setbacks.waiting();
  }

  @Post('setbacks/:id/seen')
  @Can('setbacks:take-note')
  @Returns(SetbackDto)
  seen(@Id() id: string): Promise<SetbackDto> {
    return this.setbacks.takeNote(id);
  }
}

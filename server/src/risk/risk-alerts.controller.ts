import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { RiskAlertsService } from './risk-alerts.service.js';
import { Acknowledgement, NewRiskAlert, RiskAlertDto, RiskAlertsQuery, RiskHandover } from './risk.dto.js';

@Controller()
export class RiskAlertsController {
  constructor(private readonly alerts: RiskAlertsService) {}

  @Get('risk-alerts')
  @Can('risk-alerts:read')
  @ReturnsPage(RiskAlertDto)
  list(@Query() query: RiskAlertsQuery): Promise<Page<RiskAlertDto>> {
    return this.alerts.list(query);
  }

  @Get('risk-alerts/:id')
  @Can('risk-alerts:read')
  @Returns(RiskAlertDto)
  one(@Id() id: string): Promise<RiskAlertDto> {
    return this.alerts.one(id);
  }

  @Post('clients/:id/risk-alerts')
  @Can('risk-alerts:raise')
  @Creates(RiskAlertDto)
  raise(@Id() id: string, @Body() body: NewRiskAlert): Promise<RiskAlertDto> {
    return this.alerts.raise(id, body);
  }

  @Post('risk-alerts/:id/acknowledge')
  @Can('risk-alerts:acknowledge')
  @Returns(RiskAlertDto)
  acknowledge(@Id() id: string, @Body() body: Acknowledgement): Promise<RiskAlertDto> {
    return this.alerts.acknowledge(id, body);
  }

  @Post('risk-alerts/:id/reassign')
  @Can('risk-alerts:reassign')
  @Returns(RiskAlertDto)
  reassign(@Id() id: string, @Body() { ownerId }: RiskHandover): Promise<RiskAlertDto> {
    return this.alerts.reassign(id, ownerId);
  }
}

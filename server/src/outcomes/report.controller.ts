import { Controller, Get, Query } from '@nestjs/common';
import { Can, Returns } from '../platform/route.js';
import { OutcomeReportDto, ReportQuery } from './report.dto.js';
import { ReportService } from './report.service.js';

@Controller()
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('outcomes/report')
  @Can('outcomes:report')
  @Returns(OutcomeReportDto)
  report(@Query() query: ReportQuery): Promise<OutcomeReportDto> {
    return this.reports.report(query);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Id, Returns, ReturnsPage } from '../platform/route.js';
import { WorksheetDto, WorksheetQuery } from './worksheets.dto.js';
import { WorksheetsService } from './worksheets.service.js';

@Controller('worksheets')
export class WorksheetsController {
  constructor(private readonly worksheets: WorksheetsService) {}

  @Get()
  @Can('worksheets:read')
  @ReturnsPage(WorksheetDto)
  list(@Query() query: WorksheetQuery): Promise<Page<WorksheetDto>> {
    return this.worksheets.list(query);
  }

  @Get(':id')
  @Can('worksheets:read')
  @Returns(WorksheetDto)
  one(@Id() id: string): WorksheetDto {
    return this.worksheets.one(id);
  }
}

import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { DifferenceDto, FindingDto, NewWorksheet, PublishInput, WorksheetInput } from './templates.dto.js';
import { TemplatesService } from './templates.service.js';
import { WorksheetDto, WorksheetQuery } from './worksheets.dto.js';
import { WorksheetsService } from './worksheets.service.js';

@Controller('worksheets')
export class WorksheetsController {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly templates: TemplatesService,
  ) {}

  @Get()
  @Can('worksheets:read')
  @ReturnsPage(WorksheetDto)
  list(@Query() query: WorksheetQuery): Promise<Page<WorksheetDto>> {
    return this.worksheets.list(query);
  }

  @Post()
  @Can('worksheets:make')
  @Creates(WorksheetDto)
  make(@Body() wanted: NewWorksheet): Promise<WorksheetDto> {
    return this.templates.make(wanted);
  }

  @Get(':id')
  @Can('worksheets:read')
  @Returns(WorksheetDto)
  one(@Id() id: string): Promise<WorksheetDto> {
    return this.worksheets.one(id);
  }

  @Put(':id')
  @Can('worksheets:make')
  @Returns(WorksheetDto)
  save(@Id() id: string, @IfMatch() version: number, @Body() input: WorksheetInput): Promise<WorksheetDto> {
    return this.templates.save(id, input, version);
  }

  @Post(':id/publish')
  @Can('worksheets:make')
  @Returns(WorksheetDto)
  publish(@Id() id: string, @IfMatch() version: number, @Body() input: PublishInput): Promise<WorksheetDto> {
    return this.templates.publish(id, input, version);
  }

  @Post(':id/retire')
  @Can('worksheets:make')
  @Returns(WorksheetDto)
  retire(@Id() id: string, @IfMatch() version: number): Promise<WorksheetDto> {
    return this.templates.retire(id, version);
  }

  @Get(':id/lint')
  @Can('worksheets:make')
  @ReturnsPage(FindingDto)
  lint(@Id() id: string): Promise<Page<FindingDto>> {
    return this.templates.lint(id);
  }

  @Get(':id/diff')
  @Can('worksheets:make')
  @ReturnsPage(DifferenceDto)
  diff(@Id() id: string): Promise<Page<DifferenceDto>> {
    return this.templates.diff(id);
  }
}

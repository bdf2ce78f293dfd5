import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { NewSupervision, StaffChange, StaffDto, StaffInvitation, StaffQuery, SupervisionDto } from './staff.dto.js';
import { StaffService } from './staff.service.js';
import { SupervisionsService } from './supervisions.service.js';

@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly supervisions: SupervisionsService,
  ) {}

  @Get()
  @Can('staff:read')
  @ReturnsPage(StaffDto)
  list(@Query() query: StaffQuery): Promise<Page<StaffDto>> {
    return this.staff.page(query);
  }

  @Get(':id')
  @Can('staff:read')
  @Returns(StaffDto)
  one(@Id() id: string): Promise<StaffDto> {
    return this.staff.one(id);
  }

  @Post('invitations')
  @Can('staff:invite')
  @Creates(StaffDto)
  invite(@Body() input: StaffInvitation): Promise<StaffDto> {
    return this.staff.invite(input);
  }

  @Patch(':id')
  @Can('staff:change')
  @Returns(StaffDto)
  change(@Id() id: string, @IfMatch() version: number, @Body() input: StaffChange): Promise<StaffDto> {
    return this.staff.change(id, version, input);
  }

  @Post(':id/supervisions')
  @Can('staff:change')
  @Creates(SupervisionDto)
  supervise(@Id() id: string, @Body() input: NewSupervision): Promise<SupervisionDto> {
    return this.supervisions.create(id, input);
  }

  @Delete(':id/supervisions/:supervisionId')
  @Can('staff:change')
  @ReturnsNothing()
  endSupervision(@Id() id: string, @Id('supervisionId') supervisionId: string): Promise<void> {
    return this.supervisions.end(id, supervisionId);
  }
}

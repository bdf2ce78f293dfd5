import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { CareTeamMemberDto, NewCareTeamMember } from './care-team.dto.js';
import { CareTeamService } from './care-team.service.js';

@Controller('clients/:id/care-team')
export class CareTeamController {
  constructor(private readonly careTeam: CareTeamService) {}

  @Get()
  @Can('care-team:read')
  @ReturnsPage(CareTeamMemberDto)
  list(@Id() clientId: string): Promise<Page<CareTeamMemberDto>> {
    return this.careTeam.of(clientId);
  }

  @Post()
  @Can('care-team:change')
  @Creates(CareTeamMemberDto)
  add(@Id() clientId: string, @Body() input: NewCareTeamMember): Promise<CareTeamMemberDto> {
    return this.careTeam.add(clientId, input);
  }

  @Delete(':memberId')
  @Can('care-team:change')
  @ReturnsNothing()
  end(@Id() clientId: string, @Id('memberId') id: string): Promise<void> {
    return this.careTeam.end(clientId, id);
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import {
  NewProposal,
  NewRelease,
  NewReleasesDto,
  OpenRelease,
  ProposalDto,
  ReleaseDto,
  SharedDto,
  SharedQuery,
  SharingDto,
} from './releases.dto.js';
import { ReleasesService } from './releases.service.js';
import { SharedService } from './shared.service.js';

@Controller()
export class ReleasesController {
  constructor(
    private readonly releases: ReleasesService,
    private readonly shared: SharedService,
  ) {}

  @Get('assignments/:id/sharing')
  @Can('releases:read')
  @Returns(SharingDto)
  sharing(@Id() id: string): Promise<SharingDto> {
    return this.releases.sharing(id);
  }

  @Post('assignments/:id/releases')
  @Can('releases:make')
  @Creates(NewReleasesDto)
  release(@Id() id: string, @Body() { fieldKeys }: NewRelease): Promise<NewReleasesDto> {
    return this.releases.release(id, fieldKeys);
  }

  @Post('releases/:id/withdraw')
  @Can('releases:make')
  @Returns(ReleaseDto)
  withdraw(@Id() id: string): Promise<ReleaseDto> {
    return this.releases.withdraw(id);
  }

  @Post('releases/:id/open')
  @Can('releases:open')
  @Returns(ReleaseDto)
  open(@Id() id: string, @Body() { reason }: OpenRelease): Promise<ReleaseDto> {
    return this.releases.open(id, reason);
  }

  @Post('assignments/:id/share-proposals')
  @Can('releases:propose')
  @Creates(ProposalDto)
  propose(@Id() id: string, @Body() body: NewProposal): Promise<ProposalDto> {
    return this.releases.propose(id, body);
  }

  @Post('share-proposals/:id/decline')
  @Can('releases:make')
  @Returns(ProposalDto)
  decline(@Id() id: string): Promise<ProposalDto> {
    return this.releases.decline(id);
  }

  @Get('couples/:id/shared')
  @Can('releases:read')
  @ReturnsPage(SharedDto)
  of(@Id() id: string, @Query() query: SharedQuery): Promise<Page<SharedDto>> {
    return this.shared.of(id, query);
  }
}

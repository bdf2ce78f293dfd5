import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery, type Page } from '../platform/paging.js';
import { Can, Id, Returns, ReturnsPage } from '../platform/route.js';
import { AuditEventDto, AuditQuery, OwnAccessDto, VerificationDto, WhoSeesDto } from './audit.dto.js';
import { AuditService } from './audit.service.js';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('audit-events')
  @Can('audit:read')
  @ReturnsPage(AuditEventDto)
  events(@Query() query: AuditQuery): Promise<Page<AuditEventDto>> {
    return this.audit.events(query);
  }

  @Get('audit/verification')
  @Can('audit:read')
  @Returns(VerificationDto)
  verification(): Promise<VerificationDto> {
    return this.audit.verification();
  }

  @Get('clients/:id/access-report')
  @Can('audit:read')
  @ReturnsPage(AuditEventDto)
  accessReport(@Id() id: string, @Query() query: PageQuery): Promise<Page<AuditEventDto>> {
    return this.audit.accessReport(id, query);
  }

  @Get('access-report')
  @Can('access-report:own')
  @ReturnsPage(OwnAccessDto)
  ownAccessReport(@Query() query: PageQuery): Promise<Page<OwnAccessDto>> {
    return this.audit.ownAccessReport(query);
  }

  /** Who can see what of the person who asks. */
  @Get('who-sees')
  @Can('access-report:own')
  @ReturnsPage(WhoSeesDto)
  async whoSees(): Promise<Page<WhoSeesDto>> {
    return { items: await this.audit.whoSees(), next: null };
  }
}

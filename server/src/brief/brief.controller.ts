import { Controller, Get } from '@nestjs/common';
import { Can, Id, Returns } from '../platform/route.js';
import { BriefDto } from './brief.dto.js';
import { BriefService } from './brief.service.js';

@Controller()
export class BriefController {
  constructor(private readonly briefs: BriefService) {}

  @Get('clients/:id/brief')
  @Can('briefs:read')
  @Returns(BriefDto)
  ofClient(@Id() id: string): Promise<BriefDto> {
    return this.briefs.ofClient(id);
  }

  @Get('couples/:id/brief')
  @Can('briefs:read')
  @Returns(BriefDto)
  ofCouple(@Id() id: string): Promise<BriefDto> {
    return this.briefs.ofCouple(id);
  }
}

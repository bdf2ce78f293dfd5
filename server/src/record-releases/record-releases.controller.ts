import { Body, Controller, Get, Post } from '@nestjs/common';
import { Can, Creates, Id, Returns } from '../platform/route.js';
import {
  NewRecordAuthorisation,
  NewRecordRelease,
  RecordAuthorisationDto,
  RecordPreviewDto,
  RecordReleaseDto,
} from './record-releases.dto.js';
import { RecordReleasesService } from './record-releases.service.js';

@Controller()
export class RecordReleasesController {
  constructor(private readonly releases: RecordReleasesService) {}

  @Get('clients/:id/record-preview')
  @Can('record-releases:read')
  @Returns(RecordPreviewDto)
  preview(@Id() id: string): Promise<RecordPreviewDto> {
    return this.releases.preview(id);
  }

  @Post('clients/:id/record-authorisations')
  @Can('record-releases:authorise')
  @Creates(RecordAuthorisationDto)
  authorise(@Id() id: string, @Body() body: NewRecordAuthorisation): Promise<RecordAuthorisationDto> {
    return this.releases.authorise(id, body);
  }

  @Post('record-authorisations/:id/revoke')
  @Can('record-releases:authorise')
  @Returns(RecordAuthorisationDto)
  revoke(@Id() id: string): Promise<RecordAuthorisationDto> {
    return this.releases.revoke(id);
  }

  @Post('clients/:id/record-releases')
  @Can('record-releases:draw-up')
  @Creates(RecordReleaseDto)
  drawUp(@Id() id: string, @Body() body: NewRecordRelease): Promise<RecordReleaseDto> {
    return this.releases.drawUp(id, body);
  }

  @Get('record-releases/:id')
  @Can('record-releases:read')
  @Returns(RecordReleaseDto)
  release(@Id() id: string): Promise<RecordReleaseDto> {
    return this.releases.release(id);
  }
}

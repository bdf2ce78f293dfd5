import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { OpenReason } from '../commitments/open-reason.dto.js';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { AgreementDraftsService } from './agreement.drafts.service.js';
import {
  AgreementDraftDto,
  AgreementDraftInput,
  AgreementDto,
  AgreementQuery,
  NewAgreementDraft,
  NewAgreementStep,
  NewTerms,
} from './agreements.dto.js';
import { AgreementsService } from './agreements.service.js';

@Controller()
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly drafts: AgreementDraftsService,
  ) {}

  @Post('couples/:id/agreements')
  @Can('agreements:act')
  @Creates(AgreementDto)
  propose(@Id() id: string, @Body() body: NewTerms): Promise<AgreementDto> {
    return this.agreements.propose(id, body);
  }

  @Get('couples/:id/agreements')
  @Can('agreements:read')
  @ReturnsPage(AgreementDto)
  list(@Id() id: string, @Query() query: AgreementQuery): Promise<Page<AgreementDto>> {
    return this.agreements.list(id, query);
  }

  @Post('couples/:id/agreement-drafts')
  @Can('agreements:act')
  @Creates(AgreementDraftDto)
  beginDraft(@Id() id: string, @Body() { agreementId }: NewAgreementDraft): Promise<AgreementDraftDto> {
    return this.drafts.begin(id, agreementId ?? null);
  }

  @Get('agreement-drafts/:id')
  @Can('agreements:act')
  @Returns(AgreementDraftDto)
  readDraft(@Id() id: string): Promise<AgreementDraftDto> {
    return this.drafts.read(id);
  }

  @Put('agreement-drafts/:id')
  @Can('agreements:act')
  @Returns(AgreementDraftDto)
  saveDraft(
    @Id() id: string,
    @Body() body: AgreementDraftInput,
    @IfMatch() version: number,
  ): Promise<AgreementDraftDto> {
    return this.drafts.save(id, version, body);
  }

  @Get('agreements/:id')
  @Can('agreements:read')
  @Returns(AgreementDto)
  one(@Id() id: string): Promise<AgreementDto> {
    return this.agreements.one(id);
  }

  @Post('agreements/:id/steps')
  @Can('agreements:move')
  @Returns(AgreementDto)
  step(@Id() id: string, @Body() body: NewAgreementStep): Promise<AgreementDto> {
    return this.agreements.step(id, body);
  }

  /** Other terms, or the same for longer: both are asked, and what is in force goes on until its day. */
  @Post('agreements/:id/terms')
  @Can('agreements:act')
  @Returns(AgreementDto)
  offer(@Id() id: string, @Body() body: NewTerms): Promise<AgreementDto> {
    return this.agreements.offer(id, body);
  }

  @Post('agreements/:id/open')
  @Can('agreements:open')
  @Returns(AgreementDto)
  open(@Id() id: string, @Body() { reason }: OpenReason): Promise<AgreementDto> {
    return this.agreements.open(id, reason);
  }
}
